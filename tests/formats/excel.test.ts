import { describe, expect, test } from 'vitest';
import { excelHead, excelLine, excelText } from '../../src/formats/excel.ts';

/** The cell as it stands between the others, unquoted. */
const cellOf = (cell: string | number | boolean | null): string => {
  const line = excelLine(['|', cell, '|']);
  return line.slice(2, -4).replace(/^"|"$/g, '').replaceAll('""', '"');
};

describe('a table for Excel', () => {
  test('begins with a byte order mark, and its lines end in CRLF', () => {
    expect(
      excelText([
        ['a', 'b'],
        ['é', 1],
      ]),
    ).toBe('\ufeffa,b\r\né,1\r\n');
    expect(excelHead(['a', 'b'])).toBe('\ufeffa,b\r\n');
  });

  test('keeps line ends, quotes and commas inside their cell', () => {
    expect(excelLine(['x\ny', 'say "no"', 'a,b'])).toBe('"x\ny","say ""no""","a,b"\r\n');
  });

  test('has figures and truths as such, and nothing for nothing', () => {
    expect(excelLine([0.25, -3, true, null])).toBe('0.25,-3,true,\r\n');
  });

  test.each([
    ['2026-03-01T18:05:00Z', '2026-03-01 18:05:00'],
    ['2026-03-01T18:05:00.123Z', '2026-03-01 18:05:00'],
    ['2026-03-01', '2026-03-01'],
  ])('has the time %s as one that Excel knows', (given, written) => {
    expect(cellOf(given)).toBe(written);
  });

  test.each([
    '1983214266412530429',
    '007',
    '12',
    '-5',
    '+3.25',
    '1234567e51',
    '3/4',
    '1-2',
    '9:30 pm',
    '€5',
    '(5)',
    '12 %',
    '1,234.5',
    'SEPT2',
    'Mar 5',
    '5 March 2026',
    'TRUE',
    '=1+1',
    '@SUM(A1)',
    ' =1',
  ])('guards the text %j, of which Excel would make something else', (cell) => {
    expect(cellOf(cell)).toBe(`'${cell}`);
  });

  test.each([
    '',
    'é 5',
    'سلام',
    '👍🏽',
    'March',
    'Marchers',
    '5 boats',
    '24/7 news',
    '7f3a9c0e51',
    'a=b',
    '#1',
    '№ 5',
  ])('leaves the text %j as it is', (cell) => {
    expect(cellOf(cell)).toBe(cell);
  });

  test('cuts a cell that Excel would spill over the next ones, between letters', () => {
    expect(cellOf('x'.repeat(32_767))).toHaveLength(32_767);
    expect(cellOf('x'.repeat(32_768))).toBe(`${'x'.repeat(32_766)}…`);
    expect(cellOf(`${'x'.repeat(32_765)}👍👍`)).toBe(`${'x'.repeat(32_765)}…`);
  });
});
