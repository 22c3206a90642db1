import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { summarySchema } from '../../src/aggregate/summary-schema.ts';
import { HearsayError, type Reject } from '../../src/errors.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { resultPlace, writeResultFolder } from '../../src/report/folder.ts';
import { manifestSchema } from '../../src/report/manifest.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { filesIn, freshDirectory } from '../helpers/program.ts';
import { post } from '../helpers/reactions.ts';

const reject: Reject = {
  file: 'posts.csv',
  row: 7,
  line: 9,
  code: 'columns',
  message: '3 cells where the header has 12',
  raw: '7,"cut, off',
};

/** Writes a result as a run does: the summary is complete only once the records were read. */
async function write(
  dir: string,
  records: readonly ScoredReaction[],
  clock = '2026-03-01T12:00:00Z',
): Promise<void> {
  const builder = summaryBuilder();
  async function* reactions(): AsyncGenerator<ScoredReaction> {
    for (const record of records) {
      builder.add(record);
      yield record;
    }
  }
  await writeResultFolder(dir, {
    reactions: reactions(),
    rejects: [reject],
    summary: () => builder.summary(),
    facts: () => ({
      version: '0.1.0',
      clock,
      inputs: [{ name: 'posts.csv', size: 1200, sha256: 'a'.repeat(64) }],
      models: [{ name: 'sentiment-small', sha256: 'b'.repeat(64) }],
      options: { targets: ['Norrland Ferries'] },
      counts: { in: 124, out: 123, rejected: 1 },
    }),
  });
}

const freshPlace = (): string => join(freshDirectory(), 'out');
const textOf = (...path: string[]): string => readFileSync(join(...path), 'utf8');

async function rowsOf(query: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const answer = await connection.runAndReadAll(query);
  connection.closeSync();
  return answer.getRowObjects() as Record<string, unknown>[];
}

async function refusal(dir: string): Promise<string> {
  const error: unknown = await write(dir, [post(1)]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HearsayError);
  expect((error as HearsayError).exitCode).toBe(6);
  return (error as HearsayError).line.replaceAll(dirname(dir), 'HERE');
}

const FOLDERS = ['feeds', 'feeds/excel'];

describe('a result folder', () => {
  test('holds what the contract names', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    expect(filesIn(out)).toEqual([
      'dashboard.html',
      'feeds',
      'feeds/4cat.csv',
      'feeds/4cat.csv-metadata.json',
      'feeds/copies.csv',
      'feeds/copies.csv-metadata.json',
      'feeds/excel',
      ...['copies', 'reactions', 'sentiment', 'series', 'speakers', 'summary', 'timeline'].map(
        (name) => `feeds/excel/${name}.csv`,
      ),
      'feeds/over-time.vl.json',
      'feeds/reactions.csv-metadata.json',
      'feeds/sentences.ndjson',
      'feeds/sentiment.csv',
      'feeds/sentiment.csv-metadata.json',
      'feeds/series.csv',
      'feeds/series.csv-metadata.json',
      'feeds/speakers.csv',
      'feeds/speakers.csv-metadata.json',
      'feeds/speakers.vl.json',
      'feeds/stance-by-topic.vl.json',
      'feeds/summary.csv-metadata.json',
      'feeds/summary.schema.json',
      'feeds/target-by-topic.vl.json',
      'feeds/timeline.csv',
      'feeds/timeline.csv-metadata.json',
      'feeds/tone-by-topic.vl.json',
      'manifest.json',
      'reactions.csv',
      'reactions.ndjson',
      'reactions.parquet',
      'rejects.csv',
      'summary.csv',
      'summary.json',
    ]);
  });

  test('has the same records in Parquet, CSV and NDJSON, as DuckDB reads them', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    const columns = textOf(out, 'reactions.csv').split('\n')[0]!.split(',');
    const asText = columns.map((name) => `coalesce(CAST(${name} AS VARCHAR), '') AS ${name}`).join(', ');
    const parquet = await rowsOf(`SELECT ${asText} FROM '${out}/reactions.parquet'`);
    const csv = await rowsOf(
      `SELECT ${asText} FROM read_csv('${out}/reactions.csv', all_varchar = true, header = true, quote = '"', escape = '"', delim = ',')`,
    );
    const numbers = columns.filter((name) => /^sentiment_(negative|neutral|positive)$/.test(name));
    for (const rows of [parquet, csv])
      for (const row of rows)
        for (const name of numbers) row[name] = row[name] === '' ? '' : Number(row[name]);
    expect(parquet).toEqual(csv);
    const ids = textOf(out, 'reactions.ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(parquet.map(({ id }) => id)).toEqual(ids);
    expect(ids).toEqual(inventedRun.map(({ id }) => id));
  });

  test('gives hostile words back to DuckDB byte for byte', async () => {
    const out = freshPlace();
    const texts = [
      'a\u0000b',
      ' lead',
      'trail ',
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      'a\rb',
      "'",
      '\\"',
      'x\\',
      '\uFEFFbom',
    ]
      .concat([
        '\u2028',
        'null',
        'NULL',
        'NaN',
        '1e5',
        '007',
        '\t',
        '=1+1',
        '-',
        '👩‍👩‍👧‍👦',
        '\u202Ertl',
        'true',
        '2026-03-01',
      ])
      .concat(['a,"b"\n"c",d', '#comment', ';', '--', '{"a":1}', '[1]']);
    await write(
      out,
      texts.map((text, index) => post(index + 1, { text })),
    );
    const hex = texts.map((text) => Buffer.from(text).toString('hex').toUpperCase());
    const options = "header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"'";
    for (const file of [`'${out}/reactions.parquet'`, `read_csv('${out}/reactions.csv', ${options})`]) {
      const rows = await rowsOf(`SELECT hex(text) AS hex FROM ${file}`);
      expect(rows.map((row) => row['hex'])).toEqual(hex);
    }
  });

  test('opens in DuckDB without an option, types and all', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    const types = async (file: string) => {
      const rows = await rowsOf(`SELECT column_name, column_type FROM (DESCRIBE FROM '${out}/${file}')`);
      return new Map(rows.map((row) => [row['column_name'], row['column_type']]));
    };
    const names = ['id', 'engagement_likes', 'sentiment_negative', 'sentiment_unsure', 'provenance_start'];
    for (const name of names) {
      const [csv, parquet] = [
        (await types('reactions.csv')).get(name),
        (await types('reactions.parquet')).get(name),
      ];
      expect([name, csv]).toEqual([name, parquet]);
    }
    expect(await rowsOf(`SELECT count(*) AS n FROM '${out}/reactions.csv'`)).toEqual([
      { n: BigInt(inventedRun.length) },
    ]);
  });

  test('holds the summary as its schema says, and tidy rows whose shares it can be checked by', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    const summary = summarySchema.parse(JSON.parse(textOf(out, 'summary.json')));
    const rows = await rowsOf(
      `SELECT target, stance, n, share, lo, hi FROM '${out}/summary.csv' WHERE stance = 'against'`,
    );
    const target = summary.topics[0]!.targets[0]!;
    expect(rows[0]).toEqual({
      target: 'Norrland Ferries',
      stance: 'against',
      n: BigInt(target.shares.against.n),
      share: target.shares.against.share,
      lo: target.shares.against.lo,
      hi: target.shares.against.hi,
    });
  });

  test('tells its inputs, models, options, counts and files with checksums', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    const manifest = manifestSchema.parse(JSON.parse(textOf(out, 'manifest.json')));
    expect(manifest).toMatchObject({
      version: '0.1.0',
      writtenAt: '2026-03-01T12:00:00Z',
      inputs: [{ name: 'posts.csv', size: 1200 }],
      models: [{ name: 'sentiment-small' }],
      options: { targets: ['Norrland Ferries'] },
      counts: { in: 124, out: 123, rejected: 1, records: inventedRun.length },
    });
    expect(manifest.files.map(({ name }) => name)).toEqual(
      filesIn(out).filter((name) => !['manifest.json', ...FOLDERS].includes(name)),
    );
  });

  test('keeps rejected rows with their reason and their words', async () => {
    const out = freshPlace();
    await write(out, []);
    expect(textOf(out, 'rejects.csv')).toBe(
      'file,row,line,code,message,raw\nposts.csv,7,9,columns,3 cells where the header has 12,"7,""cut, off"\n',
    );
  });

  test('of nothing is valid and empty', async () => {
    const out = freshPlace();
    await write(out, []);
    expect(textOf(out, 'reactions.ndjson')).toBe('');
    expect(textOf(out, 'summary.csv')).toBe(
      'topic,target,stance,n,share,lo,hi,weighted_share,weighted_lo,weighted_hi,corrected_share,corrected_lo,corrected_hi,corrected_by,labelled,voices,loudest_ten_share,near_copies_share,coordinated_groups\n',
    );
    expect(await rowsOf(`SELECT count(*) AS n FROM '${out}/reactions.parquet'`)).toEqual([{ n: 0n }]);
  });

  test('has the same bytes for the same run, but for the clock', async () => {
    const [one, two] = [freshPlace(), freshPlace()];
    await write(one, inventedRun, '2026-03-01T12:00:00Z');
    await write(two, inventedRun, '2027-04-02T13:00:00Z');
    const changed = filesIn(one).filter(
      (name) =>
        !FOLDERS.includes(name) && !readFileSync(join(one, name)).equals(readFileSync(join(two, name))),
    );
    expect(changed).toEqual(['manifest.json']);
    expect(textOf(two, 'manifest.json').replace('2027-04-02T13', '2026-03-01T12')).toBe(
      textOf(one, 'manifest.json'),
    );
  });

  test('holds the texts to which offsets point, under names that stay inside', async () => {
    const out = freshPlace();
    const builder = summaryBuilder();
    await writeResultFolder(out, {
      reactions: (async function* () {})(),
      rejects: [],
      summary: builder.summary(),
      facts: {
        version: '0',
        clock: '',
        inputs: [],
        models: [],
        options: {},
        counts: { in: 0, out: 0, rejected: 0 },
      },
      texts: [
        { name: 'news/page.html', text: 'One' },
        { name: '../page.html', text: 'Two' },
        { name: 'news_page.html', text: 'Three' },
      ],
    });
    expect(readdirSync(join(out, 'texts')).sort()).toEqual([
      '__page.html.txt',
      'news_page.html.txt',
      'news_page.html_2.txt',
    ]);
  });
});

describe('a 4CAT import', () => {
  test('begins with the five columns that 4CAT asks for, times in UTC without a zone', async () => {
    const out = freshPlace();
    await write(out, [post(3, { publishedAt: '2026-03-01T18:30:00Z', replyTo: '1', text: 'Late, again' })]);
    const [head, line] = textOf(out, 'feeds', '4cat.csv').split('\n');
    expect(head).toMatch(/^id,thread_id,author,body,timestamp,/);
    expect(line).toMatch(/^3,1,account3,"Late, again",2026-03-01 18:30:00,/);
  });
});

describe('the place of a result folder', () => {
  test('may be missing, parents and all', async () => {
    const out = join(freshDirectory(), 'a', 'b', 'out');
    await write(out, [post(1)]);
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
  });

  test('may be an empty folder', async () => {
    const out = freshDirectory();
    await write(out, [post(1)]);
    expect(existsSync(join(out, 'manifest.json'))).toBe(true);
  });

  test('may hold a result, which is replaced whole', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    writeFileSync(join(out, 'left-over.txt'), '');
    await write(out, [post(1)]);
    expect(filesIn(out)).not.toContain('left-over.txt');
    expect(textOf(out, 'reactions.ndjson').split('\n')).toHaveLength(2);
    expect(readdirSync(dirname(out))).toEqual(['out']);
  });

  test('may be a link to a result, which stays a link', async () => {
    const folder = freshDirectory();
    await write(join(folder, 'real'), [post(1)]);
    symlinkSync('real', join(folder, 'out'));
    await write(join(folder, 'out'), [post(1), post(2)]);
    expect(textOf(folder, 'real', 'reactions.ndjson').split('\n')).toHaveLength(3);
    expect(readdirSync(folder).sort()).toEqual(['out', 'real']);
  });

  test('may not hold other files', async () => {
    const out = freshDirectory();
    writeFileSync(join(out, 'thesis.doc'), 'two years of work');
    expect(await refusal(out)).toMatch(
      /holds other files and is no result folder\. Name a new folder with -o, or empty this one\.$/,
    );
    expect(filesIn(out)).toEqual(['thesis.doc']);
  });

  test('may not hold the manifest of another program', async () => {
    const out = freshDirectory();
    writeFileSync(join(out, 'manifest.json'), '{"name":"my web app"}');
    expect(await refusal(out)).toContain('is no result folder');
  });

  test('may not be a file, nor lie under one', async () => {
    const folder = freshDirectory();
    writeFileSync(join(folder, 'out'), '');
    expect(await refusal(join(folder, 'out'))).toContain('is not a folder');
    expect(await refusal(join(folder, 'out', 'deep'))).toContain('is not a folder');
  });

  test('is refused at once where the system makes no folders', async () => {
    expect(await refusal('/proc/none/deep')).toContain("can't be written");
  });

  test('is looked at before a long run', async () => {
    const out = freshDirectory();
    mkdirSync(join(out, 'src'));
    await expect(resultPlace(out)).rejects.toThrow('holds other files');
  });
});

describe('a run that breaks off', () => {
  test('leaves the old result as it was, and nothing beside it', async () => {
    const out = freshPlace();
    await write(out, inventedRun);
    const before = textOf(out, 'manifest.json');
    async function* broken(): AsyncGenerator<ScoredReaction> {
      yield post(1);
      throw new HearsayError('model', 'the model is damaged');
    }
    const failed = writeResultFolder(out, {
      reactions: broken(),
      rejects: [],
      summary: summaryBuilder().summary(),
      facts: {
        version: '0',
        clock: '',
        inputs: [],
        models: [],
        options: {},
        counts: { in: 0, out: 0, rejected: 0 },
      },
    });
    await expect(failed).rejects.toThrow('the model is damaged');
    expect(textOf(out, 'manifest.json')).toBe(before);
    expect(readdirSync(dirname(out))).toEqual(['out']);
  });
});
