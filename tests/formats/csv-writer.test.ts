import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/formats/csv-writer.ts';
import { spreadsheetSafe } from '../../src/formats/spreadsheet.ts';
import { distinctKeys, ndjsonLine } from '../../src/formats/ndjson-writer.ts';

describe('canonical CSV', () => {
  test.each([
    [['a', 'b'], 'a,b\n'],
    [['a,b', 'say "no"', 'x\ny', 'p\rq'], '"a,b","say ""no""","x\ny","p\rq"\n'],
    [[null, 0, 0.25, ''], ',0,0.25,\n'],
    [[''], '""\n'],
    [[null], '""\n'],
    [[' x ', "it's", 'a;b', '\ufeffid'], ' x ,it\'s,a;b,"\ufeffid"\n'],
    [[], '\n'],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

describe('cells that a spreadsheet would run', () => {
  test.each(['=1+1', '+cmd', '-x', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1', "'=1", '＝1', '-1+2'])(
    '%j is guarded',
    (cell) => {
      expect(spreadsheetSafe(cell)).toBe(`'${cell}`);
    },
  );

  test.each(['', 'a=b', 'x', '-5', '+3.25', '1983214266412530429', 'e-mail', '“=1”'])('%j is not', (cell) => {
    expect(spreadsheetSafe(cell)).toBe(cell);
  });
});

describe('NDJSON', () => {
  test('repeated and empty names become keys of their own', () => {
    expect(distinctKeys(['a', 'a', '', 'a_2', 'a', '__proto__'])).toEqual([
      'a',
      'a_3',
      'column_3',
      'a_2',
      'a_4',
      '__proto__',
    ]);
  });

  test('keys keep their order, and none is lost', () => {
    expect(ndjsonLine(['b', '1', '__proto__'])(['x', '', 'say "no"\n'])).toBe(
      '{"b":"x","1":"","__proto__":"say \\"no\\"\\n"}\n',
    );
  });
});
