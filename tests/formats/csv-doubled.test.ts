import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellParser } from '../../src/formats/csv-cells.ts';
import { singled } from '../../src/formats/csv-doubled.ts';
import { csvLine } from '../../src/formats/csv-writer.ts';
import type { Dialect } from '../../src/formats/dialect.ts';
import type { Newline } from '../../src/formats/record-piece.ts';
import { replaced } from '../../src/formats/replaced.ts';

const DIALECT: Dialect = { delimiter: ',', quote: '"', escape: 'doubled' };

describe('doubled quotes that are put aside', () => {
  const cell = fc.array(fc.constantFrom('"', '""', 'a', ',', ';', '\n', '\r', ' ', '\u0001', '😀'), {
    maxLength: 8,
  });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  test('come back where they stood, in whatever is quoted and in nothing else', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<Newline>('\n', '\r\n', '\r'),
        fc.constantFrom(',', ';', ', '),
        (table, newline, delimiter) => {
          const dialect = { ...DIALECT, delimiter };
          // Quoted or not as chance will have it: what no program would write is read alike, too.
          const text = table
            .map((cells) =>
              cells.map((it, i) => (i % 2 === 0 ? `"${it.join('').replaceAll('"', '""')}"` : it.join(''))),
            )
            .map((cells) => cells.join(delimiter))
            .join(newline);
          const parse = cellParser(dialect);
          const single = singled(text, dialect, newline)!;
          const found = parse(single.text, newline)?.map((cells) => cells.map(single.cell)) ?? null;
          expect(found).toEqual(parse(text, newline));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('are left where they are in a text that has every sign that could stand for them', () => {
    const signs = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('');
    expect(singled(`"${signs}"""`, DIALECT, '\n')).toBeNull();
  });

  test('of a large cell are read as those of a small one', () => {
    const large = ['1', `${'"'.repeat(700_001)}, "so" she said,\n${'"'.repeat(65_537)}`, 'the end ""'];
    expect(cellParser(DIALECT)(csvLine(large).slice(0, -1), '\n')).toEqual([large]);
  });
});

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('one sign is replaced in %i of them', (length) => {
  expect(replaced('"'.repeat(length), '"', '""')).toBe('"'.repeat(2 * length));
});
