import type { Layout } from './layout.ts';
import { livingText, ownWords, redditAddress, redditPost, repeatedWords } from './reddit-values.ts';

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
  textOf: (cell) => [livingText(cell('title')), ownWords(cell('selftext'))].filter(Boolean).join('\n\n'),
  refine: (post, cell) => ({
    ...redditPost(post, cell, 't3_'),
    url: redditAddress(cell, post.sourceId ?? '', null),
    quoteOf: repeatedWords(cell('selftext')),
  }),
};
