import type { Layout } from './layout.ts';

/** Line breaks are the two characters `\n`; a repost carries the original's text and numbers. */
export const twarcCsv: Layout = {
  name: 'twarc-csv',
  title: 'twarc-csv export of X',
  signatures: [
    ['id', 'text', 'author_id', 'referenced_tweets.replied_to.id', '__twarc.retrieved_at'],
    [
      'id',
      'text',
      'author_id',
      'referenced_tweets.replied_to.id',
      'public_metrics.like_count',
      'author.username',
    ],
  ],
  platform: 'x',
  writing: 'escapes',
  columns: {
    text: ['text'],
    id: ['id'],
    handle: ['author.username'],
    name: ['author.name'],
    authorId: ['author_id', 'author.id'],
    time: ['created_at'],
    likes: ['public_metrics.like_count'],
    reposts: ['public_metrics.retweet_count'],
    replies: ['public_metrics.reply_count'],
    quotes: ['public_metrics.quote_count'],
    views: ['public_metrics.impression_count'],
    language: ['lang'],
    replyTo: ['referenced_tweets.replied_to.id'],
    quoteOf: ['referenced_tweets.quoted.id'],
    repostOf: ['referenced_tweets.retweeted.id'],
  },
};
