import { expect, test } from 'vitest';
import { randomFrom, shuffleKey } from '../../src/topics/random.ts';

test('the same seed gives the same numbers in [0, 1), another seed others', () => {
  const draw = (seed: number): number[] => {
    const random = randomFrom(seed);
    return Array.from({ length: 1000 }, random);
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const numbers = draw(1);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, each) => sum + each, 0) / 1000).toBeCloseTo(0.5, 1);
});

test('shuffle keys are 32-bit and differ for near texts', () => {
  expect(shuffleKey('')).toBe(0x811c9dc5);
  expect(shuffleKey('ferry 1')).not.toBe(shuffleKey('ferry 2'));
});
