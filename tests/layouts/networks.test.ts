import { layoutNamed, testLayout } from './contract.ts';
import { FAIR, LATE, first, lena, second } from './invented.ts';

testLayout({
  layout: layoutNamed('bluesky'),
  fixture: 'bluesky.json',
  posts: [
    {
      ...first,
      platform: 'bluesky',
      language: 'en',
      author: { id: 'did:plc:lena', handle: 'lena.example', name: 'Lena Brandt' },
      url: 'https://bsky.app/profile/lena.example/post/3k1',
      quoteOf: 'Sailings end at six',
      engagement: { likes: 12, reposts: 3, replies: 1, quotes: 0 },
    },
    { ...second, replyTo: 'at://did:plc:lena/app.bsky.feed.post/3k1', quoteOf: null },
  ],
});

testLayout({
  layout: layoutNamed('jetstream'),
  fixture: 'jetstream.ndjson',
  posts: [
    {
      ...first,
      sourceId: 'at://did:plc:lena/app.bsky.feed.post/3k1',
      platform: 'bluesky',
      language: 'en',
      author: { id: 'did:plc:lena', handle: null, name: null },
      url: 'https://bsky.app/profile/did:plc:lena/post/3k1',
      quoteOf: 'at://did:plc:c/app.bsky.feed.post/3k0',
      engagement: {},
    },
    { ...second, replyTo: 'at://did:plc:lena/app.bsky.feed.post/3k1', quoteOf: null },
    { text: '', repostOf: 'at://did:plc:lena/app.bsky.feed.post/3k1' },
    // Likes and news of accounts are no posts.
    { text: '', repostOf: null, author: { id: 'did:plc:tomas', handle: null, name: null } },
    { text: '', repostOf: null, sourceId: null },
  ],
});

testLayout({
  layout: layoutNamed('mastodon'),
  fixture: 'mastodon.json',
  posts: [
    {
      ...first,
      text: `boats\n\n${LATE}`,
      platform: 'mastodon',
      author: { id: '7', handle: 'lena@isle.example', name: 'Lena Brandt' },
      engagement: { likes: 12, reposts: 3, replies: 1 },
    },
    { ...second, repostOf: '109' },
  ],
});

testLayout({
  layout: layoutNamed('reddit-comments'),
  fixture: 'reddit-comments.ndjson',
  posts: [
    {
      ...first,
      platform: 'reddit',
      sourceId: 't1_k1',
      replyTo: 't3_p',
      url: 'https://www.reddit.com/r/islands/comments/p/x/k1/',
      engagement: { likes: 12 },
    },
    // What was removed is nobody's words.
    { text: '', sourceId: 't1_k2', replyTo: 't1_k1', publishedAt: second.publishedAt },
  ],
});

testLayout({
  layout: layoutNamed('reddit-submissions'),
  fixture: 'reddit-submissions.ndjson',
  posts: [
    {
      ...first,
      text: LATE.replace('\n', '\n\n'),
      platform: 'reddit',
      sourceId: 't3_p',
      engagement: { likes: 12, reposts: 0, replies: 1 },
    },
    { ...second, repostOf: 't3_p' },
  ],
});

testLayout({
  layout: layoutNamed('youtube-comment-downloader'),
  fixture: 'youtube-comment-downloader.json',
  posts: [
    {
      ...first,
      platform: 'youtube',
      author: { id: 'UCa', handle: 'lena', name: '@lena' },
      engagement: { likes: 1200, replies: 1 },
      replyTo: null,
    },
    { ...second, replyTo: 'Ug1', engagement: { likes: 0 } },
  ],
});

testLayout({
  layout: layoutNamed('ytdt-comments'),
  fixture: 'ytdt-comments.tab',
  posts: [
    {
      ...first,
      text: LATE.replace('\n', ' '),
      platform: 'youtube',
      author: { id: 'UCa', handle: null, name: 'Lena Brandt' },
      replyTo: null,
    },
    { ...second, replyTo: 'Ug1' },
  ],
});

testLayout({
  layout: layoutNamed('ytdt-videos'),
  fixture: 'ytdt-videos.csv',
  posts: [
    {
      text: 'The ferry was late\n\nNobody told us "why".\nAgain.',
      publishedAt: first.publishedAt,
      platform: 'youtube',
      language: 'en',
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      engagement: { likes: 12, replies: 1, views: 400 },
    },
    { ...second, language: null },
  ],
});

testLayout({
  layout: layoutNamed('apify-tiktok'),
  fixture: 'apify-tiktok.csv',
  posts: [
    {
      ...first,
      platform: 'tiktok',
      sourceId: '7300000000000000001',
      author: { id: '9', handle: 'lena', name: 'Lena B' },
      language: 'en',
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    { ...second, language: null },
  ],
});

testLayout({
  layout: layoutNamed('telegram-desktop'),
  fixture: 'telegram-desktop.json',
  posts: [
    {
      ...first,
      platform: 'telegram',
      author: { id: 'user42', handle: null, name: 'Lena Brandt' },
      replyTo: null,
      repostOf: null,
    },
    { ...second, replyTo: '1', repostOf: 'Harbour' },
    { text: '', sourceId: '3' },
  ],
});

testLayout({
  layout: layoutNamed('crowdtangle-facebook'),
  fixture: 'crowdtangle-facebook.csv',
  posts: [
    {
      ...first,
      platform: 'facebook',
      author: { id: '9', handle: 'islandnews', name: 'Island News' },
      engagement: { likes: 1234, reposts: 3, replies: 1, views: 4000 },
    },
    { text: FAIR, publishedAt: second.publishedAt },
  ],
});

testLayout({
  layout: layoutNamed('crowdtangle-instagram'),
  fixture: 'crowdtangle-instagram.csv',
  posts: [
    { ...first, platform: 'instagram', sourceId: 'CaBc1', engagement: { likes: 12, replies: 1 } },
    { ...second, engagement: { likes: 2, replies: 0, views: 90 } },
  ],
});

testLayout({
  layout: layoutNamed('meta-content-library'),
  fixture: 'meta-content-library.csv',
  posts: [
    {
      ...first,
      platform: 'facebook',
      language: 'en',
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
      repostOf: null,
    },
    {
      ...second,
      platform: 'instagram',
      engagement: { likes: 2, reposts: 0, replies: 0, views: 90 },
      repostOf: '900',
    },
  ],
});

testLayout({
  layout: layoutNamed('facepager'),
  fixture: 'facepager.csv',
  posts: [
    {
      ...first,
      text: LATE.replace('\n', ' '),
      sourceId: '9_21',
      author: { id: null, handle: null, name: 'Island News' },
      engagement: { likes: 12, reposts: 3, replies: 1 },
    },
    { ...second, sourceId: '9_22', engagement: { likes: 2, replies: 0 } },
  ],
});

testLayout({
  layout: layoutNamed('brandwatch'),
  fixture: 'brandwatch.csv',
  posts: [
    {
      ...first,
      platform: 'x',
      language: 'en',
      author: { id: null, ...lena },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
      replyTo: null,
    },
    { ...second, replyTo: '@lena' },
  ],
});

testLayout({
  layout: layoutNamed('meltwater'),
  fixture: 'meltwater.csv',
  posts: [
    {
      ...first,
      platform: 'x',
      language: 'en',
      sourceId: 'd1',
      author: { id: null, ...lena },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    { ...second, language: 'de' },
  ],
});

testLayout({
  layout: layoutNamed('talkwalker'),
  fixture: 'talkwalker.csv',
  posts: [
    {
      ...first,
      platform: 'x',
      author: { id: '42', ...lena },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    { ...second, platform: 'reddit', engagement: { replies: 0, views: 90 } },
  ],
});
