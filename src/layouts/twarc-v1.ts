import { idOf } from './ids.ts';
import type { Layout } from './layout.ts';

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
    replyTo: ['in_reply_to_status_id'],
  },
  refine: (_, cell) => {
    const other = idOf(cell('retweet_or_quote_id'));
    const kind = cell('tweet_type').toLowerCase();
    return { repostOf: kind === 'retweet' ? other : null, quoteOf: kind === 'quote' ? other : null };
  },
};
