import { describe, expect, test } from 'vitest';
import { periodIn, periodsBetween } from '../../src/aggregate/period.ts';

const BERLIN = 'Europe/Berlin';
const between = (zone: string, by: 'hour' | 'day' | 'week', first: string, last: string): string[] =>
  periodsBetween(Date.parse(first), Date.parse(last), by, periodIn(zone, by));

describe('hours', () => {
  test('that come twice when clocks go back are two', () => {
    expect(between(BERLIN, 'hour', '2026-10-24T23:30:00Z', '2026-10-25T02:10:00Z')).toEqual([
      '2026-10-25T01:00+02:00',
      '2026-10-25T02:00+02:00',
      '2026-10-25T02:00+01:00',
      '2026-10-25T03:00+01:00',
    ]);
  });

  test('that clocks leap over are none', () => {
    expect(between(BERLIN, 'hour', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00Z')).toEqual([
      '2026-03-29T01:00+01:00',
      '2026-03-29T03:00+02:00',
    ]);
  });

  test('begin where they begin in the zone', () => {
    expect(periodIn('Asia/Kathmandu', 'hour')('2026-03-01T00:20:00Z')).toBe('2026-03-01T06:00+05:45');
    expect(periodIn('America/St_Johns', 'hour')('2026-01-01T00:00:00Z')).toBe('2025-12-31T20:00-03:30');
    expect(periodIn('UTC', 'hour')('2026-01-01T00:59:59Z')).toBe('2026-01-01T00:00+00:00');
  });
});

test('the day of a clock change is one day', () => {
  expect(between(BERLIN, 'day', '2026-10-24T22:30:00Z', '2026-10-26T22:30:00Z')).toEqual([
    '2026-10-25',
    '2026-10-26',
  ]);
});

test.each([
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2026-10-25', '2026-W43'],
  ['2026-10-26', '2026-W44'],
])('%s is in week %s', (day, week) => expect(periodIn('UTC', 'week')(`${day}T12:00:00Z`)).toBe(week));

test('no date has no period', () => {
  for (const by of ['hour', 'day', 'week'] as const) {
    expect(periodIn(BERLIN, by)(null)).toBeNull();
    expect(periodIn(BERLIN, by)('soon')).toBeNull();
  }
});
