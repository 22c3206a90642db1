import { expect, test } from 'vitest';
import { leanOf } from '../../src/aggregate/lean.ts';

test.each([
  [40, 10, 'favor'],
  [10, 40, 'against'],
  [26, 24, 'unclear'],
  [0, 10, 'against'],
  [0, 9, 'few'],
  [0, 0, 'few'],
])('%i in favor and %i against lean: %s', (favor, against, lean) => {
  expect(leanOf(favor, against)).toBe(lean);
});
