import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { type ParquetColumn, type ParquetRow, writeParquet } from '../../src/formats/parquet.ts';
import { freshDirectory } from '../helpers/program.ts';

const COLUMNS: readonly ParquetColumn[] = [
  { name: 'id', type: 'text' },
  { name: 'likes', type: 'integer' },
  { name: 'p', type: 'number' },
  { name: 'sure', type: 'boolean' },
];

async function* each(rows: readonly ParquetRow[]): AsyncGenerator<ParquetRow> {
  yield* rows;
}

/** Writes the rows and lets DuckDB answer. */
async function asked(rows: readonly ParquetRow[], query: string): Promise<Record<string, unknown>[]> {
  const path = join(freshDirectory(), 'rows.parquet');
  await writeParquet(path, COLUMNS, each(rows));
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  const answer = await connection.runAndReadAll(query.replace('FILE', `'${path}'`));
  connection.closeSync();
  return answer.getRowObjects() as Record<string, unknown>[];
}

const row = (
  id: string | null,
  likes: number | null,
  p: number | null,
  sure: boolean | null,
): ParquetRow => ({
  id,
  likes,
  p,
  sure,
});

describe('a Parquet file', () => {
  test('has typed columns, in order', async () => {
    const types = await asked(
      [row('1', 2, 0.5, true)],
      'SELECT column_name, column_type FROM (DESCRIBE FROM FILE)',
    );
    expect(types).toEqual([
      { column_name: 'id', column_type: 'VARCHAR' },
      { column_name: 'likes', column_type: 'BIGINT' },
      { column_name: 'p', column_type: 'DOUBLE' },
      { column_name: 'sure', column_type: 'BOOLEAN' },
    ]);
  });

  test('gives back what was written, nulls and odd text too', async () => {
    const rows = [
      row('1234567890123456789', 9_007_199_254_740_991, 0.0001, true),
      row('', 0, 0, false),
      row(null, null, null, null),
      row('a "quoted", 👍\nline – پل', 1, 1, true),
    ];
    const read = await asked(rows, 'FROM FILE');
    expect(
      read.map(({ id, likes, p, sure }) => ({ id, likes: likes === null ? null : Number(likes), p, sure })),
    ).toEqual(rows);
  });

  test('without rows has its columns', async () => {
    expect(await asked([], 'SELECT count(*) AS n FROM FILE')).toEqual([{ n: 0n }]);
  });

  test('of columns that are null throughout is whole', async () => {
    const rows = Array.from({ length: 50 }, () => row(null, null, null, null));
    expect(await asked(rows, 'SELECT count(*) AS n, count(id) AS ids FROM FILE')).toEqual([
      { n: 50n, ids: 0n },
    ]);
  });

  test('of many row groups loses no row and keeps the order', async () => {
    const rows = Array.from({ length: 25_000 }, (_, i) => row(`r${i}`, i, i / 25_000, i % 2 === 0));
    const [answer] = await asked(
      rows,
      "SELECT count(*) AS n, sum(likes) AS sum, bool_and(id = 'r' || likes) AS paired FROM FILE",
    );
    expect(answer).toEqual({ n: 25_000n, sum: (24_999n * 25_000n) / 2n, paired: true });
    expect(await asked(rows, 'SELECT DISTINCT row_group_id FROM parquet_metadata(FILE)')).toHaveLength(4);
  });

  test('has the same bytes for the same rows', async () => {
    const rows = [row('a', 1, 0.25, null)];
    const [one, two] = [join(freshDirectory(), 'x.parquet'), join(freshDirectory(), 'y.parquet')];
    await writeParquet(one, COLUMNS, each(rows));
    await writeParquet(two, COLUMNS, each(rows));
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  test('fails with what its rows threw', async () => {
    async function* broken(): AsyncGenerator<ParquetRow> {
      yield row('a', 1, 0, true);
      throw new Error('the source ended early');
    }
    const path = join(freshDirectory(), 'rows.parquet');
    await expect(writeParquet(path, COLUMNS, broken())).rejects.toThrow('the source ended early');
  });
});
