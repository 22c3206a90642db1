import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesIn, finished, freshDirectory, hearsay, repository } from '../helpers/program.ts';

const POSTS = 'id,text\r\n007,"late, again"\r\n1983214266412530429,"so\r\nlate"\r\n8\r\n';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshDirectory();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

describe('on standard output', () => {
  test('canonical CSV; what was detected, each reject and the account on standard error', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const run = await hearsay(['rows', 'posts.csv'], { cwd });
    expect(run.status).toBe(0);
    expect(run.stdout).toBe('id,text\n007,"late, again"\n1983214266412530429,"so\r\nlate"\n');
    expect(run.stderr.split('\n')).toEqual([
      'posts.csv: layout generic, UTF-8, comma, text in "text"',
      'posts.csv, row 3, line 5: rejected (columns). 1 cell where the header has 2',
      'rows in 3 = out 2 + rejected 1',
      '',
    ]);
  });

  test('what it writes it reads as the same', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const once = await hearsay(['rows', 'posts.csv', '-q'], { cwd });
    const twice = await hearsay(['rows', '-', '-q'], { cwd, input: once.stdout });
    expect(twice).toEqual({ ...once, stderr: '' });
  });

  test('NDJSON', async () => {
    const cwd = folderWith({ 'posts.tsv': 'id\ttext\t\tid\n007\tlate\tx\ty\n' });
    const { stdout } = await hearsay(['rows', 'posts.tsv', '--format', 'ndjson'], { cwd });
    expect(stdout).toBe('{"id":"007","text":"late","column_3":"x","id_2":"y"}\n');
  });

  test('standard input, compressed or not', async () => {
    for (const input of [Buffer.from(POSTS), gzipSync(POSTS)])
      expect((await hearsay(['rows', '-', '-q'], { input })).stdout).toContain('007,"late, again"\n');
  });

  test('several files of one header become one table', async () => {
    const cwd = folderWith({ 'a.csv': 'id,text\n1,a\n', 'b.csv': 'id;text\n2;b\n', 'c.ndjson': '{"x":1}\n' });
    expect((await hearsay(['rows', 'a.csv', 'b.csv'], { cwd })).stdout).toBe('id,text\n1,a\n2,b\n');
    const run = await hearsay(['rows', 'a.csv', 'c.ndjson'], { cwd });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("these files have different columns and can't be one CSV");
  });

  test('an input that can not be read is named, the others are shown, and it ends with 4', async () => {
    const cwd = folderWith({ 'a.csv': 'id,text\n1,a\n', 'b.csv': 'id,text\n2,b\n', 'note.txt': 'Words.\n' });
    const run = await hearsay(['rows', 'a.csv', 'none.csv', 'note.txt', 'b.csv'], { cwd });
    expect(run.status).toBe(4);
    expect(run.stdout).toBe('id,text\n1,a\n2,b\n');
    expect(run.stderr).toContain('hearsay: none.csv: there is no such file.');
    expect(run.stderr).toContain('hearsay: note.txt: this holds documents, which have no rows.');
    expect(run.stderr.split('\n').slice(-3)).toEqual([
      "2 of 4 inputs can't be read, the others are done",
      'rows in 2 = out 2 + rejected 0',
      '',
    ]);
  });

  test('a header that comes again is no post; a first line without names is told', async () => {
    const input = gzipSync('id,text\n1,a\n');
    const joined = await hearsay(['rows', '-'], { input: Buffer.concat([input, input]) });
    expect(joined.stdout).toBe('id,text\n1,a\n1,a\n');
    expect(joined.stderr).toContain('row 2, line 3: rejected (not-a-post). the header again');
    const headless = await hearsay(['rows', '-', '--as', 'posts'], { input: '1983214,a\n1983215,b\n' });
    expect(headless.stderr).toContain('the first line looks like a row; -H reads it as one');
  });

  test('csvkit options are heard', async () => {
    const cwd = folderWith({ 'posts.csv': Buffer.from('note\n1|caf\xe9|en\n', 'latin1') });
    const args = ['rows', 'posts.csv', '-q', '-d', '|', '-K', '1', '-H', '-e', 'latin1'];
    expect((await hearsay(args, { cwd })).stdout).toBe('column_1,column_2,column_3\n1,café,en\n');
    const tabbed = folderWith({ 'posts.csv': "a,b\tc\n'x\ty'\tz\n" });
    const quoted = await hearsay(['rows', 'posts.csv', '-q', '-t', '--quotechar', "'"], { cwd: tabbed });
    expect(quoted.stdout).toBe('"a,b",c\nx\ty,z\n');
  });

  test('cells are guarded for spreadsheets only where that is asked for', async () => {
    const cwd = folderWith({ 'posts.csv': 'id,text\n-5,=1+1\n' });
    expect((await hearsay(['rows', 'posts.csv', '-q'], { cwd })).stdout).toBe('id,text\n-5,=1+1\n');
    expect((await hearsay(['rows', 'posts.csv', '-q', '--spreadsheet-safe'], { cwd })).stdout).toBe(
      "id,text\n-5,'=1+1\n",
    );
  });

  test.each(['', 'id,text\n'])('%j is valid output and exit 0', async (content) => {
    const cwd = folderWith({ 'posts.csv': content });
    const run = await hearsay(['rows', 'posts.csv'], { cwd });
    expect(run).toMatchObject({ status: 0, stdout: content });
    expect(run.stderr).toContain('rows in 0 = out 0 + rejected 0');
  });

  test('--strict ends with 3 where something was rejected', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS, 'good.csv': 'id,text\n1,a\n' });
    expect((await hearsay(['rows', 'posts.csv', '--strict'], { cwd })).status).toBe(3);
    expect((await hearsay(['rows', 'good.csv', '--strict'], { cwd })).status).toBe(0);
  });

  test('a reader that goes away ends it quietly', async () => {
    const cwd = folderWith({ 'posts.csv': `id,text\n${'1,some words\n'.repeat(200_000)}` });
    const program = join(repository, 'dist/cli.js');
    const run = await finished(
      'bash',
      ['-o', 'pipefail', '-c', `node ${program} rows posts.csv -q | head -1`],
      { cwd },
    );
    expect(run).toMatchObject({ status: 0, stdout: 'id,text\n', stderr: '' });
  });

  test('a full disk is exit 6 and one line', async () => {
    const cwd = folderWith({ 'posts.csv': `id,text\n${'1,some words\n'.repeat(10_000)}` });
    const program = join(repository, 'dist/cli.js');
    const run = await finished('bash', ['-c', `node ${program} rows posts.csv -q > /dev/full`], { cwd });
    expect(run.status).toBe(6);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('into a folder', () => {
  test('rows and rejects of every input, and nothing on standard output', async () => {
    const cwd = folderWith({
      'posts.v2.tsv.gz': gzipSync('id\ttext\n1\ta\n2\n'),
      'more.json': '[{"text":"b"}]',
    });
    const run = await hearsay(['rows', 'posts.v2.tsv.gz', 'more.json', '-o', 'out/deep'], { cwd });
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(run.stderr).toContain('rows in 3 = out 2 + rejected 1');
    expect(filesIn(join(cwd, 'out/deep'))).toEqual([
      'more.csv',
      'more.rejects.csv',
      'posts.v2.csv',
      'posts.v2.rejects.csv',
    ]);
    expect(read(cwd, 'out/deep/posts.v2.csv')).toBe('id,text\n1,a\n');
    expect(read(cwd, 'out/deep/posts.v2.rejects.csv')).toBe(
      'file,row,line,code,message,raw\nposts.v2.tsv.gz,2,3,columns,1 cell where the header has 2,2\n',
    );
    expect(read(cwd, 'out/deep/more.rejects.csv')).toBe('file,row,line,code,message,raw\n');
  });

  test.each([
    [['a/posts.csv', 'posts.csv', '-o', 'out'], 'two inputs would both be written to out/posts.csv'],
    [['posts.csv', '-o', '.'], 'posts.csv is an input and would be overwritten'],
  ])('%j is wrong use', async (args, sentence) => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    mkdirSync(join(cwd, 'a'));
    writeFileSync(join(cwd, 'a/posts.csv'), POSTS);
    const run = await hearsay(['rows', ...args], { cwd });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(sentence);
    expect(read(cwd, 'posts.csv')).toBe(POSTS);
  });

  test('rejects replace no input and no rows of another', async () => {
    const cwd = folderWith({ 'a.csv': POSTS, 'a.rejects.csv': 'id,text\n1,a\n' });
    const onto = await hearsay(['rows', 'a.csv', 'a.rejects.csv', '-o', 'out'], { cwd });
    expect([onto.status, onto.stderr]).toEqual([2, expect.stringContaining('would both be written to')]);
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out', 'a.rejects.csv'), 'id,text\n1,a\n');
    const over = await hearsay(['rows', 'a.csv', 'out/a.rejects.csv', '-o', 'out'], { cwd });
    expect(over.status).toBe(2);
    expect(read(cwd, 'out', 'a.rejects.csv')).toBe('id,text\n1,a\n');
  });

  test('an earlier result is replaced; where the input breaks off it stays as it was', async () => {
    const bytes = gzipSync(
      `id,text\n${Array.from({ length: 50_000 }, (_, index) => `${index},words\n`).join('')}`,
    );
    const cwd = folderWith({ 'posts.csv.gz': bytes.subarray(0, bytes.length / 2) });
    mkdirSync(join(cwd, 'out'));
    writeFileSync(join(cwd, 'out/posts.csv'), 'earlier\n');
    const run = await hearsay(['rows', 'posts.csv.gz', '-o', 'out'], { cwd });
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('this gzip file is cut off');
    expect(filesIn(join(cwd, 'out'))).toEqual(['posts.csv']);
    expect(read(cwd, 'out/posts.csv')).toBe('earlier\n');
    writeFileSync(join(cwd, 'posts.csv.gz'), bytes);
    expect((await hearsay(['rows', 'posts.csv.gz', '-o', 'out'], { cwd })).status).toBe(0);
    expect(read(cwd, 'out/posts.csv')).toBe(gunzipSync(bytes).toString());
  });

  test.each([
    ['INT', 130],
    ['TERM', 143],
  ])(
    'SIG%s ends it at once, even while it waits for input, and nothing half-written stays',
    async (signal, status) => {
      const cwd = folderWith({ 'posts.csv': `id,text\n${'1,some words\n'.repeat(60_000)}` });
      const program = join(repository, 'dist/cli.js');
      const script = `mkfifo pipe; exec 3<> pipe; cat posts.csv >&3 & feed=$!; node ${program} rows - -o out < pipe & it=$!
      until ls out/*.new; do sleep 0.1; done; kill -${signal} $it; wait $it; code=$?; kill $feed; exit $code`;
      const started = Date.now();
      const run = await finished('bash', ['-c', script], { cwd });
      expect(run.status).toBe(status);
      expect(filesIn(join(cwd, 'out'))).toEqual([]);
      expect(Date.now() - started).toBeLessThan(50_000);
    },
  );

  test('a folder that can not be made is exit 6', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS, file: 'x' });
    for (const place of ['file', 'file/below', '/proc/below']) {
      const run = await hearsay(['rows', 'posts.csv', '-q', '-o', place], { cwd });
      expect(run.status).toBe(6);
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});

test.each([
  [['nowhere.csv'], 4, 'there is no such file'],
  [['.'], 4, 'this is a directory'],
  [['digest.txt'], 2, 'this holds documents, which have no rows'],
  [['posts.csv', '--layout', 'nosuch'], 2, 'there is no layout "nosuch"'],
  [['posts.csv', '--text-column', 'nosuch'], 2, 'there is no column "nosuch"; the header is id, text'],
  [['posts.csv', '-d', ''], 2, "can't divide cells"],
  [['posts.csv', '-e', 'klingon'], 2, 'there is no encoding "klingon"'],
  [[], 2, "missing required argument 'files'"],
])('rows %j ends with %i', async (args, status, sentence) => {
  const cwd = folderWith({ 'posts.csv': POSTS, 'digest.txt': 'Prose.\n' });
  const run = await hearsay(['rows', ...args], { cwd });
  expect(run.status).toBe(status);
  expect(run.stderr).toContain(sentence);
  expect(run.stderr).not.toMatch(/^\s+at /m);
});
