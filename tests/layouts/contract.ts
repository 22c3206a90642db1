/** What every layout must keep, run by each on a small export of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/formats/csv-writer.ts';
import { openTable } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import { isReject } from '../../src/formats/table.ts';
import { detect } from '../../src/layouts/detection.ts';
import { layoutOf, layouts, postsIn } from '../../src/layouts/index.ts';
import type { Layout } from '../../src/layouts/layout.ts';
import type { Post } from '../../src/reaction.ts';
import { PLATFORMS } from '../../src/reaction.ts';

const folder = join(import.meta.dirname, '../fixtures/layouts');

interface Export {
  readonly layout: Layout;
  /** File in `tests/fixtures/layouts`. */
  readonly fixture: string;
  /** What its posts say, as far as the test cares. */
  readonly posts: readonly Partial<Post>[];
}

async function read(
  name: string,
  bytes: Uint8Array,
): Promise<{ found: string; posts: Post[]; rejects: number }> {
  const { mapping, posts } = await postsIn(await openTable(memorySource(name, [bytes])));
  const known: Post[] = [];
  let rejects = 0;
  for await (const item of posts)
    if (isReject(item)) rejects++;
    else known.push(item.post);
  return { found: mapping.layout.name, posts: known, rejects };
}

/** The same export, written in other ways that a spreadsheet or a system may choose. */
async function rewritten(
  name: string,
  bytes: Uint8Array,
): Promise<(readonly [way: string, bytes: Buffer])[]> {
  const table = await openTable(memorySource(name, [bytes]));
  const lines: (readonly string[])[] = [table.columns];
  for await (const row of table.rows) if (!isReject(row)) lines.push(row.cells);
  const csv = lines.map((cells) => csvLine(cells)).join('');
  const quoted = lines
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`)
    .join('');
  return [
    ['CSV with a byte order mark', Buffer.from(`\ufeff${csv}`)],
    ['semicolons, CRLF and quotes around everything', Buffer.from(quoted)],
    ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
  ];
}

/** The contract: told by its columns and by no others, nothing lost, nothing thrown, however it is written. */
export function testLayout({ layout, fixture, posts: wanted }: Export): void {
  const bytes = readFileSync(join(folder, fixture));

  describe(`${layout.title} (${layout.name})`, () => {
    test('is told by its columns, and by no layout as well', async () => {
      const { columns } = await openTable(memorySource(fixture, [bytes]));
      const scores = layouts.map((other) => [other.name, detect(other, columns)] as const);
      const best = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
      expect(best[0]).toBe(layout.name);
      expect(scores.filter(([, score]) => score === best[1])).toHaveLength(1);
    });

    test('says what its posts say', async () => {
      const { found, posts, rejects } = await read(fixture, bytes);
      expect(found).toBe(layout.name);
      expect(rejects).toBe(0);
      expect(posts).toHaveLength(wanted.length);
      for (const [index, post] of posts.entries()) expect(post).toMatchObject(wanted[index]!);
    });

    test('gives the same posts however the table is written', async () => {
      const { posts } = await read(fixture, bytes);
      for (const [way, other] of await rewritten(fixture, bytes))
        expect({ way, ...(await read('export.csv', other)) }).toEqual({
          way,
          found: layout.name,
          posts,
          rejects: 0,
        });
    });

    test('makes a valid post of any cells', async () => {
      const { columns } = await openTable(memorySource(fixture, [bytes]));
      const odd = [
        '',
        'null',
        '[',
        '{"a":',
        '\u0000',
        '9'.repeat(40),
        '-1',
        '1e999',
        'https://',
        '<p>&#0;',
        'RT @',
        '\ud83d',
      ];
      for (const cell of odd) {
        const row = { row: 1, cells: columns.map(() => cell) };
        const post = layoutOf(columns, [row], { layout: layout.name }).toPost(row) as Post;
        expect(typeof post.text).toBe('string');
        expect([null, ...PLATFORMS]).toContain(post.platform);
        expect(
          (Object.values(post.engagement) as number[]).every(
            (count) => Number.isSafeInteger(count) && count >= 0,
          ),
        ).toBe(true);
        expect(post.publishedAt ?? '2000-01-01T00:00:00Z').toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        expect(post.language ?? 'en').toMatch(/^[a-z]{2}$/);
      }
    });
  });
}

/** The layout of this name. */
export function layoutNamed(name: string): Layout {
  const found = layouts.find((layout) => layout.name === name);
  if (found === undefined) throw new Error(`no layout ${name}`);
  return found;
}
