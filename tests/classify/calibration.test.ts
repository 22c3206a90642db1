import { describe, expect, test } from 'vitest';
import { calibrated, rounded, softmax } from '../../src/classify/calibration.ts';

const AS_IT_IS = { temperature: 1, offsets: [] };

describe('calibrated probabilities', () => {
  test('add up to one, in the order of the logits', () => {
    const [low, high] = calibrated([1, 3], AS_IT_IS);
    expect(low! + high!).toBeCloseTo(1, 12);
    expect(high!).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  });

  test('a higher temperature makes them more modest and keeps their order', () => {
    const [, sure] = calibrated([1, 3], AS_IT_IS);
    const [other, modest] = calibrated([1, 3], { temperature: 2, offsets: [] });
    expect(modest!).toBeLessThan(sure!);
    expect(modest!).toBeGreaterThan(other!);
  });

  test('offsets are added after the temperature', () => {
    expect(calibrated([2, 0], { temperature: 2, offsets: [0, 1] })).toEqual([0.5, 0.5]);
  });

  test('huge logits overflow nothing', () => {
    expect(softmax([10_000, 0])).toEqual([1, 0]);
  });

  test('the record takes four decimals', () => {
    expect(rounded(0.123456)).toBe(0.1235);
  });
});
