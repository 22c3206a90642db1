import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesNamed } from '../../src/batch/patterns.ts';
import { freshDirectory } from '../helpers/program.ts';

const folder = freshDirectory();
mkdirSync(join(folder, 'deep/deeper'), { recursive: true });
for (const name of [
  'b.csv',
  'a.csv',
  '.hidden.csv',
  'day-1.csv',
  'day-x.csv',
  'odd[1].csv',
  'deep/c.csv',
  'deep/deeper/d.csv',
])
  writeFileSync(join(folder, name), '');

test.each([
  ['?.csv', ['a.csv', 'b.csv']],
  ['day-[0-9].csv', ['day-1.csv']],
  ['day-[!0-9].csv', ['day-x.csv']],
  ['deep/*.csv', ['deep/c.csv']],
  ['*/*.csv', ['deep/c.csv']],
  ['deep/**/*.csv', ['deep/c.csv', 'deep/deeper/d.csv']],
  ['.h*', ['.hidden.csv']],
  ['odd[1].csv', ['odd[1].csv']],
  ['nowhere.csv', ['nowhere.csv']],
])('%s names %j', async (pattern, expected) => {
  const found = await filesNamed([join(folder, pattern)]);
  expect(found.map((file) => relative(folder, file))).toEqual(expected);
});

test('a pattern that nothing fits is an error that names it', async () => {
  await expect(filesNamed([join(folder, '*.tsv')])).rejects.toMatchObject({ code: 'input' });
});

test('standard input is no pattern', async () => {
  expect(await filesNamed(['-'])).toEqual(['-']);
});
