import { expect, test } from 'vitest';
import { burstsIn } from '../../src/aggregate/bursts.ts';
import { rhythmOf } from '../../src/aggregate/rhythm.ts';
import { randomNumbers } from '../helpers/invented-export.ts';

test('a burst is the row of periods with far more than usual', () => {
  const counts = [10, 9, 12, 11, 10, 45, 60, 38, 9, 10, 12, 8, 11, 10];
  const found = burstsIn(counts).flatMap((burst, i) => (burst ? [i] : []));
  expect(found).toEqual([5, 6, 7]);
});

test('a burst ends with its last loud period, not with the last that has a little more than usual', () => {
  const counts = [1, 2, 0, 1, 1, 2, 1, 0, 31, 0, 3, 2, 2, 0, 1, 1, 0, 2, 1, 1, 0, 1, 2, 1];
  const found = burstsIn(counts).flatMap((burst, i) => (burst ? [i] : []));
  expect(found).toEqual([8]);
});

test('chance alone makes few bursts', () => {
  const random = randomNumbers(4);
  const months = Array.from({ length: 200 }, () => {
    const days = Array.from({ length: 30 }, () => 0);
    for (let i = 0; i < 300; i += 1) days[Math.floor(random() * 30)]! += 1;
    return burstsIn(days).some(Boolean);
  });
  expect(months.filter(Boolean).length / months.length).toBeLessThan(0.05);
});

test('few periods, or none with anything in it, have no burst', () => {
  expect(burstsIn([1, 50])).toEqual([false, false]);
  expect(burstsIn([0, 0, 0])).toEqual([false, false, false]);
});

/** Days from a Thursday on, or hours of them, with posts that come by chance at these rates. */
function named(rates: readonly number[], by: 'day' | 'hour', random: () => number) {
  const step = by === 'day' ? 86_400_000 : 3_600_000;
  const names = rates.map((_, i) =>
    new Date(Date.UTC(2026, 0, 1) + i * step).toISOString().slice(0, by === 'day' ? 10 : 13),
  );
  const counts = rates.map((rate) => {
    let n = 0;
    for (let i = 0; i < 400; i += 1) if (random() < rate / 400) n += 1;
    return n;
  });
  return { names, counts };
}

const WEEK = [40, 40, 8, 8, 40, 40, 40];
const DAY = [1, 1, 1, 1, 1, 1, 4, 8, 12, 12, 12, 12, 14, 12, 12, 12, 14, 16, 20, 24, 24, 16, 8, 2];

test.each([
  ['weekdays and weekends', 'day', Array.from({ length: 42 }, (_, i) => WEEK[i % 7]!)],
  ['days and nights', 'hour', Array.from({ length: 24 * 10 }, (_, i) => DAY[i % 24]!)],
] as const)('the rhythm of %s is no burst, but what stands out of it is', (_, by, rates) => {
  const random = randomNumbers(6);
  const alarms = Array.from({ length: 40 }, () => {
    const { names, counts } = named(rates, by, random);
    return burstsIn(counts, rhythmOf(names, counts, by)).some(Boolean);
  });
  expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(4);
  const { names, counts } = named(
    rates.map((rate, i) => (i === 17 || i === 18 ? 4 * rate : rate)),
    by,
    random,
  );
  const found = burstsIn(counts, rhythmOf(names, counts, by));
  expect(found.flatMap((burst, i) => (burst ? [i] : []))).toEqual([17, 18]);
});

test('where few posts come the hour of a burst is told alone, in nineteen of twenty exports', () => {
  const random = randomNumbers(8);
  const found = Array.from({ length: 100 }, () => {
    const { names, counts } = named(
      Array.from({ length: 24 * 5 }, () => 1),
      'hour',
      random,
    );
    counts[40]! += 30;
    return burstsIn(counts, rhythmOf(names, counts, 'hour')).flatMap((burst, i) => (burst ? [i] : []));
  });
  expect(found.filter((hours) => hours.join() === '40').length).toBeGreaterThanOrEqual(95);
});
