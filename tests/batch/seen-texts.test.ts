import { expect, test } from 'vitest';
import { SeenTexts } from '../../src/batch/seen-texts.ts';

test('tells a text that was there from one that was not, over several doublings of its room', () => {
  const seen = new SeenTexts();
  const texts = Array.from({ length: 100_000 }, (_, i) => `post number ${i}`);
  expect(texts.filter((text) => seen.add(text))).toEqual([]);
  expect(texts.every((text) => seen.add(text))).toBe(true);
  expect(seen.size).toBe(texts.length);
});

test('texts differ by case and by white space', () => {
  const seen = new SeenTexts();
  expect(['a b', 'A b', 'a  b', 'a b '].map((text) => seen.add(text))).toEqual([false, false, false, false]);
});
