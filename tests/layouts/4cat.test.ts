import { layoutNamed, testLayout } from './contract.ts';
import { first, lena, second, tomas } from './invented.ts';

testLayout({
  layout: layoutNamed('4cat-tiktok'),
  fixture: '4cat-tiktok.csv',
  posts: [
    {
      ...first,
      platform: 'tiktok',
      author: { id: null, handle: 'lena', name: 'Lena B' },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    // Nobody likes what nobody sees: these views are not known.
    { ...second, engagement: { likes: 2, reposts: 1, replies: 0 } },
  ],
});

testLayout({
  layout: layoutNamed('4cat-tiktok-comments'),
  fixture: '4cat-tiktok-comments.csv',
  posts: [
    { ...first, platform: 'tiktok', language: 'en', replyTo: '70', engagement: { likes: 12, replies: 1 } },
    { ...second, replyTo: '71' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-instagram'),
  fixture: '4cat-instagram.csv',
  posts: [
    // The time of seconds is right, the readable one is the server's.
    {
      ...first,
      platform: 'instagram',
      sourceId: 'CaBc1',
      replyTo: null,
      engagement: { likes: 12, replies: 1 },
    },
    { ...second, engagement: { replies: 2 } },
  ],
});

testLayout({
  layout: layoutNamed('4cat-threads'),
  fixture: '4cat-threads.csv',
  posts: [
    {
      ...first,
      platform: 'threads',
      engagement: { likes: 12, reposts: 3, replies: 1, quotes: 1 },
      quoteOf: null,
    },
    { ...second, engagement: { likes: 2, reposts: 0, replies: 0, quotes: 0 } },
  ],
});

testLayout({
  layout: layoutNamed('4cat-bluesky'),
  fixture: '4cat-bluesky.csv',
  posts: [
    {
      ...first,
      platform: 'bluesky',
      language: 'en',
      author: { id: 'did:plc:a', handle: 'lena.example', name: 'Lena Brandt' },
      quoteOf: 'at://did:plc:c/app.bsky.feed.post/3k0',
      // All quote counts are 0: the tool does not know them.
      engagement: { likes: 12, reposts: 3, replies: 1 },
    },
    { ...second, replyTo: 'at://did:plc:a/app.bsky.feed.post/3k1' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-telegram'),
  fixture: '4cat-telegram.csv',
  posts: [
    {
      ...first,
      platform: 'telegram',
      sourceId: 'island-1',
      author: { id: '77', ...lena },
      engagement: { views: 400 },
      repostOf: null,
    },
    { ...second, replyTo: 'island-1', repostOf: 'harbour' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-truthsocial'),
  fixture: '4cat-truthsocial.csv',
  posts: [
    {
      ...first,
      platform: 'truthsocial',
      author: { id: '7', ...lena },
      engagement: { reposts: 3, replies: 1 },
      replyTo: null,
    },
    { ...second, replyTo: '111' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-gab'),
  fixture: '4cat-gab.csv',
  posts: [
    {
      ...first,
      platform: 'gab',
      author: { id: '7', ...lena },
      engagement: { likes: 12, reposts: 3, replies: 1 },
    },
    { ...second, replyTo: '111' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-tumblr'),
  fixture: '4cat-tumblr.csv',
  posts: [
    {
      ...first,
      platform: 'tumblr',
      engagement: { likes: 12, reposts: 3, replies: 1 },
      repostOf: null,
      quoteOf: null,
    },
    // A reblog with words of its own quotes; only one without is a repost.
    { ...second, repostOf: null, quoteOf: 'Sailings end at six' },
  ],
});

testLayout({
  layout: layoutNamed('4cat-linkedin'),
  fixture: '4cat-linkedin.csv',
  posts: [
    {
      ...first,
      platform: 'linkedin',
      author: { id: null, handle: 'lena-brandt', name: 'Lena Brandt' },
      engagement: { likes: 12, reposts: 3, replies: 1 },
    },
    { ...second, engagement: { likes: 2, reposts: 0, replies: 0 } },
  ],
});

testLayout({
  layout: layoutNamed('4cat-vk'),
  fixture: '4cat-vk.csv',
  posts: [
    {
      ...first,
      platform: 'vk',
      author: { id: null, ...lena },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    { ...second, author: { id: null, ...tomas } },
  ],
});

testLayout({
  layout: layoutNamed('4cat'),
  fixture: '4cat.csv',
  posts: [
    // Likes are 0 throughout: Facebook's are not collected.
    {
      ...first,
      platform: 'facebook',
      author: { id: null, ...lena },
      engagement: { reposts: 3, replies: 1 },
      replyTo: null,
    },
    { ...second, replyTo: '21' },
  ],
});
