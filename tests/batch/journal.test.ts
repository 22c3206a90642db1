import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesIn, type Entry, Journal } from '../../src/batch/journal.ts';
import { NO_PROGRESS } from '../../src/batch/output.ts';
import { freshDirectory } from '../helpers/program.ts';

const entries: Entry[] = [
  { kind: 'window', input: 0, progress: NO_PROGRESS, checksum: 'a' },
  { kind: 'whole', input: 0 },
  { kind: 'window', input: 1, progress: { ...NO_PROGRESS, output: 12 }, checksum: 'é' },
];

async function written(): Promise<string> {
  const path = join(freshDirectory(), 'journal');
  const journal = await Journal.at(path, 0);
  for (const entry of entries) await journal.add(entry);
  await journal.close();
  return path;
}

const read = async (path: string): Promise<Entry[]> => (await entriesIn(path)).map(({ entry }) => entry);

test('gives its entries back in their order', async () => {
  expect(await read(await written())).toEqual(entries);
});

test('cut anywhere it gives the entries before the cut', async () => {
  const path = await written();
  const bytes = readFileSync(path);
  const ends = (await entriesIn(path)).map(({ end }) => end);
  for (let length = 0; length <= bytes.length; length++) {
    writeFileSync(path, bytes.subarray(0, length));
    expect(await read(path)).toEqual(entries.slice(0, ends.filter((end) => end <= length).length));
  }
});

test('an entry with a flipped bit counts for nothing, nor does what follows it', async () => {
  const path = await written();
  const bytes = readFileSync(path);
  const [first] = (await entriesIn(path)).map(({ end }) => end);
  bytes[first! + 30]! ^= 1;
  writeFileSync(path, bytes);
  expect(await read(path)).toEqual(entries.slice(0, 1));
});

test('goes on behind the entry where it is cut', async () => {
  const path = await written();
  const [first] = await entriesIn(path);
  const journal = await Journal.at(path, first!.end);
  await journal.add(entries[2]!);
  await journal.close();
  expect(await read(path)).toEqual([entries[0], entries[2]]);
});

test('none is an empty one', async () => {
  expect(await read(join(freshDirectory(), 'journal'))).toEqual([]);
});
