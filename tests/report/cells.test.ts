import { describe, expect, test } from 'vitest';
import { cut, fitted, widthOf, wrapped } from '../../src/report/cells.ts';

describe('a text cut to cells', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly ten', 11, 'exactly ten'],
    ['rather long', 7, 'rather…'],
    ['小林 さくら', 6, '小林…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
  ])('%s in %i is %s', (text, width, expected) => {
    expect(cut(text, width)).toBe(expected);
  });

  test('fills its cells exactly, wide characters too', () => {
    for (const text of ['a', '小林 さくら', 'Transport minister'])
      expect(widthOf(fitted(text, 9, 'right'))).toBe(9);
  });
});

describe('a text in lines', () => {
  test('breaks between words, and inside a word that is longer than a line', () => {
    expect(wrapped('four hours on the quay-without-an-announcement today', 12)).toEqual([
      'four hours',
      'on the',
      'quay-without',
      '-an-announce',
      'ment today',
    ]);
  });

  test('ends in an ellipsis where there are too many', () => {
    expect(wrapped('one two three four five six', 9, 2)).toEqual(['one two', 'three fo…']);
  });

  test('of a post of a hundred thousand words is laid out no further than it is shown', () => {
    expect(wrapped('word '.repeat(100_000), 20, 3)).toHaveLength(3);
  });
});
