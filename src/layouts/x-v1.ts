import { xAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkOf, repostText } from './marks.ts';

const LONG = 'extended_tweet.full_text';

/** Posts of the X API, version 1.1, and of programs that kept them as they came. A repost's own text is cut off. */
export const xV1: Layout = {
  name: 'x-v1',
  title: 'X API 1.1 JSON',
  signatures: [
    ['id_str', 'full_text', 'user.screen_name'],
    ['id_str', 'text', 'user.screen_name'],
  ],
  platform: 'x',
  columns: {
    text: [LONG, 'full_text', 'text'],
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
    quoteOf: [
      `quoted_status.${LONG}`,
      'quoted_status.full_text',
      'quoted_status.text',
      'quoted_status_id_str',
    ],
    repostOf: ['retweeted_status.id_str'],
  },
  textOf: (cell) =>
    repostText(
      cell(LONG) || cell('full_text') || cell('text'),
      cell(`retweeted_status.${LONG}`) || cell('retweeted_status.full_text') || cell('retweeted_status.text'),
    ),
  refine: (post, cell) => ({
    url: xAddress(post.sourceId, post.author?.handle ?? null),
    replyTo: linkOf(cell('in_reply_to_status_id_str'), cell('in_reply_to_screen_name')),
    // A repost of a post that quotes quotes nobody itself.
    ...(post.repostOf === null ? {} : { quoteOf: null }),
  }),
};
