import { expect, test } from 'vitest';
import { type Window, WINDOW_ROWS, windowsOf } from '../../src/batch/windows.ts';
import type { Reject } from '../../src/errors.ts';
import { isReject } from '../../src/formats/table.ts';
import type { PostRow } from '../../src/layouts/index.ts';

const post = (row: number, text: string): PostRow => ({
  row: { row, cells: [String(row), text] },
  post: {
    row,
    text,
    sourceId: null,
    url: null,
    author: null,
    publishedAt: null,
    engagement: {},
    language: null,
    platform: null,
    replyTo: null,
    quoteOf: null,
    repostOf: null,
  },
});
const reject = (row: number): Reject => ({ file: 'a.csv', row, code: 'columns', message: 'short', raw: 'x' });

async function* given(items: readonly (PostRow | Reject)[]): AsyncGenerator<PostRow | Reject> {
  yield* items;
}

async function windows(items: readonly (PostRow | Reject)[]): Promise<Window[]> {
  const found: Window[] = [];
  for await (const window of windowsOf(given(items))) found.push(window);
  return found;
}

const sizes = (found: readonly Window[]): number[] => found.map(({ items }) => items.length);

test('windows have a fixed number of rows, rejected ones counted', async () => {
  const items = Array.from({ length: WINDOW_ROWS + 3 }, (_, i) =>
    i % 5 === 0 ? reject(i + 1) : post(i + 1, 'a'),
  );
  expect(sizes(await windows(items))).toEqual([WINDOW_ROWS, 3]);
});

test('a window of megabytes ends early', async () => {
  const long = 'a'.repeat(3_000_000);
  expect(sizes(await windows([1, 2, 3].map((row) => post(row, `${row}${long}`))))).toEqual([2, 1]);
});

test('nothing gives no window', async () => {
  expect(await windows([])).toEqual([]);
});

test('a text that stood there before is a duplicate, an empty one is none', async () => {
  const [window] = await windows(['a', 'b', 'a', '', ' ', '', 'A'].map((text, i) => post(i + 1, text)));
  expect(window!.items.map((item) => !isReject(item) && item.isDuplicate)).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('the checksum tells what was read from the beginning on', async () => {
  const rows = Array.from({ length: 2 * WINDOW_ROWS }, (_, i) => post(i + 1, `text ${i}`));
  const [first, second] = await windows(rows);
  const changed = await windows([post(1, 'another'), ...rows.slice(1)]);
  expect(changed[0]!.read).not.toBe(first!.read);
  expect(changed[1]!.read).not.toBe(second!.read);
  expect((await windows(rows)).map(({ read }) => read)).toEqual([first!.read, second!.read]);
});
