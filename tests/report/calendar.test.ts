import { describe, expect, test } from 'vitest';
import { columnsOf, stepOf } from '../../src/report/calendar.ts';

const day = (name: string, negative = 1) => ({
  day: name,
  n: negative,
  sentiment: { negative, neutral: 0, positive: 0 },
  stances: [],
});
const namesOf = (...days: string[]): string[] =>
  columnsOf(days.map((name) => day(name))).map(({ name }) => name);

describe('the columns of a series', () => {
  test('leave no day out between the first and the last', () => {
    expect(columnsOf([day('2026-02-27', 3), day('2026-03-02', 2)])).toEqual([
      { name: '2026-02-27', n: 3, sentiment: { negative: 3, neutral: 0, positive: 0 } },
      { name: '2026-02-28', n: 0, sentiment: { negative: 0, neutral: 0, positive: 0 } },
      { name: '2026-03-01', n: 0, sentiment: { negative: 0, neutral: 0, positive: 0 } },
      { name: '2026-03-02', n: 2, sentiment: { negative: 2, neutral: 0, positive: 0 } },
    ]);
  });

  test('become months beyond a year, with the days of each together', () => {
    const columns = columnsOf([
      day('2024-12-31', 1),
      day('2025-01-01', 2),
      day('2025-01-31', 4),
      day('2026-03-01', 8),
    ]);
    expect(columns.slice(0, 3).map(({ name, n }) => [name, n])).toEqual([
      ['2024-12', 1],
      ['2025-01', 6],
      ['2025-02', 0],
    ]);
    expect(columns.at(-1)).toMatchObject({ name: '2026-03', n: 8 });
    expect(columns).toHaveLength(16);
  });

  test('become years beyond a lifetime, as where a date is wrong', () => {
    expect(stepOf([day('1970-01-01'), day('2026-03-01')])).toBe('year');
    expect(namesOf('0001-01-01', '2026-03-01')).toHaveLength(2026);
  });

  test('of one day are one', () => {
    expect(namesOf('2026-03-01')).toEqual(['2026-03-01']);
  });
});
