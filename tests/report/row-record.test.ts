import { expect, test } from 'vitest';
import { canonical } from '../../src/report/canonical.ts';
import { SCORED_COLUMNS } from '../../src/report/columns.ts';
import { recordOfRow } from '../../src/report/row-record.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { post, side, tone } from '../helpers/reactions.ts';

test('a record that became a row is the same record again, key order included', () => {
  for (const record of inventedRun.map((it) => canonical(it))) {
    const row = Object.fromEntries(SCORED_COLUMNS.map(({ name, cell }) => [name, cell(record)]));
    expect(JSON.stringify(recordOfRow(row))).toBe(JSON.stringify(record));
  }
});

test('the words that carried a label come back too', () => {
  const rationale = [{ text: 'late', start: 2, end: 6, weight: 0.25 }];
  const record = canonical(
    post(1, {
      sentiment: { ...tone('negative'), rationale },
      stances: [{ ...side('boat', 'against'), rationale }],
    }),
  );
  const row = Object.fromEntries(SCORED_COLUMNS.map(({ name, cell }) => [name, cell(record)]));
  expect(recordOfRow(row)).toEqual(record);
});

test('a row of no record is refused', () => {
  expect(() => recordOfRow({ id: 'x', kind: 'rumour' })).toThrow('Invalid');
});
