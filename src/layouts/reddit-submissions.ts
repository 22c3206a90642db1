import type { Layout } from './layout.ts';
import { livingText, redditAddress } from './reddit-values.ts';

export const redditSubmissions: Layout = {
  name: 'reddit-submissions',
  title: 'Reddit submissions',
  signatures: [['title', 'selftext', 'num_comments', 'subreddit']],
  platform: 'reddit',
  columns: {
    text: ['selftext', 'title'],
    id: ['name', 'id'],
    handle: ['author'],
    authorId: ['author_fullname'],
    time: ['created_utc'],
    likes: ['score', 'ups'],
    reposts: ['num_crossposts'],
    replies: ['num_comments'],
    views: ['view_count'],
    repostOf: ['crosspost_parent'],
    topic: ['subreddit'],
  },
  textOf: (cell) => [livingText(cell('title')), livingText(cell('selftext'))].filter(Boolean).join('\n\n'),
  refine: (_, cell) => ({ url: redditAddress(cell('permalink')) }),
};
