import type { CellReader, Layout } from './layout.ts';
import { wordOf } from './values.ts';

/** Posts as the Bluesky API gives them, alone or as items of a feed, in its own spelling or the Python client's. */
export const bluesky: Layout = {
  name: 'bluesky',
  title: 'Bluesky API JSON',
  signatures: [
    ['uri', 'cid', 'record.text'],
    ['post.uri', 'post.cid', 'post.record.text'],
  ],
  platform: 'bluesky',
  columns: {
    text: ['record.text', 'post.record.text'],
    id: ['uri', 'post.uri'],
    handle: ['author.handle', 'post.author.handle'],
    name: [
      'author.displayName',
      'author.display_name',
      'post.author.displayName',
      'post.author.display_name',
    ],
    authorId: ['author.did', 'post.author.did'],
    time: [
      'record.createdAt',
      'record.created_at',
      'post.record.createdAt',
      'indexedAt',
      'indexed_at',
      'post.indexedAt',
    ],
    likes: ['likeCount', 'like_count', 'post.likeCount', 'post.like_count'],
    reposts: ['repostCount', 'repost_count', 'post.repostCount', 'post.repost_count'],
    replies: ['replyCount', 'reply_count', 'post.replyCount', 'post.reply_count'],
    quotes: ['quoteCount', 'quote_count', 'post.quoteCount', 'post.quote_count'],
    language: ['record.langs', 'post.record.langs'],
    replyTo: ['record.reply.parent.uri', 'post.record.reply.parent.uri'],
    quoteOf: [
      'embed.record.value.text',
      'embed.record.record.value.text',
      'post.embed.record.value.text',
      'record.embed.record.uri',
      'post.record.embed.record.uri',
    ],
  },
  refine: (post, cell) => ({
    url: addressOf(post.sourceId, cell),
    repostOf: cell('reason.$type').endsWith('reasonRepost') ? post.sourceId : null,
  }),
};

/** `https://bsky.app/profile/HANDLE/post/RKEY`, from `at://DID/app.bsky.feed.post/RKEY`. */
function addressOf(uri: string | null, cell: CellReader): string | null {
  const handle = wordOf(cell('author.handle')) ?? wordOf(cell('post.author.handle'));
  const match = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri ?? '');
  return match === null ? null : `https://bsky.app/profile/${handle ?? match[1]}/post/${match[2]}`;
}
