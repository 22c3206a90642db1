import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { measured, type Measured } from '../../src/batch/measured-source.ts';
import { sourceOf } from '../../src/formats/source.ts';
import { freshDirectory } from '../helpers/program.ts';

async function source(name: string, content: Uint8Array): Promise<Measured> {
  const path = join(freshDirectory(), name);
  writeFileSync(path, content);
  return measured(await sourceOf(path));
}

const text = Buffer.from('id,text\n'.repeat(1000));

test.each([
  ['a.csv', text],
  ['a.csv.gz', gzipSync(text)],
])('%s: what is read, or the cells that are done, of what the file holds', async (name, bytes) => {
  const it = await source(name, bytes);
  expect(it.share(null)).toBe(0);
  for await (const _ of it.source.open());
  expect(it.share(null)).toBe(1);
  expect(it.share(text.length / 4)).toBe(0.25);
});

test('an empty file and a pipe have no share', async () => {
  expect((await source('a.csv', Buffer.alloc(0))).share(0)).toBeNull();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield text;
  }
  expect((await measured(await sourceOf('-', chunks()))).share(10)).toBeNull();
});
