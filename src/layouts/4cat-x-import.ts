import type { Layout } from './layout.ts';
import { linkIf } from './marks.ts';
import { wordOf } from './values.ts';

/** X posts that Zeeschuimer collected, as 4CAT or Zeeschuimer itself writes them; quoted words have a column. */
export const fourcatXImport: Layout = {
  name: '4cat-x-import',
  title: '4CAT or Zeeschuimer export of X',
  signatures: [
    ['thread_id', 'body', 'language_guess', 'is_quote_tweet'],
    ['thread_id', 'body', 'language_guess', 'is_quote_tweet', 'quote_author', 'quote_body', 'replied_author'],
    [
      'collected_from_url',
      'thread_id',
      'body',
      'language_guess',
      'is_quote_tweet',
      'is_retweet',
      'impression_count',
    ],
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
    time: ['unix_timestamp', 'timestamp'],
    likes: ['like_count'],
    reposts: ['retweet_count'],
    replies: ['reply_count'],
    quotes: ['quote_count'],
    views: ['impression_count'],
    language: ['language_guess'],
  },
  refine: (post, cell) => ({
    replyTo: linkIf(
      cell('is_reply'),
      cell('thread_id') === post.sourceId ? '' : cell('thread_id'),
      cell('replied_author'),
    ),
    quoteOf:
      wordOf(cell('quote_body')) ??
      linkIf(cell('is_quote_tweet'), cell('quote_tweet_id'), cell('quote_author')),
    repostOf: linkIf(cell('is_retweet'), '', cell('retweeted_user')),
  }),
};
