import type { Layout } from './layout.ts';
import { isTrue } from './values.ts';

/** Apify's tweet scraper; CSV writes nested names with `/`, JSON with `.`. */
export const apifyX: Layout = {
  name: 'apify-x',
  title: 'Apify export of X',
  signatures: [
    ['twitterUrl', 'text', 'createdAt'],
    ['author/userName', 'text', 'createdAt', 'likeCount'],
    ['author.userName', 'text', 'createdAt', 'likeCount'],
  ],
  platform: 'x',
  columns: {
    text: ['fullText', 'text'],
    id: ['id'],
    url: ['url', 'twitterUrl'],
    handle: ['author/userName', 'author.userName'],
    name: ['author/name', 'author.name'],
    authorId: ['author/id', 'author.id'],
    time: ['createdAt'],
    likes: ['likeCount'],
    reposts: ['retweetCount'],
    replies: ['replyCount'],
    quotes: ['quoteCount'],
    views: ['viewCount'],
    language: ['lang'],
    replyTo: ['inReplyToId'],
    quoteOf: ['quote/text', 'quote.text', 'quoteId'],
    repostOf: ['retweet/id', 'retweet.id'],
  },
  refine: (post, cell) => (isTrue(cell('isRetweet')) ? { repostOf: post.repostOf ?? '@' } : {}),
};
