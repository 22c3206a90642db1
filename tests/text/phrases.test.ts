import { describe, expect, test } from 'vitest';
import { phrasesIn, verbForms } from '../../src/text/phrases.ts';

const sketch = (text: string): string =>
  phrasesIn(text)
    .map(({ kind, words }) => `${kind}(${words.map((word) => word.text).join(' ')})`)
    .join(' ');

describe('phrases', () => {
  test.each([
    [
      'The board banned phones in January.',
      'noun(The board) verb(banned) noun(phones) link(in) date(January)',
    ],
    [
      'Two of the towns have been closed to cars',
      'noun(Two) link(of) noun(the towns) verb(have been closed) link(to) noun(cars)',
    ],
    ['three carved doors', 'noun(three carved doors)'],
    ['the “so-called” pouch', 'noun(the so-called pouch)'],
    [
      'they moved people out of the valley',
      'noun(they) verb(moved) noun(people) link(out of) noun(the valley)',
    ],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(sketch(text)).toBe(expected);
  });

  test('places give the words back', () => {
    const text =
      'Yesterday — “at last” — the well-known Port Ellery Bank (a lender) didn’t close its doors… 😀';
    for (const { words, start, end } of phrasesIn(text)) {
      expect(text.slice(start, end)).toContain(words[0]!.text);
      for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
    }
  });
});

test.each([
  ['banned', { infinitive: 'ban', present: 'bans', past: 'banned' }],
  ['taken', { infinitive: 'take', present: 'takes', past: 'taken' }],
  ['move', { infinitive: 'move', present: 'moves', past: 'moved' }],
  ['charges', { infinitive: 'charge', present: 'charges', past: 'charged' }],
])('the forms of %s', (verb, forms) => {
  expect(verbForms(verb)).toEqual(forms);
});
