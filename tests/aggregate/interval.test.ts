import { describe, expect, test } from 'vitest';
import { shareOf, wilson } from '../../src/aggregate/interval.ts';

describe('the 95 % interval of a share', () => {
  // Worked cases of the score method without correction: Newcombe, Statistics in Medicine 17 (1998), table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i lies between %f and %f', (k, n, lo, hi) => {
    expect(shareOf(k, n)).toMatchObject({ n: k, lo, hi });
  });

  test('of everything ends at one', () => {
    expect(shareOf(20, 20)).toEqual({ n: 20, share: 1, lo: 0.8389, hi: 1 });
  });

  test('of nothing is not known', () => {
    expect(shareOf(0, 0)).toEqual({ n: 0, share: null, lo: null, hi: null });
  });

  test.each([
    [30, 0.5],
    [30, 0.1],
    [100, 0.05],
    [400, 0.62],
  ])('of %i draws with a true share of %f covers it nearly 95 times in 100', (n, truth) => {
    expect(coverage(n, truth)).toBeGreaterThan(0.92);
    expect(coverage(n, truth)).toBeLessThan(0.98);
  });
});

/** The exact probability that the interval of `n` draws holds the true share: a sum over all outcomes. */
function coverage(n: number, truth: number): number {
  let probability = (1 - truth) ** n;
  let covered = 0;
  for (let k = 0; k <= n; k += 1) {
    const { lo, hi } = wilson(k / n, n);
    if (lo <= truth && truth <= hi) covered += probability;
    probability *= ((n - k) / (k + 1)) * (truth / (1 - truth));
  }
  return covered;
}
