import type { Layout } from './layout.ts';

/** Ids are bare numbers of 64 bits; where `id.str` stands beside them, that is used. */
export const snscrape: Layout = {
  name: 'snscrape',
  title: 'snscrape JSONL of X',
  signatures: [
    ['_type', 'rawContent', 'user.username'],
    ['_type', 'content', 'user.username'],
  ],
  platform: 'x',
  columns: {
    text: ['rawContent', 'content'],
    id: ['id.str', 'id'],
    url: ['url'],
    handle: ['user.username'],
    name: ['user.displayname'],
    authorId: ['user.id.str', 'user.id'],
    time: ['date'],
    likes: ['likeCount'],
    reposts: ['retweetCount'],
    replies: ['replyCount'],
    quotes: ['quoteCount'],
    views: ['viewCount'],
    language: ['lang'],
    replyTo: ['inReplyToTweetId.str', 'inReplyToTweetId'],
    quoteOf: ['quotedTweet.rawContent', 'quotedTweet.content', 'quotedTweet.id.str', 'quotedTweet.id'],
    repostOf: ['retweetedTweet.id.str', 'retweetedTweet.id'],
  },
};
