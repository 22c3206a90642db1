import { expect, test } from 'vitest';
import { headerIndex } from '../../src/formats/csv-header.ts';

test.each([
  [
    'the first record',
    [
      ['id', 'text', 'likes'],
      ['1', 'hello', '3'],
    ],
    0,
  ],
  [
    'below labels and values',
    [
      ['Report:', 'Mentions'],
      ['Brand:', 'Ferry'],
      ['id', 'text', 'likes', 'url'],
      ['1', 'a', '2', 'u'],
    ],
    2,
  ],
  [
    'below padded labels',
    [
      ['Report:', '', '', ''],
      ['id', 'text', 'likes', 'url'],
      ['1', 'a', '2', 'u'],
    ],
    1,
  ],
  [
    'a first record whose first column has no name',
    [
      ['', 'text', 'same', ''],
      ['id 0', '', 'NULL', 'x'],
      ['id 1', '', '', ''],
    ],
    0,
  ],
] as [string, string[][], number][])('the header is %s', (_, records, index) => {
  expect(headerIndex(records, [records.at(-1)!.length])).toBe(index);
});
