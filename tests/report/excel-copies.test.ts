/** The copies of the tables that Excel opens by a double click hold what the tables hold. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { resultOf } from '../browser/helpers/results.ts';
import { hardRecords } from '../helpers/hard-to-import.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { filesIn } from '../helpers/program.ts';

let out: string;
beforeAll(async () => {
  out = await resultOf([...inventedRun, ...hardRecords]);
});

const textOf = (name: string): string => readFileSync(join(out, name), 'utf8');
const rowsOf = (name: string): string[][] =>
  Papa.parse<string[]>(textOf(name), { skipEmptyLines: true }).data;

describe('beside every table of a result stands a copy for Excel', () => {
  test('but for the rejects, and the table that 4CAT imports', () => {
    const tables = filesIn(out).filter((name) => name.endsWith('.csv') && !/excel|rejects|4cat/.test(name));
    const copies = filesIn(join(out, 'feeds/excel'));
    expect(copies).toEqual(tables.map((name) => name.split('/').at(-1)!).sort());
  });

  test('with a byte order mark and CRLF, where programs get neither', () => {
    expect(textOf('feeds/excel/summary.csv')).toMatch(/^\ufefftopic,target,[^\n]*\r\n/);
    expect(textOf('summary.csv')).toMatch(/^topic,target,[^\r]*\n/);
    expect(textOf('reactions.csv')).not.toContain('\ufeff');
  });

  test.each(['reactions', 'summary', 'speakers', 'series'])('with the same cells: %s', (name) => {
    const table = rowsOf(['reactions', 'summary'].includes(name) ? `${name}.csv` : `feeds/${name}.csv`);
    const copy = rowsOf(`feeds/excel/${name}.csv`);
    expect(copy.map((row) => row.length)).toEqual(table.map((row) => row.length));
    const plain = (cell: string): string => cell.replace(/^'/, '');
    const asTime = (cell: string): string => cell.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z$/, '$1 $2');
    expect(copy.map((row) => row.map(plain))).toEqual(table.map((row) => row.map(asTime).map(plain)));
  });

  test('that DuckDB reads too, ids as text', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const path = join(out, 'feeds/excel/reactions.csv').replaceAll("'", "''");
    const read = await connection.runAndReadAll(`SELECT source_id, text FROM '${path}'`);
    const ids = read.getRows().map(([id]) => (id === null ? null : String(id).replace(/^'/, '')));
    expect(ids).toEqual([...inventedRun, ...hardRecords].map(({ sourceId }) => sourceId));
    connection.closeSync();
  });
});
