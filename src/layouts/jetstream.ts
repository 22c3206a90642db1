import { blueskyAddress } from './addresses.ts';
import type { Layout } from './layout.ts';
import { wordOf } from './values.ts';

const POST = 'app.bsky.feed.post';
const REPOST = 'app.bsky.feed.repost';

/**
 * Bluesky's firehose as Jetstream writes it: accounts by their ids alone, no counts, and between the posts likes,
 * follows and news of accounts, which are no posts and stay without text.
 */
export const jetstream: Layout = {
  name: 'jetstream',
  title: 'Bluesky Jetstream JSON',
  signatures: [['did', 'time_us', 'kind', 'commit.collection']],
  platform: 'bluesky',
  columns: {
    text: ['commit.record.text'],
    authorId: ['did'],
    time: ['commit.record.createdAt', 'time_us'],
    language: ['commit.record.langs'],
    replyTo: ['commit.record.reply.parent.uri'],
    quoteOf: ['commit.record.embed.record.uri', 'commit.record.embed.record.record.uri'],
  },
  textOf: (cell) => (cell('commit.collection') === POST ? cell('commit.record.text') : ''),
  refine: (_, cell) => {
    const [account, collection, key] = [cell('did'), cell('commit.collection'), cell('commit.rkey')];
    const uri = [account, collection, key].includes('') ? null : `at://${account}/${collection}/${key}`;
    return {
      sourceId: uri,
      url: blueskyAddress(uri, null),
      repostOf: collection === REPOST ? wordOf(cell('commit.record.subject.uri')) : null,
    };
  },
};
