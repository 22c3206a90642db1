/** What single exports of other networks and suites say in their own way. */
import { describe, expect, test } from 'vitest';
import { ID_FAIR, ID_LATE, LATE } from './invented.ts';
import { csv, lines, postsOf } from './written.ts';

describe('Bluesky', () => {
  const uri = 'at://did:plc:lena/app.bsky.feed.post/3k1';
  const view = {
    uri,
    cid: 'b1',
    author: { did: 'did:plc:lena', handle: 'lena.example', display_name: 'Lena Brandt' },
    record: { text: LATE, created_at: '2026-03-01T18:30:00Z' },
    like_count: 12,
    indexed_at: '2026-03-01T18:30:01Z',
  };
  const known = {
    text: LATE,
    author: { id: 'did:plc:lena', handle: 'lena.example', name: 'Lena Brandt' },
    publishedAt: '2026-03-01T18:30:00Z',
    engagement: { likes: 12 },
  };

  test("the Python client's spelling, alone and in a feed", async () => {
    expect((await lines(view)).posts).toMatchObject([known]);
    expect((await postsOf('feed.json', JSON.stringify({ feed: [{ post: view }] }))).posts).toMatchObject([
      known,
    ]);
  });

  test('a repost is by whom the reason names, when it says', async () => {
    const reason = {
      $type: 'app.bsky.feed.defs#reasonRepost',
      uri: 'at://did:plc:tomas/app.bsky.feed.repost/3k9',
      by: { did: 'did:plc:tomas', handle: 'tomas.example', displayName: 'Tomas' },
      indexedAt: '2026-03-02T08:00:00Z',
    };
    const { posts } = await postsOf('feed.json', JSON.stringify({ feed: [{ post: view, reason }] }));
    expect(posts).toMatchObject([
      {
        text: LATE,
        sourceId: 'at://did:plc:tomas/app.bsky.feed.repost/3k9',
        repostOf: uri,
        author: { id: 'did:plc:tomas', handle: 'tomas.example', name: 'Tomas' },
        publishedAt: '2026-03-02T08:00:00Z',
        url: 'https://bsky.app/profile/lena.example/post/3k1',
      },
    ]);
  });

  test('records of one account name it only in their address', async () => {
    const { layout, posts } = await postsOf(
      'records.json',
      JSON.stringify({
        records: [
          { uri, cid: 'b1', value: { text: LATE, createdAt: '2026-03-01T18:30:00Z', langs: ['en'] } },
        ],
      }),
    );
    expect(layout).toBe('bluesky');
    expect(posts).toMatchObject([
      {
        text: LATE,
        author: { id: 'did:plc:lena', handle: null },
        url: 'https://bsky.app/profile/did:plc:lena/post/3k1',
      },
    ]);
  });
});

describe('Mastodon', () => {
  const status = {
    id: '110',
    created_at: '2026-03-01T18:30:00.000Z',
    content: '<p>At last</p>',
    reblogs_count: 0,
    favourites_count: 0,
    replies_count: 0,
    account: { id: '7', acct: 'lena@isle.example', display_name: 'Lena Brandt' },
    url: null as string | null,
    uri: 'https://isle.example/users/lena/statuses/110',
  };

  test('the post around a boost has no counts of its own, and the address of what it boosts', async () => {
    const { posts } = await lines({
      ...status,
      content: '',
      reblog: { id: '109', content: '<p>At last</p>', url: 'https://isle.example/@tomas/109' },
    });
    expect(posts).toMatchObject([
      { text: 'At last', repostOf: '109', engagement: {}, url: 'https://isle.example/@tomas/109' },
    ]);
  });

  test("the address that stands for a quoted post is not the author's words", async () => {
    const { posts } = await lines({
      ...status,
      content:
        '<p class="quote-inline">RE: <a href="https://isle.example/@tomas/1">isle</a></p><p>At last</p>',
      quote: { state: 'accepted', quoted_status: { id: '1', content: '<p>Sailings end at six</p>' } },
    });
    expect(posts).toMatchObject([
      { text: 'At last', quoteOf: 'Sailings end at six', engagement: { likes: 0 } },
    ]);
  });

  test('Truth Social speaks as Mastodon does', async () => {
    const { posts } = await lines({ ...status, url: 'https://truthsocial.com/@lena/110' });
    expect(posts[0]!.platform).toBe('truthsocial');
  });
});

describe('Reddit', () => {
  const comment = {
    id: 'k1',
    author: 'lena',
    body: 'At last',
    created_utc: '1772389800',
    link_id: 't3_p',
    parent_id: 't3_p',
    score: 1,
    subreddit: 'islands',
  };

  test('old dumps lack full names and addresses', async () => {
    const { posts } = await lines(comment);
    expect(posts).toMatchObject([
      {
        sourceId: 't1_k1',
        replyTo: 't3_p',
        url: 'https://www.reddit.com/r/islands/comments/p/_/k1/',
        engagement: { likes: 1 },
      },
    ]);
  });

  test('a hidden score is not known, and a deleted account is nobody', async () => {
    const { posts } = await lines({ ...comment, author: '[deleted]', score_hidden: true });
    expect(posts).toMatchObject([{ author: null, engagement: {} }]);
  });

  test.each(['[deleted]', '[removed]', '[ Removed by Reddit ]', '[deleted by user]'])(
    '%s is nobody’s words',
    async (body) => {
      expect((await lines({ ...comment, body })).posts[0]!.text).toBe('');
    },
  );

  test('repeated lines are another’s words; escapes are read; a spoiler is the author’s own', async () => {
    const { posts } = await lines({
      ...comment,
      body: '&gt; No boats &amp; no buses\n\nNot true: &gt;!they sail!&lt;\n&gt;!Ha!&lt;',
    });
    expect(posts).toMatchObject([
      { text: 'Not true: >!they sail!<\n>!Ha!<', quoteOf: 'No boats & no buses' },
    ]);
  });
});

describe('Telegram', () => {
  const message = {
    id: 1,
    type: 'message',
    date_unixtime: '1772389800',
    from: 'Lena Brandt',
    from_id: 'user42',
    text: 'At last',
  };

  test('Desktop: pieces may hold pieces, reactions are counted, a forwarder may hide the name', async () => {
    const { posts } = await postsOf(
      'result.json',
      JSON.stringify({
        messages: [
          { ...message, text: ['At ', { type: 'bold', text: [{ type: 'italic', text: 'last' }, '!'] }] },
          {
            ...message,
            id: 2,
            reactions: [
              { type: 'emoji', count: 3, emoji: '👍' },
              { type: 'emoji', count: 2, emoji: '❤' },
            ],
          },
          { ...message, id: 3, forwarded_from: null, forwarded_from_id: 'channel9' },
        ],
      }),
    );
    expect(posts).toMatchObject([
      { text: 'At last!', engagement: {}, repostOf: null },
      { engagement: { likes: 5 } },
      { repostOf: 'channel9' },
    ]);
  });

  test('4CAT: addresses of messages, answers within a chat, one emoji for each reaction', async () => {
    const { layout, posts } = await csv({
      id: 'island_news-12',
      chat: 'island_news',
      author_username: 'lena',
      body: 'At last',
      body_markdown: '',
      reactions: '👍👍❤️',
      is_reply: 'yes',
      reply_to: '11',
    });
    expect(layout).toBe('4cat-telegram');
    expect(posts).toMatchObject([
      { url: 'https://t.me/island_news/12', replyTo: 'island_news-11', engagement: { likes: 3 } },
    ]);
  });
});

describe('CrowdTangle', () => {
  const row = {
    'Page Name': 'Island News',
    'User Name': 'islandnews',
    'Facebook Id': '9',
    'Post Created': '2026-03-01 13:30:00 EST',
    URL: 'https://www.facebook.com/9/posts/21',
    Message: 'At last',
    Link: '',
    'Link Text': 'A fair timetable',
    'Overperforming Score (weighted  —  Likes 1x Shares 1x )': '1.5',
  };

  test("a link to another page's post shares it, with words of its own it quotes it", async () => {
    const link = 'https://www.facebook.com/harbour/posts/77';
    const { posts } = await csv(
      row,
      { ...row, Link: link },
      { ...row, Link: link, Message: '' },
      { ...row, Link: 'https://www.facebook.com/islandnews/posts/20' },
      { ...row, Link: 'https://news.example/ferries/posts/5' },
    );
    expect(posts.map(({ repostOf, quoteOf }) => [repostOf, quoteOf])).toEqual([
      [null, null],
      [null, '77'],
      ['77', null],
      [null, null],
      [null, null],
    ]);
  });

  test('the day and the hour may stand apart', async () => {
    const { posts } = await csv({
      ...row,
      'Post Created': '',
      'Post Created Date': '2026-03-01',
      'Post Created Time': '18:30:00',
    });
    expect(posts[0]!.publishedAt).toBe('2026-03-01T18:30:00Z');
  });
});

describe('listening suites', () => {
  test('Meltwater, older: one column for a handle or a name', async () => {
    const row = {
      Date: '',
      'Alternate Date Format': '01-Mar-26',
      Time: '6:30 PM',
      Headline: '',
      'Hit Sentence': LATE,
      Sentiment: 'Unknown',
    };
    const { layout, posts } = await csv(
      { ...row, Influencer: '@lena', 'Tweet Id': `="${ID_LATE}"` },
      { ...row, Influencer: 'Lena Brandt', 'Tweet Id': '' },
    );
    expect(layout).toBe('meltwater');
    expect(posts).toMatchObject([
      { sourceId: ID_LATE, author: { handle: 'lena', name: null }, publishedAt: '2026-03-01T18:30:00Z' },
      { sourceId: null, author: { handle: null, name: 'Lena Brandt' } },
    ]);
  });

  test('Meltwater, current: kinds of content', async () => {
    const row = { 'Document ID': 'd1', 'Opening Text': '', 'Hit Sentence': LATE, Likes: '', Quotes: '2' };
    const { posts } = await csv(
      { ...row, 'Content Type': 'Post' },
      { ...row, 'Content Type': 'Reply' },
      { ...row, 'Content Type': 'Repost' },
      { ...row, 'Content Type': 'Quote' },
    );
    expect(posts.map((it) => [it.replyTo, it.repostOf, it.quoteOf])).toEqual([
      [null, null, null],
      ['@', null, null],
      [null, '@', null],
      [null, null, '@'],
    ]);
    expect(posts[0]!.engagement).toEqual({ quotes: 2 });
  });

  test("Brandwatch: the platform's own ids, by which threads are named", async () => {
    const row = {
      'Query Id': '1',
      'Query Name': 'ferries',
      'Full Text': LATE,
      Url: `https://twitter.com/lena/statuses/${ID_LATE}`,
    };
    const { posts } = await csv(
      { ...row, 'Thread Entry Type': 'reply', 'Thread Id': ID_FAIR, 'Thread Author': 'tomas' },
      { ...row, 'Thread Entry Type': 'share', 'Thread Id': '0', 'Thread Author': 'tomas' },
    );
    expect(posts).toMatchObject([
      { sourceId: ID_LATE, replyTo: ID_FAIR, repostOf: null },
      { sourceId: ID_LATE, replyTo: null, repostOf: '@tomas' },
    ]);
  });
});
