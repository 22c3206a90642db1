import { expect, test } from 'vitest';
import { frequencies, termKeys, wordSimilarities } from '../../src/topics/term-index.ts';

test('keys are stems, hashtags and user names, each once', () => {
  expect(termKeys('Ferries! The ferry #SaveOurBoat @Sundline_X ferry')).toEqual([
    'ferri',
    'save',
    'boat',
    '#saveourboat',
    '@sundline_x',
  ]);
});

test('frequencies count texts', () => {
  expect(frequencies([['a', 'b'], ['a'], []])).toEqual(
    new Map([
      ['a', 2],
      ['b', 1],
    ]),
  );
});

test('texts are as near as the rare terms that they share', () => {
  const common = Array.from({ length: 20 }, (_, i) => [`filler${i}`, 'ferry']);
  const row = wordSimilarities([['otter', 'urchin'], ['otter', 'urchin'], ['otter', 'bank'], ...common])(0);
  expect(row[1]).toBeCloseTo(1, 5);
  expect(row[2]).toBeGreaterThan(0);
  expect(row[2]).toBeLessThan(1);
  expect(row[3]).toBe(0);
});
