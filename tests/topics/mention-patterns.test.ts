import { expect, test } from 'vitest';
import { ON_PLATFORM, SPOKE_AFTER, SPOKE_BEFORE, WHERE } from '../../src/topics/mention-patterns.ts';

test.each([
  [SPOKE_AFTER, ', a crofter, wrote on', true],
  [SPOKE_AFTER, ' said on Monday', true],
  [SPOKE_AFTER, ' closed the pier. He said', false],
  [SPOKE_BEFORE, '” said Transport Secretary ', true],
  [SPOKE_BEFORE, 'they said nothing about ', false],
  [WHERE, 'they met in ', true],
  [WHERE, 'a boat near southern ', true],
  [WHERE, 'they believe in nothing about ', false],
  [ON_PLATFORM, 'she wrote on ', true],
  [ON_PLATFORM, 'they want to ban ', false],
])('%s in "%s": %s', (pattern, text, expected) => {
  expect(pattern.test(text)).toBe(expected);
});
