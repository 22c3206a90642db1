import { xAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { linkOf, repostedHandle } from './marks.ts';

const REPLIED = 'referenced_tweets.replied_to.id';

/**
 * Line breaks are the two characters `\n`; a repost carries the original's text and numbers. Its ids of other posts
 * may have gone through a float: then only that there is one is known.
 */
export const twarcCsv: Layout = {
  name: 'twarc-csv',
  title: 'twarc-csv export of X',
  signatures: [
    ['id', 'text', 'author_id', REPLIED, '__twarc.retrieved_at'],
    ['id', 'text', 'author_id', REPLIED, 'public_metrics.like_count', 'author.username'],
  ],
  platform: 'x',
  writing: 'escapes',
  columns: {
    text: ['note_tweet.text', 'text'],
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
  },
  refine: (post, cell) => ({
    url: xAddress(post.sourceId, post.author?.handle ?? null),
    replyTo: linkOf(cell(REPLIED), cell('in_reply_to_username')),
    quoteOf: linkOf(cell('referenced_tweets.quoted.id')),
    repostOf: linkOf(cell('referenced_tweets.retweeted.id')) ?? repostedHandle(post.text),
  }),
};
