import { expect, test } from 'vitest';
import { isStopWord } from '../../src/text/stop-words.ts';

test.each(['the', "don't", 'don’t', 'rt', 'tuesday', 'not'])('%s carries no matter', (word) => {
  expect(isStopWord(word)).toBe(true);
});

test.each(['ferry', 'against', 'ban', 'people', ''])('%s is kept', (word) => {
  expect(isStopWord(word)).toBe(false);
});
