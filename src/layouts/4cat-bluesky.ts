import type { Layout } from './layout.ts';

/** `timestamp` is a number of seconds here, `created_at` the readable time. */
export const fourcatBluesky: Layout = {
  name: '4cat-bluesky',
  title: '4CAT export of Bluesky',
  signatures: [['body', 'author_display_name', 'quoted_post', 'replied_to_post']],
  platform: 'bluesky',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['link', 'url'],
    handle: ['author'],
    name: ['author_display_name'],
    authorId: ['author_id'],
    time: ['created_at', 'timestamp'],
    likes: ['like_count'],
    reposts: ['repost_count'],
    replies: ['reply_count'],
    quotes: ['quote_count'],
    language: ['languages'],
    replyTo: ['replied_to_post'],
    quoteOf: ['quoted_post'],
  },
};
