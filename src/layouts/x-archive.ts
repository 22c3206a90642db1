import { xAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkOf, repostedHandle } from './marks.ts';

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
  },
  refine: (post, cell) => {
    const of = (name: string): string => cell(`tweet.${name}`) || cell(name);
    return {
      url: xAddress(post.sourceId, null),
      replyTo: linkOf(of('in_reply_to_status_id_str'), of('in_reply_to_screen_name')),
      repostOf: repostedHandle(post.text),
    };
  },
};
