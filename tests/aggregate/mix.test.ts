import { expect, test } from 'vitest';
import { mixOf } from '../../src/aggregate/mix.ts';

const part = (topic: string, a: [number, number | null], b: [number, number | null]) => ({
  topic,
  a: { n: a[0], share: a[1] },
  b: { n: b[0], share: b[1] },
});

test('a change of topics alone is all mix', () => {
  const { mix, within } = mixOf([part('ferry', [50, 0.8], [90, 0.8]), part('library', [50, 0.2], [10, 0.2])]);
  expect(mix).toBeCloseTo(0.24, 10);
  expect(within).toBeCloseTo(0, 10);
});

test('a change within one topic is all within, and its own', () => {
  const found = mixOf([part('ferry', [50, 0.2], [50, 0.6]), part('library', [50, 0.2], [50, 0.2])]);
  expect(found.mix).toBeCloseTo(0, 10);
  expect(found.within).toBeCloseTo(0.2, 10);
  expect(found.topics[0]).toMatchObject({ topic: 'ferry' });
});

test('both together are the whole change, also where a topic is new', () => {
  const found = mixOf([part('ferry', [60, 0.5], [40, 0.4]), part('tram', [0, null], [60, 0.9])]);
  expect(found.mix + found.within).toBeCloseTo((0.4 * 40 + 0.9 * 60) / 100 - 0.5, 10);
});
