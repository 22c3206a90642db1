import { expect, test } from 'vitest';
import { isStopWord, stopWordLanguage } from '../../src/text/stop-words.ts';

test.each(['the', "don't", 'don’t', 'rt', 'tuesday', 'not'])('%s carries no matter', (word) => {
  expect(isStopWord(word)).toBe(true);
});

test.each(['ferry', 'against', 'ban', 'people', ''])('%s is kept', (word) => {
  expect(isStopWord(word)).toBe(false);
});

test('words of another language are known in it alone', () => {
  expect(isStopWord('nicht')).toBe(false);
  expect(isStopWord('nicht', 'de')).toBe(true);
  expect(isStopWord('the', 'de')).toBe(true);
});

test.each([
  ['wir sind nicht gefragt worden', 'de'],
  ['no queremos que el barco se vaya', 'es'],
  ['we were not asked', 'en'],
  ['die hard fans', 'en'],
  ['ferry', 'en'],
  ['', 'en'],
])('the stop words of "%s" speak for %s', (text, language) => {
  expect(stopWordLanguage(text.split(' '))).toBe(language);
});
