import type { Layout } from './layout.ts';
import { livingText, redditAddress } from './reddit-values.ts';

export const redditComments: Layout = {
  name: 'reddit-comments',
  title: 'Reddit comments',
  signatures: [['link_id', 'parent_id', 'body', 'subreddit']],
  platform: 'reddit',
  columns: {
    text: ['body'],
    id: ['name', 'id'],
    handle: ['author'],
    authorId: ['author_fullname'],
    time: ['created_utc'],
    likes: ['score', 'ups'],
    replyTo: ['parent_id'],
    topic: ['subreddit'],
  },
  textOf: (cell) => livingText(cell('body')),
  refine: (_, cell) => ({ url: redditAddress(cell('permalink')) }),
};
