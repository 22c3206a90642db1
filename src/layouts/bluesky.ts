import { blueskyAddress, didIn } from './addresses.ts';
import { type CellReader, firstOf, type Layout } from './layout.ts';
import { momentOf } from './times.ts';
import { wordOf } from './values.ts';

/** In a feed every post is wrapped; the Python client spells names with `_`. */
const post = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [name, `post.${name}`]).flatMap((name) => [name, snakeCase(name)]);
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Posts as the Bluesky API gives them: alone, as items of a feed, or as records of one account. */
export const bluesky: Layout = {
  name: 'bluesky',
  title: 'Bluesky API JSON',
  signatures: [
    ['uri', 'cid', 'record.text'],
    ['post.uri', 'post.cid', 'post.record.text'],
    ['uri', 'cid', 'value.text'],
  ],
  platform: 'bluesky',
  columns: {
    text: [...post('record.text'), 'value.text'],
    id: post('uri'),
    handle: post('author.handle'),
    name: post('author.displayName'),
    authorId: post('author.did'),
    time: [...post('record.createdAt', 'indexedAt'), 'value.createdAt'],
    likes: post('likeCount'),
    reposts: post('repostCount'),
    replies: post('replyCount'),
    quotes: post('quoteCount'),
    language: [...post('record.langs'), 'value.langs'],
    replyTo: [...post('record.reply.parent.uri'), 'value.reply.parent.uri'],
    quoteOf: [
      ...post('embed.record.value.text', 'embed.record.record.value.text'),
      ...post('record.embed.record.uri', 'record.embed.record.record.uri'),
      'value.embed.record.uri',
      'value.embed.record.record.uri',
    ],
  },
  refine: (found, cell) => {
    const { sourceId, author } = found;
    const own = {
      url: blueskyAddress(sourceId, author?.handle ?? null),
      author: author ?? accountOf(didIn(sourceId)),
    };
    return isRepost(cell) ? { ...own, ...repostOf(found, cell) } : own;
  },
};

const accountOf = (id: string | null): { id: string; handle: null; name: null } | null =>
  id === null ? null : { id, handle: null, name: null };

const isRepost = (cell: CellReader): boolean =>
  firstOf(cell, ['reason.$type', 'reason.py_type']).endsWith('reasonRepost');

/** Who reposts it, and when, stands in the reason. */
function repostOf(
  { sourceId, author, publishedAt }: Parameters<NonNullable<Layout['refine']>>[0],
  cell: CellReader,
): ReturnType<NonNullable<Layout['refine']>> {
  const by = (...names: readonly string[]): string | null =>
    wordOf(
      firstOf(
        cell,
        names.map((name) => `reason.by.${name}`),
      ),
    );
  const handle = by('handle');
  return {
    sourceId: wordOf(cell('reason.uri')) ?? sourceId,
    author: handle === null ? author : { id: by('did'), handle, name: by('displayName', 'display_name') },
    publishedAt: momentOf(firstOf(cell, ['reason.indexedAt', 'reason.indexed_at'])) ?? publishedAt,
    repostOf: sourceId,
    quoteOf: null,
  };
}
