import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';

/** 4CAT's own collection from the X API. Its `timestamp` is UTC, its `unix_timestamp` shifts with the server. */
export const fourcatX: Layout = {
  name: '4cat-x',
  title: '4CAT export of X',
  signatures: [
    ['thread_id', 'body', 'language_guess', 'is_retweet', 'retweeted_user', 'impression_count'],
    ['thread_id', 'body', 'language_guess', 'is_quote_tweet', 'replied_user'],
    ['thread_id', 'body', 'language_guess', 'is_quote_tweet', 'quoted_user'],
  ],
  platform: 'x',
  zeroMayBeUnknown: true,
  columns: {
    text: ['body'],
    id: ['id'],
    url: ['link'],
    handle: ['author'],
    name: ['author_fullname'],
    authorId: ['author_id'],
    time: ['timestamp', 'unix_timestamp'],
    likes: ['like_count'],
    reposts: ['retweet_count'],
    replies: ['reply_count'],
    quotes: ['quote_count'],
    views: ['impression_count'],
    language: ['language_guess'],
  },
  refine: (post, cell) => ({
    replyTo: linkIf(cell('is_reply'), otherThan(cell('thread_id'), post.sourceId), cell('replied_user')),
    quoteOf: linkIf(cell('is_quote_tweet'), '', cell('quoted_user')),
    repostOf: linkIf(cell('is_retweet'), '', cell('retweeted_user')),
  }),
};

/** A thread is named by its first post; that is no reply to itself. */
const otherThan = (id: string, own: string | null): string => (id === own ? '' : id);
