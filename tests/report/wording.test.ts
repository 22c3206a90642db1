import { describe, expect, test } from 'vitest';
import { counted, percent, percentWithRange, speakerOf } from '../../src/report/wording.ts';

describe('a percentage', () => {
  test.each([
    [0, '0 %'],
    [0.004, '<1 %'],
    [0.005, '1 %'],
    [0.62, '62 %'],
    [0.995, '100 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
  ])('of %f reads %s', (share, words) => {
    expect(percent(share)).toBe(words);
  });

  test('of nothing is a dash', () => {
    expect(percentWithRange({ n: 0, share: null, lo: null, hi: null })).toBe('—');
  });
});

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [2000, '2,000 posts'],
])('%i is counted as %s', (n, words) => {
  expect(counted(n, 'post')).toBe(words);
});

test.each([
  ['Lena Brandt', 'lena', 'Lena Brandt (@lena)'],
  ['lena', 'lena', 'lena'],
  ['@lena', '@lena', '@lena'],
  ['Lena Brandt', null, 'Lena Brandt'],
  [null, 'lena', '@lena'],
  [null, null, 'speaker not named'],
])('%s with the handle %s is %s', (speaker, handle, words) => {
  expect(speakerOf({ speaker, handle })).toBe(words);
});
