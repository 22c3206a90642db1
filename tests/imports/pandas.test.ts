/**
 * What pandas makes of a result folder, without an option that says how to read it. Needs Python with pandas and
 * pyarrow: `HEARSAY_PYTHON` names it, and the suite fails where it is missing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCORED_COLUMNS } from '../../src/report/columns.ts';
import { canonical } from '../../src/report/canonical.ts';
import { finished } from '../helpers/program.ts';
import { records, tablesIn, textColumns, writtenFolder } from './folder.ts';

const python = process.env['HEARSAY_PYTHON'] ?? 'python3';
let out: string;

beforeAll(async () => {
  out = await writtenFolder();
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
    expect(texts).toEqual(records.map(({ text }) => text));
    const likes = await evaluated(
      "[None if pd.isna(x) else int(x) for x in pd.read_parquet(out + '/reactions.parquet')['engagement_likes']]",
    );
    expect(likes).toEqual(records.map(({ engagement }) => engagement.likes ?? null));
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
      ).toEqual(records.map((it) => cell(canonical(it))));
    }
  });

  test('times that become times, and shares that are numbers', async () => {
    const kinds = await evaluated(
      "[str(pd.to_datetime(pd.read_csv(out + '/reactions.csv')['published_at']).dt.tz), str(pd.read_csv(out + '/summary.csv')['share'].dtype), str(pd.to_datetime(pd.read_csv(out + '/feeds/series.csv')['day']).dt.year.unique().tolist())]",
    );
    expect(kinds).toEqual(['UTC', 'float64', '[2026]']);
  });

  test('ids as long as numbers and zeros in front of them, where text is read as the description says', async () => {
    const ids = await evaluated(
      `pd.read_csv(out + '/reactions.csv', dtype={name: str for name in ${JSON.stringify(textColumns(out))}})['source_id'].fillna('').tolist()`,
    );
    expect(ids).toEqual(records.map(({ sourceId }) => sourceId ?? ''));
    const stored = await evaluated(
      "pd.read_parquet(out + '/reactions.parquet')['source_id'].fillna('').tolist()",
    );
    expect(stored).toEqual(ids);
  });

  test('every CSV file of the folder, with all its columns and rows', async () => {
    const tables = tablesIn(out);
    expect(tables.length).toBeGreaterThan(10);
    const read = (await evaluated(
      `{name: [pd.read_csv(out + '/' + name).columns.tolist(), len(pd.read_csv(out + '/' + name))] for name in ${JSON.stringify(tables.map(({ name }) => name))}}`,
    )) as Record<string, [string[], number]>;
    for (const { name, head, rows } of tables) expect(read[name], name).toEqual([head, rows.length]);
  });
});
