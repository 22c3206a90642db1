import { expect, test } from 'vitest';
import { clipped } from '../../src/aggregate/clipped.ts';

test.each([
  ['as long as allowed', 18, 'as long as allowed'],
  ['longer than that', 7, 'longer…'],
  ['👍👍👍', 4, '👍…'],
])('%s in %i is %s', (text, most, expected) => {
  expect(clipped(text, most)).toBe(expected);
});
