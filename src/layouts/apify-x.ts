import { xAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkIf, repostText } from './marks.ts';

/**
 * Apify's tweet scrapers, of which each spells the names in its own way; CSV writes nested names with `/`, JSON
 * with `.`.
 */
export const apifyX: Layout = {
  name: 'apify-x',
  title: 'Apify export of X',
  signatures: [
    ['twitterUrl', 'text', 'createdAt'],
    ['author/userName', 'text', 'createdAt', 'likeCount'],
    ['author/screenName', 'text', 'createdAt', 'likeCount'],
    ['text', 'createdAt', 'inReplyToPostId', 'viewCount'],
  ],
  isLoose: true,
  platform: 'x',
  columns: {
    text: ['fullText', 'text'],
    id: ['id', 'tweetId', 'postId'],
    url: ['url', 'twitterUrl', 'tweetUrl'],
    handle: ['author/userName', 'author/screenName', 'userName', 'screenName'],
    name: ['author/name', 'author/displayName'],
    authorId: ['author/id', 'author/restId', 'authorId'],
    time: ['createdAt'],
    likes: ['likeCount', 'favoriteCount'],
    reposts: ['retweetCount', 'repostCount'],
    replies: ['replyCount'],
    quotes: ['quoteCount'],
    views: ['viewCount', 'viewsCount'],
    language: ['lang'],
    quoteOf: ['quote/text', 'quotedTweet/text', 'quoteId', 'quotedTweet/id', 'quotedPostId'],
    repostOf: ['retweet/id', 'retweetedTweet/id', 'retweetedPostId'],
  },
  textOf: (cell) =>
    repostText(cell('fullText') || cell('text'), cell('retweet/text') || cell('retweetedTweet/text')),
  refine: (post, cell) => {
    const parent = cell('inReplyToId') || cell('inReplyToStatusId') || cell('inReplyToPostId');
    const isReply = cell('isReply') || String(parent !== '');
    return {
      url: post.url ?? xAddress(post.sourceId, post.author?.handle ?? null),
      replyTo: linkIf(isReply, parent, cell('inReplyToUsername')),
      quoteOf: post.quoteOf ?? linkIf(cell('isQuote'), '', ''),
      repostOf: post.repostOf ?? linkIf(cell('isRetweet'), '', ''),
    };
  },
};
