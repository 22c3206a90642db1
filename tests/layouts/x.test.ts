import { layoutNamed, testLayout } from './contract.ts';
import { FAIR, ID_FAIR, ID_LATE, LATE, first, second, lena, tomas } from './invented.ts';

const likes = { likes: 12, reposts: 3, replies: 1, quotes: 0 };
const one = {
  ...first,
  sourceId: ID_LATE,
  platform: 'x',
  language: 'en',
  author: { id: '42', ...lena },
} as const;
const two = { ...second, sourceId: ID_FAIR, platform: 'x', author: { id: '43', ...tomas } } as const;

testLayout({
  layout: layoutNamed('4cat-x'),
  fixture: '4cat-x.csv',
  posts: [
    {
      ...one,
      engagement: { likes: 12, reposts: 3, replies: 1, views: 400 },
      replyTo: null,
      quoteOf: '@harbour',
    },
    { ...two, engagement: { likes: 0, reposts: 0, replies: 0, views: 0 }, replyTo: ID_LATE, quoteOf: null },
  ],
});

testLayout({
  layout: layoutNamed('4cat-x-import'),
  fixture: '4cat-x-import.csv',
  posts: [
    {
      ...one,
      language: null,
      engagement: { likes: 12, reposts: 3, replies: 1, quotes: 2 },
      quoteOf: 'Sailings end at six',
    },
    { ...two, text: `RT @lena: ${FAIR}`, language: 'de', quoteOf: null, repostOf: '@lena' },
  ],
});

testLayout({
  layout: layoutNamed('twarc-csv'),
  fixture: 'twarc-csv.csv',
  posts: [
    { ...one, engagement: likes, quoteOf: '1983000000000000001', replyTo: null },
    {
      ...two,
      engagement: { likes: 2, reposts: 0, replies: 0, quotes: 0, views: 90 },
      replyTo: ID_LATE,
      language: null,
    },
  ],
});

testLayout({
  layout: layoutNamed('twarc-v1'),
  fixture: 'twarc-v1.csv',
  posts: [
    { ...one, engagement: { likes: 12, reposts: 3 }, quoteOf: '1983000000000000001', repostOf: null },
    { ...two, quoteOf: null, repostOf: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('x-api'),
  fixture: 'x-api.json',
  posts: [
    { ...one, engagement: { ...likes, views: 400 }, quoteOf: 'Sailings end at six', replyTo: null },
    { ...two, language: 'id', quoteOf: null, replyTo: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('x-v1'),
  fixture: 'x-v1.ndjson',
  posts: [
    { ...one, quoteOf: 'Sailings end at six' },
    { ...two, text: `RT @lena: ${FAIR}`, repostOf: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('x-web'),
  fixture: 'x-web.ndjson',
  posts: [
    { ...one, author: { id: null, ...lena }, engagement: { ...likes, views: 400 } },
    { ...two, author: { id: null, ...tomas }, replyTo: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('x-archive'),
  fixture: 'x-archive.js',
  posts: [
    { ...one, author: null, engagement: { likes: 12, reposts: 3 }, repostOf: null },
    { ...two, author: null, text: `RT @lena: ${FAIR}`, repostOf: '@lena' },
  ],
});

testLayout({
  layout: layoutNamed('snscrape'),
  fixture: 'snscrape.jsonl',
  posts: [
    { ...one, engagement: { ...likes, views: 400 }, quoteOf: 'Sailings end at six' },
    { ...two, author: { id: '42', ...tomas }, replyTo: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('twitter-web-exporter'),
  fixture: 'twitter-web-exporter.csv',
  posts: [
    {
      ...one,
      language: null,
      engagement: { ...likes, views: 400 },
      quoteOf: '77',
      repostOf: null,
      replyTo: null,
    },
    { ...two, replyTo: '@lena' },
  ],
});

testLayout({
  layout: layoutNamed('apify-x'),
  fixture: 'apify-x.csv',
  posts: [
    {
      ...one,
      engagement: { ...likes, views: 400 },
      url: `https://x.com/lena/status/${ID_LATE}`,
      repostOf: null,
    },
    { ...two, replyTo: ID_LATE },
  ],
});

testLayout({
  layout: layoutNamed('zeeschuimer'),
  fixture: 'zeeschuimer.ndjson',
  posts: [
    { ...one, engagement: { ...likes, views: 400 } },
    {
      ...second,
      sourceId: '73',
      platform: 'tiktok',
      author: { id: '9', ...tomas },
      engagement: { likes: 2, reposts: 0, replies: 0, views: 90 },
    },
  ],
});

testLayout({
  layout: layoutNamed('generic'),
  fixture: 'generic.csv',
  posts: [
    {
      text: LATE,
      sourceId: ID_LATE,
      platform: 'x',
      language: 'en',
      engagement: { likes: 1200, reposts: 3 },
      author: { id: null, ...lena },
    },
    // The id was damaged by a spreadsheet; the address still has it.
    {
      text: `RT @lena: ${FAIR}`,
      sourceId: ID_FAIR,
      language: 'en',
      engagement: { likes: 2500 },
      repostOf: '@lena',
    },
  ],
});
