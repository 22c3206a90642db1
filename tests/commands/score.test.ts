/** `hearsay score` as its users meet it: the built program, its files, its words and its exit code from one run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test, vi } from 'vitest';
import { csvLine } from '../../src/formats/csv-writer.ts';
import { inventedExport, inventedHeader, inventedRows } from '../helpers/invented-export.ts';
import { filesIn, finished, freshDirectory, hearsay, type Run } from '../helpers/program.ts';

const cellsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv, { newline: '\n', delimiter: ',' }).data.slice(0, -1);
const lastLine = ({ stderr }: Run): string => stderr.trim().split('\n').at(-1)!;
const file = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = freshDirectory();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const POSTS =
  csvLine(['id', 'text', 'topic']) +
  csvLine(['007', 'I love the new bridge, what a wonderful day!', 'new bridge']) +
  csvLine(['1983214266412530429', 'This is awful, they closed it "again"\nand nobody cares', '']) +
  csvLine(['1e5', '', 'new bridge']) +
  csvLine(['4', 'I love the new bridge, what a wonderful day!', 'new bridge']) +
  csvLine(['5', 'Это очень плохой мост, и мы все недовольны', 'new bridge']);

describe('what is added', () => {
  test('sentiment and flags, without a target', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const run = await hearsay(['score', 'posts.csv'], { cwd });
    expect(run.status).toBe(0);
    expect(lastLine(run)).toBe('rows in 5 = out 5 + rejected 0');
    const [head, ...rows] = cellsOf(run.stdout);
    expect(head!.slice(3)).toEqual([
      'hearsay_sentiment',
      'hearsay_sentiment_negative',
      'hearsay_sentiment_neutral',
      'hearsay_sentiment_positive',
      'hearsay_flags',
    ]);
    expect(rows.map((cells) => [cells[3], cells.at(-1)])).toEqual([
      ['positive', ''],
      ['negative', expect.stringMatching(/^(unsure:sentiment)?$/)],
      ['', 'no-text'],
      ['positive', 'duplicate'],
      ['', 'unsupported-language'],
    ]);
    const probabilities = rows.flatMap((cells) => cells.slice(4, 7));
    for (const cell of probabilities) expect(cell).toMatch(/^([01]\.\d{4})?$/);
    expect(run.stdout.startsWith(`id,text,topic,`)).toBe(true);
  });

  test('stance toward targets and target columns, in the order in which they are given', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const run = await hearsay(
      ['score', 'posts.csv', '--target-column', '3', '--target', 'The Mayor', '--prefix', 'h_'],
      { cwd },
    );
    const [head, ...rows] = cellsOf(run.stdout);
    expect(head!.slice(7)).toEqual([
      'h_stance_topic',
      'h_stance_topic_favor',
      'h_stance_topic_against',
      'h_stance_topic_none',
      'h_stance_the_mayor',
      'h_stance_the_mayor_favor',
      'h_stance_the_mayor_against',
      'h_stance_the_mayor_none',
      'h_flags',
    ]);
    expect(rows[0]![7]).toMatch(/^(favor|against|none)$/);
    expect(rows[1]!.slice(7, 11)).toEqual(['', '', '', '']);
    expect(rows[1]![11]).toMatch(/^(favor|against|none)$/);
  });

  test('to a column of that name only with --overwrite', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    await hearsay(['score', 'posts.csv', '-o', 'once.csv'], { cwd });
    const refused = await hearsay(['score', 'once.csv', '-o', 'twice.csv'], { cwd });
    expect(refused.status).toBe(2);
    expect(lastLine(refused)).toBe(
      'hearsay: once.csv: there is a column "hearsay_sentiment" already. Replace it with --overwrite, or give the new columns another --prefix.',
    );
    expect((await hearsay(['score', 'once.csv', '-o', 'twice.csv', '--overwrite'], { cwd })).status).toBe(0);
    expect(file(cwd, 'twice.csv')).toBe(file(cwd, 'once.csv'));
    expect(filesIn(cwd)).not.toContain('twice.csv.partial');
  });
});

describe('every row comes back', () => {
  test('with every cell exactly as it was, whatever the cells hold', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '',
        '007',
        '1e5',
        '12345678901234567890',
        'a,b',
        'say "hi"',
        'x\ny',
        'x\r\ny',
        ' \t ',
        '=1+1',
        '👩‍👩‍👧',
        'NULL',
      ),
    );
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 25 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        // A line of blanks alone is no row.
        const own = rows.map((cells, i) => [
          `id ${i}`,
          ...cells.map((it) => it.replaceAll(/[\u0000\ufeff]/g, '')),
        ]);
        const header = own[0]!.map((_, i) => (i === 1 ? 'text' : i % 3 === 0 ? '' : 'same'));
        const input = [header, ...own].map((cells) => csvLine(cells)).join('');
        const run = await hearsay(['score', '-', '-d', ',', '--text-column', 'text'], { input });
        expect(run.status).toBe(0);
        expect(cellsOf(run.stdout).map((cells) => cells.slice(0, header.length))).toEqual([header, ...own]);
        expect(lastLine(run)).toBe(`rows in ${own.length} = out ${own.length} + rejected 0`);
      }),
      { numRuns: 8 },
    );
    // Eight programs one after another, on a machine that may be busy.
  }, 180_000);

  test('over many windows, with ids, duplicate and unnamed columns untouched', async () => {
    const shape = { rows: 1500, repeated: 0.95 };
    const cwd = folderWith({ 'posts.csv': inventedExport(shape) });
    const run = await hearsay(['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv'], { cwd });
    expect(lastLine(run)).toBe('rows in 1500 = out 1500 + rejected 0');
    const cells = cellsOf(file(cwd, 'scored.csv')).map((row) => row.slice(0, inventedHeader.length));
    expect(cells).toEqual([inventedHeader, ...inventedRows(shape)]);
  });

  test('or goes to the rejects with its place, its fault and its own words', async () => {
    const cwd = folderWith({ 'posts.csv': 'id,text\n1,good\n2,bad,row\n3,"fine\nhere"\n4\n' });
    const run = await hearsay(['score', 'posts.csv', '-o', 'scored.csv', '--strict'], { cwd });
    expect(run.status).toBe(3);
    expect(lastLine(run)).toBe('rows in 4 = out 2 + rejected 2');
    expect(file(cwd, 'scored.csv.rejects.csv')).toMatchInlineSnapshot(`
      "file,row,line,code,message,raw
      posts.csv,2,3,columns,3 cells where the header has 2,"2,bad,row"
      posts.csv,4,6,columns,1 cell where the header has 2,4
      "
    `);
    expect(
      (await hearsay(['score', 'posts.csv', '-o', 'scored.csv', '--rejects', 'r.csv'], { cwd })).status,
    ).toBe(0);
    expect(file(cwd, 'r.csv')).toBe(file(cwd, 'scored.csv.rejects.csv'));
  });

  test('reposts too, unless they are to be dropped: then each stands whole among the rejects', async () => {
    const posts =
      csvLine(['id', 'text', 'retweeted_id']) +
      csvLine(['1', 'The bridge is open again.', '']) +
      csvLine(['2', 'RT @ann: The bridge, "our" bridge, is open again. ', '1']);
    const cwd = folderWith({ 'posts.csv': posts });
    const kept = await hearsay(['score', 'posts.csv', '-o', 'kept.csv'], { cwd });
    expect(kept.stderr).toContain('posts.csv: 1 repost, kept (--reposts keep|drop|count)');
    expect(lastLine(kept)).toBe('rows in 2 = out 2 + rejected 0');
    const dropped = await hearsay(['score', 'posts.csv', '-o', 'own.csv', '--reposts', 'drop'], { cwd });
    expect(dropped.stderr).toContain('posts.csv: 1 repost, dropped (--reposts keep|drop|count)');
    expect(lastLine(dropped)).toBe('rows in 2 = out 1 + rejected 1');
    const [, reject] = cellsOf(file(cwd, 'own.csv.rejects.csv'));
    expect(reject!.slice(0, 4)).toEqual(['posts.csv', '2', '', 'repost']);
    expect(`${reject![5]}\n`).toBe(csvLine(['2', 'RT @ann: The bridge, "our" bridge, is open again. ', '1']));
  });

  describe('--reposts count', () => {
    const posts =
      csvLine(['id', 'text', 'retweeted_id', 'retweet_count']) +
      csvLine(['1', 'RT @ann: The bridge is open again.', '3', '2']) +
      csvLine(['2', 'Another bridge, and nobody repeats it.', '', '']) +
      csvLine(['3', 'The bridge is open again.', '', '1']) +
      csvLine(['4', 'RT @ann: The bridge is open again.', '3', '2']) +
      csvLine(['5', 'RT @zoe: The bridge is closed.', '99', '7']) +
      csvLine(['6', 'A known one.', '', '40']) +
      csvLine(['7', 'RT @eve: A known one.', '6', '40']);

    test('counts reposts on the posts of the file that they repeat, before or behind; each stands whole among the rejects', async () => {
      const cwd = folderWith({ 'posts.csv': posts });
      const run = await hearsay(['score', 'posts.csv', '-o', 'out.csv', '--reposts', 'count'], { cwd });
      expect(run.stderr).toContain(
        'posts.csv: 4 reposts, 3 counted on the posts that they repeat, 1 kept, as the post that they repeat is not in the file or not named (--reposts keep|drop|count)',
      );
      expect(lastLine(run)).toBe('rows in 7 = out 4 + rejected 3');
      const [head, ...rows] = cellsOf(file(cwd, 'out.csv'));
      expect(head!.slice(-2)).toEqual(['hearsay_flags', 'hearsay_reposts']);
      // At least as many as the file shows; what nobody knows is empty, and no 0.
      expect(rows.map((cells) => [cells[0], cells.at(-1)])).toEqual([
        ['2', ''],
        ['3', '2'],
        ['5', '7'],
        ['6', '40'],
      ]);
      const rejects = cellsOf(file(cwd, 'out.csv.rejects.csv')).slice(1);
      expect(rejects.map(([, row, , code, message]) => [row, code, message])).toEqual([
        ['1', 'repost', 'a repost of 3, counted there as --reposts told'],
        ['4', 'repost', 'a repost of 3, counted there as --reposts told'],
        ['7', 'repost', 'a repost of 6, counted there as --reposts told'],
      ]);
      expect(`${rejects[0]![5]}\n`).toBe(csvLine(['1', 'RT @ann: The bridge is open again.', '3', '2']));
    });

    test('gives from standard input what it gives from a file', async () => {
      const cwd = folderWith({ 'posts.csv': posts });
      await hearsay(['score', 'posts.csv', '-o', 'out.csv', '--reposts', 'count'], { cwd });
      const piped = await hearsay(['score', '-q', '--reposts', 'count'], { input: posts });
      expect(piped.stdout).toBe(file(cwd, 'out.csv'));
    });

    test('minds the column that it adds', async () => {
      const input = 'text,hearsay_reposts\ngood,1\n';
      expect((await hearsay(['score', '-q'], { input })).status).toBe(0);
      const run = await hearsay(['score', '--reposts', 'count'], { input });
      expect(run.status).toBe(2);
      expect(run.stderr).toContain('there is a column "hearsay_reposts" already');
    });

    test('goes on with --resume where the reposts are the same, and refuses where a later row adds one', async () => {
      const cwd = folderWith({});
      const many = inventedRows({ rows: 2000, repeated: 0.95 }).map((cells, i) =>
        csvLine([String(i), cells[2]!, i % 7 === 6 ? String(i - 6) : '']),
      );
      const input = csvLine(['id', 'text', 'retweeted_id']) + many.join('');
      const args = ['score', '--reposts', 'count', '-o', 'out.csv'];
      // Standard input is kept in a file of its own; the output grows larger.
      const kilobytes = Math.ceil(Buffer.byteLength(input) / 1024) + 4;
      const limited = ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, ...command(...args)];
      expect((await finished('bash', limited, { cwd, input })).status).toBe(6);
      expect(filesIn(cwd)).toContain('out.csv.partial/journal');
      const changed = `${input}2000,once more,0\n`;
      const refused = await hearsay([...args, '--resume'], { cwd, input: changed });
      expect(refused.status).toBe(2);
      expect(lastLine(refused)).toContain('standard input has changed since the run began');
      const resumed = await hearsay([...args, '--resume'], { cwd, input });
      expect(resumed.stderr).toMatch(/going on with out\.csv behind row \d+\n/);
      expect(lastLine(resumed)).toBe('rows in 2000 = out 1715 + rejected 285');
      const undisturbed = await hearsay(['score', '-q', '--reposts', 'count'], { input });
      expect(file(cwd, 'out.csv')).toBe(undisturbed.stdout);
      // Four programs one after another, on a machine that may be busy.
    }, 180_000);
  });

  test('rejects of standard output are told, or kept where --rejects says', async () => {
    const input = 'id,text\n1,good\n2,bad,row\n';
    const told = await hearsay(['score'], { input });
    expect(told.stderr).toContain(
      'standard input, row 2, line 3: rejected (columns). 3 cells where the header has 2',
    );
    const cwd = freshDirectory();
    const kept = await hearsay(['score', '--rejects', 'r.csv'], { input, cwd });
    expect(kept.stderr).not.toContain('rejected (columns)');
    expect(cellsOf(file(cwd, 'r.csv'))).toHaveLength(2);
    expect(filesIn(cwd)).toEqual(['r.csv']);
  });
});

describe('inputs and outputs', () => {
  test('standard input and output give what files give', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    await hearsay(['score', 'posts.csv', '-o', 'scored.csv'], { cwd });
    const piped = await hearsay(['score', '-q'], { input: POSTS });
    expect(piped.stdout).toBe(file(cwd, 'scored.csv'));
    expect(piped.stderr).toBe('');
  });

  test('.gz is read and written by name', async () => {
    const cwd = folderWith({ 'posts.csv.gz': gzipSync(POSTS), 'posts.csv': POSTS });
    await hearsay(['score', 'posts.csv.gz', '-o', 'scored.csv.gz'], { cwd });
    await hearsay(['score', 'posts.csv', '-o', 'scored.csv'], { cwd });
    expect(gunzipSync(readFileSync(join(cwd, 'scored.csv.gz'))).toString()).toBe(file(cwd, 'scored.csv'));
  });

  test('several inputs, also by pattern, go into a folder; one account for all', async () => {
    const cwd = folderWith({ 'a.csv': POSTS, 'b.csv': 'id,text\n1,one\n2,too,many\n' });
    mkdirSync(join(cwd, 'out'));
    const run = await hearsay(['score', '*.csv', '-o', 'out'], { cwd });
    expect(run.status).toBe(0);
    expect(lastLine(run)).toBe('rows in 7 = out 6 + rejected 1');
    expect(filesIn(join(cwd, 'out'))).toEqual(['a.csv', 'a.rejects.csv', 'b.csv', 'b.rejects.csv']);
    const alone = await hearsay(['score', 'a.csv', '-q'], { cwd });
    expect(file(cwd, 'out/a.csv')).toBe(alone.stdout);
  });

  test('with --rejects the rejects of all inputs stand in one file', async () => {
    const cwd = folderWith({ 'a.csv': 'id,text\n1\n2,good\n', 'b.csv': 'id,text\n1,one\n2,too,many\n' });
    await hearsay(['score', 'a.csv', 'b.csv', '-o', 'out/', '--rejects', 'all.csv'], { cwd });
    expect(cellsOf(file(cwd, 'all.csv')).map((cells) => cells.slice(0, 2))).toEqual([
      ['file', 'row'],
      ['a.csv', '1'],
      ['b.csv', '2'],
    ]);
    expect(filesIn(join(cwd, 'out'))).toEqual(['a.csv', 'b.csv']);
  });

  test.each([
    ['several inputs without a folder', ['a.csv', 'b.csv', '-o', 'out.csv'], 2],
    ['two inputs of one name', ['a.csv', 'a.csv.gz', '-o', 'out/'], 2],
    ['an output that is the input', ['a.csv', '-o', './a.csv'], 2],
    ['--resume without an output', ['a.csv', '--resume'], 2],
    ['a column that is not there', ['a.csv', '--text-column', 'words', '-o', 'out.csv'], 2],
    ['a target column that is not there', ['a.csv', '--target-column', 'words', '-o', 'out.csv'], 2],
    ['a file that is not there', ['c.csv', '-o', 'out.csv'], 4],
    ['a pattern that nothing fits', ['c*.csv', '-o', 'out.csv'], 4],
    ['an output in a folder that is not there', ['a.csv', '-o', 'nowhere/out.csv'], 6],
    ['an output under a file', ['a.csv', '-o', 'b.csv/out.csv'], 6],
    ['an output where no folder can be made', ['a.csv', '-o', '/proc/none/'], 6],
    ['an output in a folder of the system', ['a.csv', '-o', '/proc/out.csv'], 6],
    ['rejects in a folder that is not there', ['a.csv', '-o', 'out.csv', '--rejects', 'nowhere/r.csv'], 6],
    ['rejects that are a folder', ['a.csv', '-o', 'out.csv', '--rejects', '..'], 6],
    ['rejects of standard output in a folder that is not there', ['a.csv', '--rejects', 'nowhere/r.csv'], 6],
    ['rejects of standard output that are a folder', ['a.csv', '--rejects', '..'], 6],
  ])('%s: one line, and nothing written', async (_, words, status) => {
    const cwd = folderWith({
      'a.csv': 'id,text\n1,one\n',
      'b.csv': 'id,text\n1,one\n',
      'a.csv.gz': gzipSync('id,text\n1,one\n'),
    });
    const run = await hearsay(['score', ...words], { cwd });
    expect(run.status).toBe(status);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(filesIn(cwd)).toEqual(['a.csv', 'a.csv.gz', 'b.csv']);
  });

  test('a folder where the rejects would stand is found before the run', async () => {
    const cwd = folderWith({ 'a.csv': 'id,text\n1,one\n' });
    mkdirSync(join(cwd, 'out.csv.rejects.csv'));
    const run = await hearsay(['score', 'a.csv', '-o', 'out.csv'], { cwd });
    expect(run.status).toBe(6);
    expect(run.stderr).toMatch(
      /^hearsay: .*out\.csv\.rejects\.csv: it can't be written: it is a folder\. .*\n$/,
    );
    expect(filesIn(cwd)).toEqual(['a.csv', 'out.csv.rejects.csv']);
  });

  test('a folder that may not be written is found before the run', async (context) => {
    const cwd = folderWith({ 'a.csv': 'id,text\n1,one\n' });
    const locked = join(cwd, 'locked');
    mkdirSync(locked, { mode: 0o555 });
    if (process.getuid?.() === 0) context.skip('whoever may do everything is refused nothing');
    const run = await hearsay(['score', 'a.csv', '-o', 'locked/out.csv'], { cwd });
    expect(run.status).toBe(6);
    expect(run.stderr).toBe(
      "hearsay: locked/out.csv: it can't be written: it may not be written. Name another place.\n",
    );
  });

  test.each([
    ['a header alone', 'id,text\n', 'id,text,'],
    ['nothing at all', '', ''],
  ])('%s gives a valid empty output', async (_, content, start) => {
    const cwd = folderWith({ 'posts.csv': content });
    const run = await hearsay(['score', 'posts.csv', '-o', 'scored.csv'], { cwd });
    expect(run.status).toBe(0);
    expect(lastLine(run)).toBe('rows in 0 = out 0 + rejected 0');
    expect(file(cwd, 'scored.csv')).toMatch(new RegExp(`^${start}hearsay_sentiment,.*\n$`));
  });

  test('a reader that goes away ends the run quietly', async () => {
    const cwd = folderWith({ 'posts.csv': inventedExport({ rows: 1200, repeated: 0.95 }) });
    const run = await finished(
      'bash',
      [
        '-c',
        `"$0" "$@" | head -1; exit \${PIPESTATUS[0]}`,
        ...command('score', 'posts.csv', '-q', '--text-column', '3'),
      ],
      { cwd },
    );
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  test('an interruption while it waits for standard input ends the run at once and leaves nothing', async () => {
    for (const more of [[], ['--reposts', 'count']]) {
      const cwd = freshDirectory();
      const [program, ...words] = command('score', '-o', 'out.csv', ...more);
      const child = spawn(program!, words, { cwd });
      await vi.waitUntil(() => filesIn(cwd).includes('out.csv.partial'), { timeout: 60_000 });
      child.kill('SIGINT');
      const [status] = await once(child, 'exit');
      expect(status).toBe(130);
      expect(filesIn(cwd)).toEqual([]);
    }
  });
});

const command = (...args: readonly string[]): string[] => [
  process.execPath,
  join(import.meta.dirname, '../../dist/cli.js'),
  ...args,
];

describe('--resume', () => {
  /** A folder in which a run was ended by a file-size limit behind its first windows. */
  async function stopped(...more: readonly string[]): Promise<string> {
    const cwd = folderWith({ 'posts.csv': inventedExport({ rows: 2000, repeated: 0.95 }) });
    const words = command('score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv', ...more);
    const run = await finished('bash', ['-c', 'ulimit -f 120; exec "$0" "$@"', ...words], { cwd });
    expect(run.status).toBe(6);
    expect(filesIn(cwd)).toContain('scored.csv.partial/journal');
    return cwd;
  }
  const resume = (cwd: string, ...more: readonly string[]): Promise<Run> =>
    hearsay(['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv', '--resume', ...more], { cwd });

  test('goes on behind the last window and says so', async () => {
    const cwd = await stopped();
    const run = await resume(cwd);
    expect(run.stderr).toMatch(/going on with scored\.csv behind row (512|1024)\n/);
    expect(lastLine(run)).toBe('rows in 2000 = out 2000 + rejected 0');
  });

  test('refuses another input', async () => {
    const cwd = await stopped();
    writeFileSync(join(cwd, 'posts.csv'), inventedExport({ rows: 2000, repeated: 0.95, seed: 2 }));
    const run = await resume(cwd);
    expect(run.status).toBe(2);
    expect(lastLine(run)).toContain(
      "hearsay: this can't go on with --resume: posts.csv has changed since the run began",
    );
    expect(filesIn(cwd)).toContain('scored.csv.partial/journal');
  });

  test('refuses other options', async () => {
    const run = await resume(await stopped(), '--spreadsheet-safe');
    expect(run.status).toBe(2);
    expect(lastLine(run)).toBe(
      "hearsay: this can't go on with --resume: the run began with no --spreadsheet-safe, not with --spreadsheet-safe. Give what the run began with, or start anew without --resume.",
    );
  });

  test('goes on with a cache that has grown, and refuses one that is another', async () => {
    const cwd = await stopped('--cache', 'answers');
    await hearsay(['score', '--cache', 'answers'], { cwd, input: 'text\nsomething new\n' });
    await hearsay(['score', '--cache', 'other'], { cwd, input: 'text\nsomething else\n' });
    const refused = await resume(cwd, '--cache', 'other');
    expect(refused.status).toBe(2);
    expect(lastLine(refused)).toContain('the run began with --cache "answers", not with --cache "other"');
    expect((await resume(cwd, '--cache', 'answers')).status).toBe(0);
  });

  test('from a pipe that says something else is refused', async () => {
    const cwd = folderWith({});
    const words = command('score', '--text-column', '3', '-o', 'scored.csv');
    const first = await finished('bash', ['-c', 'ulimit -f 120; exec "$0" "$@"', ...words], {
      cwd,
      input: inventedExport({ rows: 2000, repeated: 0.95 }),
    });
    expect(first.status).toBe(6);
    const args = ['score', '--text-column', '3', '-o', 'scored.csv', '--resume'];
    const other = await hearsay(args, {
      cwd,
      input: inventedExport({ rows: 2000, repeated: 0.95, seed: 3 }),
    });
    expect(other.status).toBe(2);
    expect(lastLine(other)).toContain('standard input has changed since the run began');
    const same = await hearsay(args, { cwd, input: inventedExport({ rows: 2000, repeated: 0.95 }) });
    expect(same.status).toBe(0);
  });

  test('without it an unfinished run is told of and thrown away', async () => {
    const cwd = await stopped();
    const run = await hearsay(['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv'], { cwd });
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('is thrown away, as there is no --resume');
    expect(filesIn(cwd)).toEqual(['posts.csv', 'scored.csv', 'scored.csv.rejects.csv']);
  });
});

describe('more', () => {
  test('--cache: another run need not ask again, and gives the same', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const args = ['score', 'posts.csv', '--target', 'bridge', '--cache', 'answers'];
    const first = await hearsay(args, { cwd });
    const size = file(cwd, 'answers').length;
    expect((await hearsay(args, { cwd })).stdout).toBe(first.stdout);
    expect(file(cwd, 'answers')).toHaveLength(size);
  });

  test('--cache refuses a file that is something else', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS, 'notes.txt': 'my notes of many years' });
    const run = await hearsay(['score', 'posts.csv', '--cache', 'notes.txt'], { cwd });
    expect(run.status).toBe(2);
    expect(file(cwd, 'notes.txt')).toBe('my notes of many years');
  });

  test('--spreadsheet-safe guards formulas and leaves numbers; without it nothing is changed', async () => {
    const input = 'id,text,n\n1,"=HYPERLINK(""x"")",-5\n2,@me hello,+1.5\n3,- a dash,007\n';
    const safe = cellsOf((await hearsay(['score', '--spreadsheet-safe'], { input })).stdout).slice(1);
    expect(safe.map((cells) => cells.slice(1, 3))).toEqual([
      [`'=HYPERLINK("x")`, '-5'],
      [`'@me hello`, '+1.5'],
      [`'- a dash`, '007'],
    ]);
    const plain = cellsOf((await hearsay(['score'], { input })).stdout).slice(1);
    expect(plain.map((cells) => cells[1])).toEqual(['=HYPERLINK("x")', '@me hello', '- a dash']);
  });

  test("the vendor's own sentiment is compared with ours, unasked", async () => {
    const input = 'text,Sentiment\nI love this so much!,Positive\nWhat a terrible awful day,positive\n';
    const run = await hearsay(['score'], { input });
    expect(run.stderr).toContain(
      'standard input: sentiment in "Sentiment" and ours agree on 1 of 2 rows (50 %)',
    );
    expect(lastLine(run)).toBe('rows in 2 = out 2 + rejected 0');
  });

  test('a damaged model ends the run with exit 5 before a row is read', async () => {
    const cwd = folderWith({ 'posts.csv': POSTS });
    const models = join(cwd, 'models/sentiment-small');
    mkdirSync(models, { recursive: true });
    writeFileSync(join(models, 'hearsay.json'), '{"name":');
    const run = await hearsay(['score', 'posts.csv', '-o', 'scored.csv'], {
      cwd,
      env: { HEARSAY_MODELS: join(cwd, 'models') },
    });
    expect(run.status).toBe(5);
    expect(filesIn(cwd)).not.toContain('scored.csv');
  });
});
