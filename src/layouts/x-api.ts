import type { Layout } from './layout.ts';
import { listOf, wordOf } from './values.ts';

/** Posts of the X API, version 2. Authors and quoted words come from what the answer includes beside them. */
export const xApi: Layout = {
  name: 'x-api',
  title: 'X API 2 JSON',
  signatures: [
    ['id', 'text', 'author_id', 'public_metrics.like_count'],
    ['id', 'text', 'edit_history_tweet_ids'],
    ['id', 'text', 'author_id', 'referenced_tweets'],
  ],
  platform: 'x',
  columns: {
    text: ['note_tweet.text', 'text'],
    id: ['id'],
    handle: ['author.username'],
    name: ['author.name'],
    authorId: ['author_id'],
    time: ['created_at'],
    likes: ['public_metrics.like_count'],
    reposts: ['public_metrics.retweet_count'],
    replies: ['public_metrics.reply_count'],
    quotes: ['public_metrics.quote_count'],
    views: ['public_metrics.impression_count'],
    language: ['lang'],
  },
  refine: (_, cell) => {
    const references = listOf(cell('referenced_tweets'));
    return {
      replyTo: referenceOf(references, 'replied_to'),
      quoteOf: wordOf(cell('quoted.text')) ?? referenceOf(references, 'quoted'),
      repostOf: referenceOf(references, 'retweeted'),
    };
  },
};

function referenceOf(references: readonly unknown[], kind: string): string | null {
  for (const reference of references) {
    const { type, id } = (reference ?? {}) as { type?: unknown; id?: unknown };
    if (type === kind && typeof id === 'string') return id;
  }
  return null;
}
