import { describe, expect, test } from 'vitest';
import { copyKey } from '../../src/aggregate/near-copy.ts';

describe('near-copies are texts that differ only in', () => {
  test.each([
    ['case and spacing', 'Bring back  the FERRY', 'bring back the ferry'],
    ['marks', 'Bring back the ferry!!!', '“Bring back the ferry”'],
    ['links', 'Bring back the ferry https://t.example/a1', 'Bring back the ferry https://t.example/b2'],
    ['handles', '@anna @ben.k Bring back the ferry', 'Bring back the ferry @carl'],
    ['the mark of a repost', 'RT @anna: Bring back the ferry', 'Bring back the ferry'],
    ['a last word that was cut off', 'RT @anna: Bring back the ferry fr…', 'Bring back the ferry f…'],
    ['width of letters', 'Ｂring back the ferry', 'Bring back the ferry'],
  ])('%s', (_, a, b) => {
    expect(copyKey(a)).toBe(copyKey(b));
  });
});

describe('no copies are texts that differ in', () => {
  test.each([
    ['a word', 'Bring back the ferry', 'Bring back the tram'],
    ['a number', 'Boat 12 is late', 'Boat 13 is late'],
    ['emoji, where there are no words', '👏👏', '😡😡'],
    ['words of another script', 'پل بسته است', 'پل باز است'],
  ])('%s', (_, a, b) => {
    expect(copyKey(a)).not.toBe(copyKey(b));
  });
});

test('a word of ten million letters is read in one go', () => {
  expect(copyKey('x'.repeat(10_000_000))).toBe(copyKey('X'.repeat(10_000_000)));
});
