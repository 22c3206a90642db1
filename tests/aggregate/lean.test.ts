import { expect, test } from 'vitest';
import { leanOf } from '../../src/aggregate/lean.ts';
import { independent } from '../../src/aggregate/voiced-share.ts';

test.each([
  [40, 10, 'favor'],
  [10, 40, 'against'],
  [26, 24, 'unclear'],
  [0, 10, 'against'],
  [0, 9, 'few'],
  [0, 0, 'few'],
])('%i in favor and %i against lean: %s', (favor, against, lean) => {
  const sides = favor + against;
  expect(leanOf(sides, sides === 0 ? null : independent(favor / sides, sides))).toBe(lean);
});

test('forty in favor by one account lean no way that can be said', () => {
  expect(leanOf(50, independent(0.8, 1.5))).toBe('unclear');
});
