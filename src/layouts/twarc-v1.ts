import type { Layout } from './layout.ts';
import { linkIf, linkOf } from './marks.ts';

export const twarcV1: Layout = {
  name: 'twarc-v1',
  title: 'twarc (version 1) CSV of X',
  signatures: [['tweet_url', 'parsed_created_at', 'retweet_or_quote_id']],
  platform: 'x',
  columns: {
    text: ['text', 'full_text'],
    id: ['id'],
    url: ['tweet_url'],
    handle: ['user_screen_name'],
    name: ['user_name'],
    authorId: ['user_id'],
    time: ['parsed_created_at', 'created_at'],
    likes: ['favorite_count'],
    reposts: ['retweet_count'],
    language: ['lang'],
  },
  refine: (_, cell) => {
    const kind = cell('tweet_type').toLowerCase();
    const other = (isIt: boolean): string | null =>
      linkIf(String(isIt), cell('retweet_or_quote_id'), cell('retweet_or_quote_screen_name'));
    return {
      replyTo: linkOf(cell('in_reply_to_status_id'), cell('in_reply_to_screen_name')),
      repostOf: other(kind === 'retweet'),
      quoteOf: other(kind === 'quote'),
    };
  },
};
