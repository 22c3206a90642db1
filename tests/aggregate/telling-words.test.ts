import { expect, test } from 'vitest';
import { tellingWords } from '../../src/aggregate/telling-words.ts';

const counts = (words: object): Map<string, number> => new Map(Object.entries(words));

test('words that one side has more are told, most telling first, and common ones are not', () => {
  const a = counts({ ferry: 200, late: 60, soup: 1, rare: 2 });
  const b = counts({ ferry: 200, late: 5, soup: 40 });
  const found = tellingWords(a, b, 10);
  expect(found.map(({ word }) => word)).toEqual(expect.arrayContaining(['late', 'soup']));
  expect(found.map(({ word }) => word)).not.toContain('ferry');
  expect(found.map(({ word }) => word)).not.toContain('rare');
  expect(found.find(({ word }) => word === 'soup')!.z).toBeGreaterThan(0);
  expect(found.find(({ word }) => word === 'late')!.z).toBeLessThan(0);
});

test('a side without words tells nothing', () =>
  expect(tellingWords(counts({}), counts({ a: 9 }), 5)).toEqual([]));
