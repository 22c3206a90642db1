import { describe, expect, test } from 'vitest';
import { bootstrapInterval, quantile } from '../../src/aggregate/bootstrap.ts';

const share = (sample: readonly number[]): number => sample.reduce((sum, it) => sum + it, 0) / sample.length;
const coins = (heads: number, of: number): number[] =>
  Array.from({ length: of }, (_, i) => (i < heads ? 1 : 0));

describe('a bootstrap interval', () => {
  test('of a share lies where the normal interval does', () => {
    const { lo, hi } = bootstrapInterval(coins(300, 1000), share);
    const half = 1.96 * Math.sqrt((0.3 * 0.7) / 1000);
    expect(lo).toBeCloseTo(0.3 - half, 2);
    expect(hi).toBeCloseTo(0.3 + half, 2);
  });

  test('is the same each time', () => {
    const items = coins(3, 10);
    expect(bootstrapInterval(items, share)).toEqual(bootstrapInterval(items, share));
  });

  test('narrows with more items', () => {
    const width = (n: number): number => {
      const { lo, hi } = bootstrapInterval(coins(n / 2, n), share);
      return hi - lo;
    };
    expect(width(1000)).toBeLessThan(width(100) / 2);
  });

  test('of nothing is nothing', () => {
    expect(bootstrapInterval([], share)).toEqual({ lo: 0, hi: 0 });
  });

  test('quantiles are interpolated', () => {
    expect(quantile([0, 1, 2, 3, 4], 0.5)).toBe(2);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });
});
