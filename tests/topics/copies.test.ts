import { expect, test } from 'vitest';
import { copyKey, distinctTexts } from '../../src/topics/copies.ts';

test.each([
  ['RT @ferry_fan: Save our boat! https://example.org/1', 'save our boat'],
  ['SAVE our boat!!! 😡 @council', 'save our boat'],
  ['Save our boat (3/7)', 'save our boat'],
  ['Ｓave our boat', 'save our boat'],
  ['😡 100 %', ''],
])('%s is a copy of "%s"', (text, key) => {
  expect(copyKey(text)).toBe(key);
});

test('other words are another text', () => {
  expect(copyKey('Save our boats')).not.toBe(copyKey('Save our boat'));
});

test('one text stands for its copies, the same in any order', () => {
  const texts = ['Save it', 'save it!', 'RT @a: Save it', 'Sink it', '…'];
  const distinct = [...distinctTexts(texts).values()];
  expect(distinct).toEqual(['RT @a: Save it', 'Sink it']);
  expect([...distinctTexts(texts.reverse()).values()]).toEqual(distinct);
});
