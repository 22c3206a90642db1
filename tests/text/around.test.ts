import { expect, test } from 'vitest';
import { spanAround } from '../../src/text/around.ts';
import { sentencesIn } from '../../src/text/sentences.ts';

const text = 'It rained. “We waited four hours,” Lena Brandt said. “Nobody came.” Then they left.';
const around = (...words: string[]): string => {
  const places = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length }));
  const span = spanAround(sentencesIn(text), places)!;
  return text.slice(span.start, span.end);
};

test('words stand in their sentence', () => {
  expect(around('We waited four hours')).toBe('“We waited four hours,” Lena Brandt said.');
});

test('words in two sentences, or with their speaker in another, stand in both', () => {
  expect(around('Nobody came', 'Lena Brandt')).toBe(
    '“We waited four hours,” Lena Brandt said. “Nobody came.”',
  );
});

test('what stands in no sentence is given as it is', () => {
  expect(spanAround([], [{ start: 3, end: 9 }])).toEqual({ start: 3, end: 9 });
  expect(spanAround([], [])).toBeNull();
});
