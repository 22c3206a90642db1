import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDirectory, hearsay } from '../helpers/program.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshDirectory();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const POSTS = [
  'Report:;Ferries;;;;',
  '',
  'id;text;lang;created_at;likes;url',
  '1.98E+18;The ferry was late again and nobody told us why it was;en;2026-03-01 18:30:00;1,200;https://x.com/a/status/5',
  '2;RT @lena: The ferry was late again and nobody told us;en;2026-03-02 18:30:00;0;https://x.com/a/status/6',
  '3;RT @lena: The ferry was late again and nobody told us;en-GB;yesterday;0;https://x.com/a/status/7',
  '4;;de;2026-02-01 00:00:00;;',
  '5;Die Fähre war schon wieder zu spät, und niemand sagte uns warum;de;2026-02-01 00:00:00;7;',
  '6;short',
  '7;"odd" one;en;;;',
  '',
].join('\r\n');

test('tells tool, writing, columns, damage, shares, languages and dates', async () => {
  const cwd = folderWith({ 'posts.csv': Buffer.from(POSTS, 'latin1') });
  const run = await hearsay(['inspect', 'posts.csv', '--json'], { cwd });
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    file: 'posts.csv',
    bytes: POSTS.length,
    layout: 'generic',
    encoding: 'windows-1252',
    delimiter: ';',
    quote: '"',
    newline: '\r\n',
    preamble: ['Report:;Ferries;;;;', ''],
    header: ['id', 'text', 'lang', 'created_at', 'likes', 'url'],
    columnMap: {
      id: 'id',
      text: 'text',
      language: 'lang',
      time: 'created_at',
      likes: 'likes',
      url: 'url',
      name: null,
    },
    rows: 5,
    rejected: { columns: 1, quote: 1 },
    firstReject: { row: 6, line: 9, message: '2 cells where the header has 6' },
    ids: { present: 5, damaged: 1, roundedColumn: false },
    emptyTexts: 1,
    duplicates: 1,
    distinctTexts: 3,
    reposts: 2,
    languagesByColumn: { en: 3, de: 2 },
    languagesDetected: { en: 1, de: 1 },
    platforms: { x: 3, unknown: 2 },
    dates: { first: '2026-02-01T00:00:00Z', last: '2026-03-02T18:30:00Z', unread: 1 },
    engagementKnown: { likes: 4 },
  });
});

test('an empty file is said to be empty', async () => {
  const run = await hearsay(['inspect', 'none.csv'], { cwd: folderWith({ 'none.csv': '' }) });
  expect(run).toMatchObject({
    status: 0,
    stdout: 'file            none.csv: empty, neither a header nor a row\n',
  });
});

test('says it in words', async () => {
  const cwd = folderWith({ 'posts.csv': Buffer.from(POSTS, 'latin1') });
  const { stdout, stderr } = await hearsay(['inspect', 'posts.csv'], { cwd });
  expect(stderr).toBe('');
  const lines = Object.fromEntries(
    stdout.split('\n').map((line) => [line.slice(0, 16).trim(), line.slice(16)]),
  );
  expect(lines).toMatchObject({
    tool: 'table with columns of common names (layout generic)',
    'written as': 'CSV, Windows-1252, semicolon, quote ", lines end in CRLF',
    'above header': '2 lines: Report:;Ferries;;;; / ',
    rows: '5',
    'first of them': 'row 6, line 9: 2 cells where the header has 6',
    rejected: '2 (28.6 %): columns 1, quote 1',
    ids: '5 (100.0 %), 1 damaged',
    'without text': '1 (20.0 %)',
    duplicates: '1 (20.0 %) repeat an earlier text',
    reposts: '2 (40.0 %)',
    dates: '2026-02-01T00:00:00Z to 2026-03-02T18:30:00Z; 1 cells are no date',
  });
});

test('rounded ids are told', async () => {
  const ids = ['1983214266412530000', '1983109844336880000', '1982765952466620000', '1978433620087100000'];
  const cwd = folderWith({ 'posts.csv': `id,text\n${ids.map((id) => `${id},late\n`).join('')}` });
  const { stdout } = await hearsay(['inspect', 'posts.csv'], { cwd });
  expect(stdout).toContain('ids             4 (100.0 %), all rounded: they end in zeros and are not used\n');
});

test('a tool is named', async () => {
  const { stdout } = await hearsay(['inspect', 'tests/fixtures/layouts/meltwater.csv']);
  expect(stdout).toContain('tool            Meltwater export (layout meltwater)\n');
  expect(stdout).toContain('written as      CSV, UTF-16 LE, tab');
});

test('a table without text is told, not refused', async () => {
  const cwd = folderWith({ 'numbers.csv': 'a,b\n1,2\n' });
  const run = await hearsay(['inspect', 'numbers.csv'], { cwd });
  expect(run.status).toBe(0);
  expect(run.stdout).toContain('no text found: name its column with --text-column');
});

test('control characters of a header reach no terminal', async () => {
  const cwd = folderWith({ 'posts.csv': 'id,\u001b[31mtext\n1,a\n' });
  expect((await hearsay(['inspect', 'posts.csv'], { cwd })).stdout).not.toContain('\u001b');
});

describe('what is no export', () => {
  test('a document is told by its size and language', async () => {
    const cwd = folderWith({
      'digest.txt': 'The ferry was late. “We waited four hours,” Lena Brandt said.\n',
    });
    const run = await hearsay(['inspect', 'digest.txt', '--json'], { cwd });
    expect(JSON.parse(run.stdout)).toMatchObject({
      holds: 'documents',
      documents: 1,
      words: 11,
      languages: { en: 1 },
    });
  });

  test.each([
    ['', 0],
    ['id,text\n', 0],
  ])('%j has no rows', async (content, rows) => {
    const cwd = folderWith({ 'posts.csv': content });
    const run = await hearsay(['inspect', 'posts.csv', '--json'], { cwd });
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ rows, rejected: {}, estimatedSeconds: 0 });
  });

  test.each([
    ['nowhere.csv', 4],
    ['.', 4],
  ])('%s ends with %i', async (file, status) => {
    const run = await hearsay(['inspect', file], { cwd: folderWith({}) });
    expect(run.status).toBe(status);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});
