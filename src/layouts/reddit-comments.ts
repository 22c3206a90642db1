import type { Layout } from './layout.ts';
import { ownWords, redditAddress, redditPost, repeatedWords } from './reddit-values.ts';

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
  textOf: (cell) => ownWords(cell('body')),
  refine: (post, cell) => ({
    ...redditPost(post, cell, 't1_'),
    url: redditAddress(cell, cell('link_id'), post.sourceId),
    quoteOf: repeatedWords(cell('body')),
  }),
};
