import { layoutNamed, testLayout } from './contract.ts';
import { FAIR, first, ID_LATE, LATE, second } from './invented.ts';

testLayout({
  layout: layoutNamed('crowdtangle-api'),
  fixture: 'crowdtangle-api.json',
  posts: [
    {
      ...first,
      platform: 'facebook',
      sourceId: '9_21',
      language: 'en',
      author: { id: '9', handle: 'islandnews', name: 'Island News' },
      engagement: { likes: 12, reposts: 3, replies: 1 },
      repostOf: null,
      // With words of its own it quotes the post that it links to.
      quoteOf: '77',
    },
    {
      ...second,
      platform: 'instagram',
      author: { id: '44', handle: 'tomas', name: 'Tomas' },
      engagement: { likes: 2, replies: 0 },
      quoteOf: null,
    },
    { text: 'Sailings end at six', repostOf: '77', quoteOf: null },
  ],
});

testLayout({
  layout: layoutNamed('youtube-api'),
  fixture: 'youtube-api.json',
  posts: [
    {
      ...first,
      platform: 'youtube',
      sourceId: 'Ug1',
      author: { id: 'UCa', handle: 'lena', name: '@lena' },
      url: 'https://www.youtube.com/watch?v=abcdefghijk&lc=Ug1',
      engagement: { likes: 12, replies: 1 },
      replyTo: null,
    },
    { ...second, sourceId: 'Ug1.y', replyTo: 'Ug1', engagement: { likes: 2 } },
    {
      text: 'Harbour walk\n\nThe boats & more',
      language: 'en',
      author: { id: 'UCowner', handle: null, name: 'Island News' },
      url: 'https://www.youtube.com/watch?v=abcdefghijk',
      engagement: { likes: 12, replies: 1, views: 400 },
    },
  ],
});

testLayout({
  layout: layoutNamed('tiktok-research'),
  fixture: 'tiktok-research.json',
  posts: [
    {
      ...first,
      platform: 'tiktok',
      sourceId: '7300000000000000001',
      author: { id: null, handle: 'lena', name: null },
      url: 'https://www.tiktok.com/@lena/video/7300000000000000001',
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    { ...second, sourceId: '7300000000000000002' },
  ],
});

testLayout({
  layout: layoutNamed('tiktok-research-comments'),
  fixture: 'tiktok-research-comments.json',
  posts: [
    {
      ...first,
      platform: 'tiktok',
      sourceId: '7300000000000000011',
      author: null,
      engagement: { likes: 12, replies: 1 },
      replyTo: null,
    },
    { ...second, replyTo: '7300000000000000011' },
  ],
});

testLayout({
  layout: layoutNamed('apify-instagram'),
  fixture: 'apify-instagram.json',
  posts: [
    {
      ...first,
      platform: 'instagram',
      sourceId: 'CaBc1',
      url: 'https://www.instagram.com/p/CaBc1/',
      author: { id: '42', handle: 'lena', name: 'Lena Brandt' },
      engagement: { likes: 12, replies: 1 },
    },
    { ...second, sourceId: 'CaBc2', engagement: { replies: 0, views: 90 } },
  ],
});

testLayout({
  layout: layoutNamed('apify-instagram-comments'),
  fixture: 'apify-instagram-comments.json',
  posts: [
    {
      ...first,
      platform: 'instagram',
      sourceId: '18',
      author: { id: '42', handle: 'lena', name: 'Lena Brandt' },
      engagement: { likes: 12, replies: 1 },
    },
    { ...second, author: { id: '43', handle: 'tomas', name: null } },
  ],
});

testLayout({
  layout: layoutNamed('apify-facebook'),
  fixture: 'apify-facebook.json',
  posts: [
    {
      ...first,
      platform: 'facebook',
      sourceId: '21',
      author: { id: '9', handle: 'islandnews', name: 'Island News' },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
    },
    {
      ...second,
      sourceId: '22',
      author: { id: 'pfbid0b', handle: null, name: 'Tomas' },
      engagement: { likes: 2, reposts: 0, replies: 0 },
    },
  ],
});

testLayout({
  layout: layoutNamed('apify-facebook-comments'),
  fixture: 'apify-facebook-comments.json',
  posts: [
    {
      ...first,
      platform: 'facebook',
      author: { id: '42', handle: null, name: 'Lena Brandt' },
      engagement: { likes: 12, replies: 1 },
      replyTo: null,
    },
    { ...second, replyTo: '@', engagement: { likes: 2 } },
  ],
});

testLayout({
  layout: layoutNamed('sprout'),
  fixture: 'sprout.csv',
  posts: [
    {
      text: LATE,
      publishedAt: '2026-03-15T18:30:00Z',
      platform: 'x',
      sourceId: ID_LATE,
      author: { id: null, handle: 'lena', name: '@lena' },
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
      replyTo: null,
    },
    {
      text: FAIR,
      publishedAt: '2026-03-15T19:00:00Z',
      platform: 'facebook',
      author: { id: null, handle: null, name: 'Tomas' },
      engagement: { likes: 2, replies: 0, views: 1090 },
      replyTo: '@',
    },
  ],
});
