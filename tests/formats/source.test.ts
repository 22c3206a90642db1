import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/errors.ts';
import { openTable } from '../../src/formats/index.ts';
import { headOf, memorySource, sourceOf } from '../../src/formats/source.ts';
import { reopenable } from '../../src/formats/spool.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearsay-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function textOf(source: { open(): AsyncIterable<Uint8Array> }): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function failure(path: string): Promise<HearsayError> {
  const error: unknown = await sourceOf(path).catch((reason: unknown) => reason);
  if (!(error instanceof HearsayError)) throw new Error(`${path} was read`);
  return error;
}

describe('a file', () => {
  test('is read as often as one likes', async () => {
    const source = await sourceOf(fileOf('a.csv', 'id\n1\n'));
    expect(source).toMatchObject({ size: 5, reopenable: true });
    expect([await textOf(source), await textOf(source)]).toEqual(['id\n1\n', 'id\n1\n']);
  });

  test.each(['a.csv.gz', 'misnamed.csv'])('%s is inflated where it is gzip', async (name) => {
    const source = await sourceOf(fileOf(name, gzipSync('id\n1\n')));
    expect(await textOf(source)).toBe('id\n1\n');
  });

  test('gzip of several members is read to the end', async () => {
    const source = await sourceOf(fileOf('two.gz', Buffer.concat([gzipSync('id\n'), gzipSync('1\n')])));
    expect(await textOf(source)).toBe('id\n1\n');
  });

  test.each([
    ['missing', () => join(folder, 'nowhere.csv'), 'there is no such file. Check the path.'],
    ['a directory', () => folder, 'this is a directory. Name the files in it, for example with a pattern.'],
    [
      'a workbook',
      () => fileOf('a.xlsx', Buffer.from('504b030414000600', 'hex')),
      'this is a zip container (Excel workbook, OpenDocument or archive), not text. Open it and save it as CSV (UTF-8).',
    ],
    [
      'a picture',
      () => fileOf('a.csv', Buffer.from('89504e470d0a1a0a', 'hex')),
      'this is a picture, not text. Name a CSV, TSV, JSON, NDJSON, text, Markdown or HTML file.',
    ],
    [
      'noise',
      () =>
        fileOf(
          'noise.csv',
          Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31 + 7 * index) % 256),
        ),
      'this is a binary file, not text. Name a CSV, TSV, JSON, NDJSON, text, Markdown or HTML file.',
    ],
  ])('%s is an error that says so', async (_, path, sentence) => {
    const error = await failure(path());
    expect(error.code).toBe('input');
    expect(error.line).toBe(`${error.at.file}: ${sentence}`);
  });

  test('behind a file that is no folder is missing', async () => {
    expect((await failure(join(fileOf('plain.csv', 'id\n'), 'x'))).message).toBe('there is no such file');
  });

  // Root may read everything.
  test.runIf(process.getuid?.() !== 0)('without the right to read it', async () => {
    const path = fileOf('secret.csv', 'id\n1\n');
    chmodSync(path, 0o000);
    expect((await failure(path)).message).toBe('this file may not be read');
  });

  test('gzip that is cut off is an error, not a shorter file', async () => {
    const bytes = gzipSync('id,text\n'.repeat(100_000));
    const source = memorySource('cut.gz', [bytes.subarray(0, bytes.length - 20)]);
    await expect(textOf(source)).rejects.toThrow('this gzip file is cut off');
  });

  test('a bomb is stopped before it fills anything', async () => {
    const bytes = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x61));
    await expect(textOf(memorySource('bomb.gz', [bytes]))).rejects.toThrow('inflates beyond 200 : 1');
  });
});

describe('a pipe', () => {
  const piped = (text: string): Readable => Readable.from([Buffer.from(text)]);

  test('can be looked at before it is read', async () => {
    const source = await sourceOf('-', piped('id,text\n1,a\n'));
    expect(source).toMatchObject({ name: 'standard input', size: null, reopenable: false });
    expect((await headOf(source)).toString()).toBe('id,text\n1,a\n');
    expect(await textOf(source)).toBe('id,text\n1,a\n');
  });

  test('of many chunks arrives whole behind the look', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `${index},words and words\n`);
    const source = await sourceOf('-', Readable.from(lines.map((line) => Buffer.from(line))));
    expect((await textOf(source)) === lines.join('')).toBe(true);
  });

  test('kept on disk can be read twice', async () => {
    const source = await reopenable(await sourceOf('-', piped('{"a":1}\n')));
    expect([await textOf(source), await textOf(source)]).toEqual(['{"a":1}\n', '{"a":1}\n']);
  });

  test('of JSON is read as a file is', async () => {
    const table = await openTable(await sourceOf('-', piped('{"a":1}\n{"b":2}\n')));
    expect(table.columns).toEqual(['a', 'b']);
  });

  test('of gzip is inflated', async () => {
    const source = await sourceOf('-', Readable.from([gzipSync('id\n1\n')]));
    expect(await textOf(source)).toBe('id\n1\n');
  });
});

test('many folders deep a file is a file', async () => {
  mkdirSync(join(folder, 'a b', 'ü'), { recursive: true });
  const source = await sourceOf(fileOf(join('a b', 'ü', 'x.csv'), 'id\n'));
  expect(await textOf(source)).toBe('id\n');
});
