/** What people feed a command line by mistake: each ends in a result or in one clear line, never in a stack trace. */
import { openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finished, freshDirectory, hearsay, repository } from '../helpers/program.ts';

const PERSIAN = 'این تصمیم برای مردم جزیره بسیار بد است و همه از آن ناراحت هستند.';

const records = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshDirectory();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('nothing to read', () => {
  test.each(['empty.txt', 'empty.csv', 'empty.ndjson', 'empty.json'])(
    '%s gives no records and exit 0',
    async (name) => {
      const cwd = folderWith({ [name]: '' });
      const run = await hearsay(['analyze', name, '--format', 'ndjson'], { cwd });
      expect(run).toMatchObject({ status: 0, stdout: '' });
    },
  );

  test('an export of a header alone gives a valid empty summary', async () => {
    const cwd = folderWith({ 'posts.csv': 'id,text\n' });
    const run = await hearsay(['analyze', 'posts.csv', '--format', 'json'], { cwd });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ reactions: [] });
  });
});

describe('what can not be read ends with exit 4 and one line', () => {
  test('a missing file', async () => {
    const run = await hearsay(['analyze', 'nowhere.csv']);
    expect(run.status).toBe(4);
    expect(run.stderr).toBe('hearsay: nowhere.csv: there is no such file. Check the path.\n');
  });

  test('a directory', async () => {
    const cwd = folderWith({});
    const run = await hearsay(['analyze', cwd]);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('this is a directory');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a binary file, even if its name says CSV', async () => {
    const cwd = folderWith({ 'posts.csv': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') });
    const run = await hearsay(['analyze', 'posts.csv'], { cwd });
    expect(run.status).toBe(4);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('odd but readable', () => {
  test('a CSV of one column is a list of posts', async () => {
    const cwd = folderWith({ 'posts.csv': 'text\nI love the new bridge!\nThe bridge is a disgrace.\n' });
    const run = await hearsay(['analyze', 'posts.csv', '--format', 'ndjson', '--target', 'bridge'], { cwd });
    expect(run.status).toBe(0);
    expect(records(run.stdout).map(({ sentiment }) => (sentiment as { label: string }).label)).toEqual([
      'positive',
      'negative',
    ]);
  });

  test('a text in a language that is not read is flagged, unlabelled and counted', async () => {
    const cwd = folderWith({
      'posts.csv': `id,text\n1,${PERSIAN}\n2,What a lovely morning on the island.\n`,
    });
    const run = await hearsay(['analyze', 'posts.csv', '--format', 'ndjson'], { cwd });
    expect(run.status).toBe(0);
    expect(records(run.stdout)).toMatchObject([
      { flags: ['unsupported-language'], sentiment: { label: null } },
      { flags: [], sentiment: { label: 'positive' } },
    ]);
  });

  test('one row of 100 MB is rejected, and the rows beside it are kept', async () => {
    const cwd = freshDirectory();
    const file = openSync(join(cwd, 'posts.csv'), 'w');
    writeSync(file, 'id,text\n1,A fine day.\n2,');
    const block = 'x'.repeat(2 ** 20);
    for (let i = 0; i < 100; i++) writeSync(file, block);
    writeSync(file, '\n3,A sad day.\n');
    const run = await hearsay(['analyze', 'posts.csv', '--format', 'ndjson'], { cwd });
    expect(run.status).toBe(0);
    expect(records(run.stdout).map(({ provenance }) => (provenance as { row: number }).row)).toEqual([1, 3]);
    expect(run.stderr.trim().split('\n').at(-1)).toBe('rows in 3 = out 2 + rejected 1');
  });
});

describe('endless texts', () => {
  test.each([
    ['a word of a million letters', 'x'.repeat(1e6)],
    ['a million words', 'word '.repeat(1e6)],
  ])('%s in a cell is scored by its beginning', async (_, cell) => {
    const cwd = folderWith({ 'posts.csv': `id,text\n1,A fine day.\n2,${cell}\n` });
    const run = await hearsay(['analyze', 'posts.csv', '--format', 'ndjson'], { cwd });
    expect(run.status).toBe(0);
    expect(records(run.stdout).map(({ flags }) => flags)).toEqual([[], ['truncated']]);
  });
});

describe('a damaged model', () => {
  test('that was cut in half ends with exit 5, before anything is scored', async () => {
    const cwd = freshDirectory('models/sentiment-small', 'models/stance-small', 'models/sentence-encoder');
    const weights = join(cwd, 'models/sentiment-small/onnx/model_quantized.onnx');
    truncateSync(weights, Math.floor(statSync(weights).size / 2));
    writeFileSync(join(cwd, 'posts.csv'), 'text\nA fine day.\n');
    const run = await hearsay(['analyze', 'posts.csv'], {
      cwd,
      env: { HEARSAY_MODELS: join(cwd, 'models') },
    });
    expect(run.status).toBe(5);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('wrong use', () => {
  test('an unknown option ends with exit 2', async () => {
    expect((await hearsay(['analyze', '--tagret', 'x'])).status).toBe(2);
  });

  test('an unknown column ends with exit 2 and names the nearest', async () => {
    const cwd = folderWith({ 'posts.csv': 'id,message\n1,A fine day.\n' });
    const run = await hearsay(['analyze', 'posts.csv', '--text-column', 'mesage'], { cwd });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('message');
  });
});

describe('a reader that goes away', () => {
  test('ends the program quietly', async () => {
    const line = `"${process.execPath}" dist/cli.js analyze --format ndjson; echo "status $?" >&2`;
    const run = await finished('bash', ['-c', `set -o pipefail; ( ${line} ) | head -n 1`], {
      cwd: repository,
    });
    expect(run.stdout.split('\n').filter(Boolean)).toHaveLength(1);
    expect(run.stderr).toContain('status 0');
    expect(run.stderr).not.toMatch(/EPIPE|^\s+at /m);
  });
});
