import { describe, expect, test } from 'vitest';
import { calibrationError, reliabilityBins } from '../../src/aggregate/reliability.ts';

const answers = (probability: number, right: number, of: number) =>
  Array.from({ length: of }, (_, i) => ({ probability, isRight: i < right }));

describe('reliability', () => {
  test('bins hold mean probability and share of right answers; empty ones are left out', () => {
    const bins = reliabilityBins([...answers(0.55, 1, 2), ...answers(0.95, 4, 4)], 10);
    expect(bins).toEqual([
      { from: 0.5, to: 0.6, n: 2, meanProbability: 0.55, shareRight: 0.5 },
      { from: 0.9, to: 1, n: 4, meanProbability: 0.95, shareRight: 1 },
    ]);
  });

  test('the error is the mean gap, weighted by rows', () => {
    const bins = reliabilityBins([...answers(0.55, 1, 2), ...answers(0.95, 4, 4)], 10);
    expect(calibrationError(bins)).toBeCloseTo((2 * 0.05 + 4 * 0.05) / 6, 12);
  });

  test('who is as often right as sure has no error', () => {
    expect(calibrationError(reliabilityBins(answers(0.75, 3, 4)))).toBeCloseTo(0, 12);
  });

  test('certainty falls into the last bin', () => {
    expect(reliabilityBins(answers(1, 1, 1), 10)[0]!.to).toBe(1);
  });
});
