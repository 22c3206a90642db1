import { xAddress } from './addresses.ts';
import type { CellReader, Layout } from './layout.ts';
import { repostText } from './marks.ts';
import { listOf, wordOf } from './values.ts';

/**
 * Posts of the X API, version 2. Authors and the words of other posts come from what the answer includes beside
 * them, or stand in the reference itself where a tool has put them there (`twarc2 flatten`).
 */
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
  // The API cuts a repost off; what it repeats is whole.
  textOf: (cell) => {
    const own = cell('note_tweet.text') || cell('text');
    return repostText(own, cell('retweeted.text') || (referenceOf(cell, 'retweeted')?.text ?? ''));
  },
  refine: (post, cell) => {
    const quoted = referenceOf(cell, 'quoted');
    return {
      url: xAddress(post.sourceId, post.author?.handle ?? null),
      replyTo: referenceOf(cell, 'replied_to')?.id ?? null,
      quoteOf: wordOf(cell('quoted.text')) ?? quoted?.text ?? quoted?.id ?? null,
      repostOf: referenceOf(cell, 'retweeted')?.id ?? null,
    };
  },
};

interface Reference {
  readonly id: string;
  readonly text: string | undefined;
}

function referenceOf(cell: CellReader, kind: string): Reference | null {
  for (const reference of listOf(cell('referenced_tweets'))) {
    const { type, id, text } = (reference ?? {}) as { type?: unknown; id?: unknown; text?: unknown };
    if (type === kind && typeof id === 'string')
      return { id, text: typeof text === 'string' ? text : undefined };
  }
  return null;
}
