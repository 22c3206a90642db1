/**
 * What R makes of a result folder: readr, and base R alone. Needs `Rscript` (`HEARSAY_RSCRIPT` names it) with
 * readr and jsonlite, and the suite fails where it is missing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { finished } from '../helpers/program.ts';
import { records, tablesIn, textColumns, writtenFolder } from './folder.ts';

const rscript = process.env['HEARSAY_RSCRIPT'] ?? 'Rscript';
let out: string;

beforeAll(async () => {
  out = await writtenFolder();
});

/** What the expression gives, with the folder as `out`. */
async function evaluated(expression: string): Promise<unknown> {
  const script = join(out, '..', 'read.R');
  writeFileSync(
    script,
    `suppressPackageStartupMessages(library(readr))
options(encoding = "UTF-8", readr.show_col_types = FALSE, readr.show_progress = FALSE)
out <- commandArgs(trailingOnly = TRUE)[1]
cat(enc2utf8(jsonlite::toJSON({ ${expression} }, digits = NA, na = "null", null = "null", auto_unbox = FALSE)))
`,
  );
  const run = await finished(rscript, ['--vanilla', script, out], { env: { LC_ALL: 'C.UTF-8' } });
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

const listed = (names: readonly string[]): string =>
  `c(${names.map((name) => JSON.stringify(name)).join(', ')})`;

describe.each([
  ['readr', 'read_csv'],
  ['base R', 'read.csv'],
])('%s reads', (_tool, reader) => {
  test('every CSV file of the folder, with all its columns and rows', async () => {
    // Base R alone keeps a byte order mark, and has no need for the copies for Excel.
    const tables = tablesIn(out).filter(({ name }) => reader === 'read_csv' || !name.includes('excel/'));
    const names = listed(tables.map(({ name }) => name));
    const read = (await evaluated(
      `lapply(${names}, function(name) { it <- ${reader}(file.path(out, name)); list(names(it), nrow(it)) })`,
    )) as [string[], [number]][];
    const found = read.map(([head, [rows]]) => [head, rows]);
    expect(found).toEqual(tables.map(({ head, rows }) => [head, rows.length]));
  });

  test('every text as it was, but for spaces around it', async () => {
    const texts = (await evaluated(`trimws(${reader}(file.path(out, "reactions.csv"))$text)`)) as (
      | string
      | null
    )[];
    expect(texts.map((text) => text ?? '')).toEqual(records.map(({ text }) => text.trim()));
  });

  test('shares and counts that are numbers, days that become days', async () => {
    const kinds = await evaluated(`{
      shares <- ${reader}(file.path(out, "summary.csv"))
      days <- ${reader}(file.path(out, "feeds/series.csv"))
      c(is.numeric(shares$n), is.numeric(shares$share), is.numeric(shares$lo), format(min(as.Date(days$day))))
    }`);
    expect(kinds).toEqual(['TRUE', 'TRUE', 'TRUE', '2026-03-01']);
  });
});

describe('readr reads', () => {
  test('ids as long as numbers and zeros in front of them, where text is read as the description says', async () => {
    const ids = await evaluated(`{
      text <- ${listed(textColumns(out))}
      types <- do.call(cols, setNames(as.list(rep("c", length(text))), text))
      read_csv(file.path(out, "reactions.csv"), col_types = types)$source_id
    }`);
    expect(ids).toEqual(records.map(({ sourceId }) => sourceId));
  });

  test('times as times, in UTC', async () => {
    const times = await evaluated(
      `format(read_csv(file.path(out, "reactions.csv"))$published_at, "%Y-%m-%dT%H:%M:%SZ", tz = "UTC")`,
    );
    expect(times).toEqual(records.map(({ publishedAt }) => publishedAt));
  });
});
