import type { Layout } from './layout.ts';

/** Posts of the X API, version 1.1, and of programs that kept them as they came. */
export const xV1: Layout = {
  name: 'x-v1',
  title: 'X API 1.1 JSON',
  signatures: [
    ['id_str', 'full_text', 'user.screen_name'],
    ['id_str', 'text', 'user.screen_name'],
  ],
  platform: 'x',
  columns: {
    text: ['extended_tweet.full_text', 'full_text', 'text'],
    id: ['id_str'],
    handle: ['user.screen_name'],
    name: ['user.name'],
    authorId: ['user.id_str'],
    time: ['created_at'],
    likes: ['favorite_count'],
    reposts: ['retweet_count'],
    replies: ['reply_count'],
    quotes: ['quote_count'],
    language: ['lang'],
    replyTo: ['in_reply_to_status_id_str'],
    quoteOf: ['quoted_status.full_text', 'quoted_status.text', 'quoted_status_id_str'],
    repostOf: ['retweeted_status.id_str'],
  },
};
