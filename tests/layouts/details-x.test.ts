/** What single exports of X say in their own way, beside what all of them keep. */
import { describe, expect, test } from 'vitest';
import { FAIR, ID_FAIR, ID_LATE, LATE } from './invented.ts';
import { csv, lines, postsOf } from './written.ts';

describe('X', () => {
  const twarc = {
    id: ID_LATE,
    text: LATE,
    author_id: '42',
    'author.username': 'lena',
    in_reply_to_username: '',
    'referenced_tweets.replied_to.id': '',
    'referenced_tweets.retweeted.id': '',
    'referenced_tweets.quoted.id': '',
    '__twarc.retrieved_at': '2026-03-02T00:00:00Z',
  };

  test('twarc-csv: addresses are put together', async () => {
    const { posts } = await csv(twarc);
    expect(posts[0]).toMatchObject({
      url: `https://x.com/lena/status/${ID_LATE}`,
      replyTo: null,
      repostOf: null,
    });
  });

  test.each([`${ID_FAIR}.0`, '1.98310984433688E+18'])(
    'twarc-csv: the id %s of another post went through a float; that there is one is known',
    async (id) => {
      const { posts } = await csv({
        ...twarc,
        in_reply_to_username: 'tomas',
        'referenced_tweets.replied_to.id': id,
        'referenced_tweets.retweeted.id': id,
      });
      expect(posts[0]).toMatchObject({ replyTo: '@tomas', repostOf: '@', quoteOf: null });
    },
  );

  test('twarc, version 1: an original repeats nothing, whatever the columns hold', async () => {
    const v1 = {
      id: ID_LATE,
      tweet_url: `https://twitter.com/lena/status/${ID_LATE}`,
      parsed_created_at: '',
      text: LATE,
    };
    const { layout, posts } = await csv(
      {
        ...v1,
        tweet_type: 'original',
        retweet_or_quote_id: '',
        retweet_or_quote_screen_name: '',
        in_reply_to_screen_name: 'tomas',
        in_reply_to_status_id: '',
      },
      { ...v1, tweet_type: 'retweet', retweet_or_quote_id: '1.9E+18', retweet_or_quote_screen_name: 'tomas' },
    );
    expect(layout).toBe('twarc-v1');
    expect(posts).toMatchObject([
      { repostOf: null, quoteOf: null },
      { repostOf: '@tomas', quoteOf: null },
    ]);
  });

  test('API 2: a repost has the whole text of what it repeats, wherever the answer keeps it', async () => {
    const cut = {
      id: ID_FAIR,
      text: 'RT @lena: The ferry was…',
      author_id: '43',
      edit_history_tweet_ids: [ID_FAIR],
    };
    const page = {
      data: [{ ...cut, referenced_tweets: [{ type: 'retweeted', id: ID_LATE }] }],
      includes: {
        users: [{ id: '43', username: 'tomas', name: 'Tomas' }],
        tweets: [{ id: ID_LATE, text: LATE }],
      },
    };
    const flat = {
      ...cut,
      author: { id: '43', username: 'tomas' },
      referenced_tweets: [{ type: 'retweeted', id: ID_LATE, text: LATE }],
    };
    for (const { posts } of [await postsOf('x.json', JSON.stringify(page)), await lines(flat)])
      expect(posts).toMatchObject([
        { text: `RT @lena: ${LATE}`, repostOf: ID_LATE, url: `https://x.com/tomas/status/${ID_FAIR}` },
      ]);
  });

  test('API 2: quoted words stand in the reference where a tool has put them there', async () => {
    const { posts } = await lines({
      id: ID_LATE,
      text: LATE,
      author_id: '42',
      edit_history_tweet_ids: [ID_LATE],
      referenced_tweets: [{ type: 'quoted', id: '77', text: 'Sailings end at six' }],
    });
    expect(posts[0]!.quoteOf).toBe('Sailings end at six');
  });

  test('API 1.1: the whole text of a repost; what the original quotes is not quoted again', async () => {
    const { posts } = await lines({
      id_str: ID_FAIR,
      full_text: 'RT @lena: The ferry was…',
      user: { screen_name: 'tomas' },
      quoted_status_id_str: '77',
      retweeted_status: { id_str: ID_LATE, extended_tweet: { full_text: LATE }, full_text: '' },
    });
    expect(posts[0]).toMatchObject({
      text: `RT @lena: ${LATE}`,
      repostOf: ID_LATE,
      quoteOf: null,
      url: `https://x.com/tomas/status/${ID_FAIR}`,
    });
  });

  const web = {
    rest_id: ID_LATE,
    core: { user_results: { result: { rest_id: '42', core: { screen_name: 'lena' } } } },
    legacy: { full_text: LATE, created_at: 'Sun Mar 01 18:30:00 +0000 2026' },
  };
  const quoting = {
    ...web,
    quoted_status_result: { result: { tweet: { legacy: { full_text: 'Sailings end at six' } } } },
  };

  test('web page: posts of limited visibility stand one level deeper', async () => {
    const { layout, posts } = await lines(web, { __typename: 'TweetWithVisibilityResults', tweet: quoting });
    expect(layout).toBe('x-web');
    const known = {
      text: LATE,
      author: { id: '42', handle: 'lena' },
      url: `https://x.com/lena/status/${ID_LATE}`,
    };
    expect(posts).toMatchObject([known, { ...known, quoteOf: 'Sailings end at six' }]);
  });

  const collected = {
    item_id: ID_LATE,
    timestamp_collected: 1772389800000,
    source_platform: 'twitter.com',
    source_platform_url: 'https://x.com/',
    source_url: 'https://x.com/',
    user_agent: 'x',
  };

  test('Zeeschuimer: the same with its envelope, and as 4CAT gives it back without', async () => {
    for (const row of [
      { ...collected, data: quoting },
      { ...quoting, __import_meta: collected },
    ]) {
      const { layout, posts } = await lines(row);
      expect(layout).toBe('zeeschuimer');
      expect(posts[0]).toMatchObject({
        text: LATE,
        platform: 'x',
        sourceId: ID_LATE,
        url: `https://x.com/lena/status/${ID_LATE}`,
        quoteOf: 'Sailings end at six',
      });
    }
  });

  test('Apify: each scraper spells the names in its own way', async () => {
    const { layout, posts } = await lines({
      id: ID_LATE,
      text: LATE,
      created_at: 'Sun Mar 01 18:30:00 +0000 2026',
      like_count: 12,
      view_count: 400,
      retweet_count: 3,
      in_reply_to_post_id: ID_FAIR,
      author: { user_name: 'lena', name: 'Lena Brandt', id: '42' },
    });
    expect(layout).toBe('apify-x');
    expect(posts[0]).toMatchObject({
      publishedAt: '2026-03-01T18:30:00Z',
      engagement: { likes: 12, reposts: 3, views: 400 },
      author: { id: '42', handle: 'lena', name: 'Lena Brandt' },
      replyTo: ID_FAIR,
      url: `https://x.com/lena/status/${ID_LATE}`,
    });
  });

  test('archive: a reply names the account where the post is gone', async () => {
    const { posts } = await postsOf(
      'tweets.js',
      `window.YTD.tweets.part0 = ${JSON.stringify([
        {
          tweet: {
            id_str: ID_LATE,
            full_text: LATE,
            in_reply_to_status_id_str: ID_FAIR,
            in_reply_to_screen_name: 'tomas',
          },
        },
        { tweet: { id_str: ID_FAIR, full_text: FAIR } },
      ])}`,
    );
    expect(posts).toMatchObject([
      { replyTo: ID_FAIR, url: `https://x.com/i/status/${ID_LATE}` },
      { replyTo: null },
    ]);
  });
});
