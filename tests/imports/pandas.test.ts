/**
 * What pandas makes of a result folder, without an option that says how to read it. Needs Python with pandas and
 * pyarrow: `HEARSAY_PYTHON` names it, and the suite fails where it is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { SCORED_COLUMNS } from '../../src/report/columns.ts';
import { canonical } from '../../src/report/canonical.ts';
import { writeResultFolder } from '../../src/report/folder.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { filesIn, finished, freshDirectory } from '../helpers/program.ts';

const python = process.env['HEARSAY_PYTHON'] ?? 'python3';
let out: string;

beforeAll(async () => {
  out = join(freshDirectory(), 'out');
  const builder = summaryBuilder();
  async function* reactions(): AsyncGenerator<ScoredReaction> {
    for (const reaction of inventedRun) {
      builder.add(reaction);
      yield reaction;
    }
  }
  const counts = { in: 123, out: 123, rejected: 0 };
  const facts = { version: '0.0.0', clock: '', inputs: [], models: [], options: {}, counts };
  await writeResultFolder(out, {
    reactions: reactions(),
    rejects: [],
    summary: () => builder.summary(),
    facts,
  });
});

/** What the expression gives, with `pd`, `json` and the folder as `out`. */
async function evaluated(expression: string): Promise<unknown> {
  const script = join(out, '..', 'read.py');
  writeFileSync(
    script,
    `import json, sys\nimport pandas as pd\nout = sys.argv[1]\nprint(json.dumps(${expression}))\n`,
  );
  const run = await finished(python, [script, out]);
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

describe('pandas reads', () => {
  test('the records of the Parquet file, every text as it was, whole numbers where they are known', async () => {
    const texts = await evaluated("pd.read_parquet(out + '/reactions.parquet')['text'].tolist()");
    expect(texts).toEqual(inventedRun.map(({ text }) => text));
    const likes = await evaluated(
      "[None if pd.isna(x) else int(x) for x in pd.read_parquet(out + '/reactions.parquet')['engagement_likes']]",
    );
    expect(likes).toEqual(inventedRun.map(({ engagement }) => engagement.likes ?? null));
  });

  test('the same from CSV, column by column', async () => {
    const script = `(lambda df: [df.columns.tolist(), json.loads(df.astype(object).where(df.notna(), None).to_json(orient='values', double_precision=6))])(pd.read_csv(out + '/reactions.csv', keep_default_na=True))`;
    const [names, rows] = (await evaluated(script)) as [string[], unknown[][]];
    expect(names).toEqual(SCORED_COLUMNS.map(({ name }) => name));
    const exact = [
      'id',
      'kind',
      'speaker_name',
      'platform',
      'published_at',
      'topic',
      'sentiment_label',
      'stances',
    ];
    for (const name of exact) {
      const { cell } = SCORED_COLUMNS.find((column) => column.name === name)!;
      const at = names.indexOf(name);
      expect(
        rows.map((row) => row[at]),
        name,
      ).toEqual(inventedRun.map((it) => cell(canonical(it))));
    }
  });

  test('times that become times, and shares that are numbers', async () => {
    const kinds = await evaluated(
      "[str(pd.to_datetime(pd.read_csv(out + '/reactions.csv')['published_at']).dt.tz), str(pd.read_csv(out + '/summary.csv')['share'].dtype), str(pd.to_datetime(pd.read_csv(out + '/feeds/series.csv')['day']).dt.year.unique().tolist())]",
    );
    expect(kinds).toEqual(['UTC', 'float64', '[2026]']);
  });

  test('every CSV file of the folder, with as many rows as it has records', async () => {
    const files = filesIn(out).filter((name) => name.endsWith('.csv'));
    expect(files.length).toBeGreaterThan(4);
    const lengths = await evaluated(
      `{name: [len(pd.read_csv(out + '/' + name)), pd.read_csv(out + '/' + name).columns.tolist()] for name in ${JSON.stringify(files)}}`,
    );
    const read = Object.entries(lengths as Record<string, [number, string[]]>);
    for (const [name, [, columns]] of read)
      expect(columns.join(), name).toBe(readFileSync(join(out, name), 'utf8').split('\n')[0]!);
    for (const [name, [rows]] of read.filter(([file]) => /reactions|4cat/.test(file)))
      expect(rows, name).toBe(inventedRun.length);
  });
});
