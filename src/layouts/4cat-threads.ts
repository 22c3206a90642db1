import type { Layout } from './layout.ts';

/** `quotes` counts those who quoted the post. */
export const fourcatThreads: Layout = {
  name: '4cat-threads',
  title: '4CAT or Zeeschuimer export of Threads',
  signatures: [['thread_id', 'body', 'likes', 'reposts', 'replies', 'quotes', 'url']],
  platform: 'threads',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['url'],
    handle: ['author'],
    time: ['unix_timestamp', 'timestamp'],
    likes: ['likes'],
    reposts: ['reposts'],
    replies: ['replies'],
    quotes: ['quotes'],
  },
};
