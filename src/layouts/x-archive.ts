import type { Layout } from './layout.ts';
import { repostedHandle } from './marks.ts';

/** What X gives its own users: `tweets.js`. The author is the one whose archive it is. */
export const xArchive: Layout = {
  name: 'x-archive',
  title: 'X archive',
  signatures: [
    ['tweet.id_str', 'tweet.full_text'],
    ['id_str', 'full_text', 'display_text_range'],
  ],
  platform: 'x',
  columns: {
    text: ['tweet.full_text', 'full_text'],
    id: ['tweet.id_str', 'id_str'],
    time: ['tweet.created_at', 'created_at'],
    likes: ['tweet.favorite_count', 'favorite_count'],
    reposts: ['tweet.retweet_count', 'retweet_count'],
    language: ['tweet.lang', 'lang'],
    replyTo: ['tweet.in_reply_to_status_id_str', 'in_reply_to_status_id_str'],
  },
  refine: (post) => ({ repostOf: repostedHandle(post.text) }),
};
