import { expect, test } from 'vitest';
import { burstsIn } from '../../src/aggregate/bursts.ts';
import { randomNumbers } from '../helpers/invented-export.ts';

test('a burst is the row of periods with far more than usual', () => {
  const counts = [10, 9, 12, 11, 10, 45, 60, 38, 9, 10, 12, 8, 11, 10];
  const found = burstsIn(counts).flatMap((burst, i) => (burst ? [i] : []));
  expect(found).toEqual([5, 6, 7]);
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
