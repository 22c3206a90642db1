/** One clean table, written in one odd way at a time: what is read is the table, or a reject that says why not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableIn } from '../helpers/tables.ts';

const HEADER = ['id', 'text', 'author', 'likes'];
const ROWS = [
  ['1983214266412530001', 'The ferry is late, again', 'Mona Reyes', '12'],
  ['1983214266412530002', 'they said "soon"', "Pat O'Neil", ''],
  ['1983214266412530003', 'two\nlines; two thoughts', 'anon42', '007'],
  ['1983214266412530004', 'no | comment: none', 'Ünal', '3'],
  ['1983214266412530005', '', '@pier', '88'],
  ['1983214266412530006', "it's fine", 'Mona Reyes', '0'],
];

interface Writing {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly all?: boolean;
  readonly newline?: string;
}

function cellIn(
  cell: string,
  { delimiter = ',', quote = '"', escape = quote, all = false }: Writing,
): string {
  const isPlain = !all && ![delimiter[0]!, quote, '\n', '\r', '\\'].some((sign) => cell.includes(sign));
  return isPlain ? cell : quote + cell.replaceAll(quote, escape + quote) + quote;
}

const cellsIn = (cells: readonly string[], how: Writing): string[] => cells.map((cell) => cellIn(cell, how));

const lineIn = (cells: readonly string[], how: Writing = {}): string =>
  cellsIn(cells, how).join(how.delimiter ?? ',');

const fileOf = (lines: readonly string[], newline = '\n'): string => lines.join(newline) + newline;

const written = (how: Writing, rows: readonly (readonly string[])[] = ROWS, header = HEADER): string =>
  fileOf(
    [header, ...rows].map((cells) => lineIn(cells, how)),
    how.newline,
  );

describe('the file is written otherwise', () => {
  const usual = [',', ';', '\t', '|', ', ', '; ', ':', ' '];
  const delimiters = [...usual, '\t\t', '||', '::', '\\t', '#', '^', '~', '&', '\u0001'];
  test.each(delimiters.flatMap((delimiter) => ['"', "'"].map((quote) => [delimiter, quote])))(
    'delimiter %j, quote %j',
    async (delimiter, quote) => {
      for (const all of [false, true])
        for (const newline of ['\n', '\r\n', '\r'])
          expect(
            await tableIn(written({ delimiter: delimiter!, quote: quote!, all, newline })),
          ).toMatchObject({
            columns: HEADER,
            rows: ROWS,
            rejects: [],
          });
    },
  );

  test('a blank behind every closing quote, in the header and in a last line without its end too', async () => {
    const lines = [HEADER, ...ROWS].map((cells) =>
      lineIn(cells, { all: true }).replaceAll(/"(?=,"|$)/g, '" '),
    );
    for (const end of ['\n', ''])
      expect(await tableIn(lines.join('\n') + end)).toMatchObject({
        columns: HEADER,
        rows: ROWS,
        rejects: [],
      });
  });

  test.each([',', ';', '\t'])(
    'columns without name and content between others, divided by %j',
    async (delimiter) => {
      const lines = [
        ['id', '', 'text'],
        ['1', '', 'late'],
        ['2', '', 'again'],
      ];
      expect(await tableIn(fileOf(lines.map((cells) => cells.join(delimiter))))).toMatchObject({
        columns: ['id', '', 'text'],
        rows: lines.slice(1),
      });
    },
  );

  test('quotes escaped by a backslash, with every delimiter', async () => {
    for (const delimiter of [',', ';', '\t', '|'])
      expect(await tableIn(written({ delimiter, escape: '\\' }))).toMatchObject({
        columns: HEADER,
        rows: ROWS,
      });
  });

  test('cells in quotes between tabs lose their quotes, words in quotes keep them', async () => {
    expect(await tableIn('a\tb\n"1, 2"\tx\n"3"\ty\n')).toMatchObject({
      rows: [
        ['1, 2', 'x'],
        ['3', 'y'],
      ],
    });
    expect(await tableIn('a\tb\n"Late" again\tx\n"So" he said\ty\n"Never"\tz\n')).toMatchObject({
      rows: [
        ['"Late" again', 'x'],
        ['"So" he said', 'y'],
        ['"Never"', 'z'],
      ],
      rejects: [],
    });
  });

  test.each([',', ';', '\t'])(
    'a delimiter %j behind every row and not behind the header',
    async (delimiter) => {
      const lines = [
        lineIn(HEADER, { delimiter }),
        ...ROWS.map((cells) => lineIn(cells, { delimiter }) + delimiter),
      ];
      expect(await tableIn(fileOf(lines))).toEqual({
        columns: [...HEADER, ''],
        rows: ROWS.map((cells) => [...cells, '']),
        rejects: [],
        notices: [],
      });
    },
  );

  test('a delimiter behind the header and not behind the rows', async () => {
    const lines = [`${lineIn(HEADER)},`, ...ROWS.map((cells) => lineIn(cells))];
    expect(await tableIn(fileOf(lines))).toMatchObject({ columns: HEADER, rows: ROWS, rejects: [] });
  });

  test('an unclosed quote in the header costs no row', async () => {
    for (const at of HEADER.keys()) {
      const names = HEADER.map((name, index) => (index === at ? `"${name}` : name));
      expect(await tableIn(fileOf([names.join(','), ...ROWS.map((cells) => lineIn(cells))]))).toMatchObject({
        columns: names,
        rows: ROWS,
        rejects: [],
      });
    }
  });
});

describe('lines above the header', () => {
  const above = [
    ['PREAMBLE'],
    ['PREAMBLE', ''],
    ['PREAMBLE,,,'],
    ['Report: ferries', 'made in May', 'Query:,ferry', ''],
    ['Report: ferries,,,', 'made in May,,,', ',,,'],
  ];
  test.each(above)('%s', async (...lines) => {
    for (const rows of [ROWS, ROWS.slice(0, 1), []])
      expect(await tableIn(fileOf(lines) + written({}, rows))).toMatchObject({
        columns: HEADER,
        rows,
        rejects: [],
      });
  });

  test('and names that stand twice below them', async () => {
    const header = ['id', 'author', 'author', 'text'];
    expect(await tableIn(fileOf(['Report: ferries', '']) + written({}, ROWS, header))).toMatchObject({
      columns: header,
      rows: ROWS,
    });
  });
});

describe('a file of one column', () => {
  const word = fc.constantFrom(
    'late',
    'the ferry',
    '"soon"',
    '"again',
    'why"',
    "it's",
    "'so",
    'a, b',
    'no; yes',
    'x \t y',
    'a | b',
    'x: y',
    '1,2',
    '"said, they"',
  );
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

  test('of sentences loses no line to a preamble', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 20 }), async (lines) => {
        const { columns, rows, rejects } = await tableIn(fileOf(['text', ...lines]));
        const read = [...rows.flat(), ...rejects.map(({ raw }) => raw)];
        expect(columns).toEqual(['text']);
        // A quote at both ends of a line may be the file's own, and what is in it may be several lines.
        expect(read.join('\n').split('\n')).toHaveLength(lines.length);
      }),
      { numRuns: 500, seed: 6 },
    );
  });
});

describe('one row is damaged', () => {
  const row = fc.nat(ROWS.length - 1);
  const column = fc.nat(HEADER.length - 1);
  const damaged = (at: number, damage: (cells: string[]) => string, all: boolean): string =>
    fileOf([
      lineIn(HEADER, { all }),
      ...ROWS.map((cells, index) =>
        index === at ? damage(cellsIn(cells, { all })) : lineIn(cells, { all }),
      ),
    ]);

  const damages: [string, (cells: string[], column: number) => string][] = [
    ['a delimiter too many', (cells, at) => [...cells.slice(0, at), '', ...cells.slice(at)].join(',')],
    ['a delimiter too few', (cells, at) => cells.filter((_, index) => index !== at).join(',')],
    ['another delimiter', (cells) => cells.join(';')],
    ['a quote before a cell', (cells, at) => cells.with(at, `"${cells[at]}`).join(',')],
    ['a quote behind a cell', (cells, at) => cells.with(at, `${cells[at]}"`).join(',')],
  ];
  test.each(damages)('%s: the others are read', async (_, damage) => {
    await fc.assert(
      fc.asyncProperty(row, column, fc.boolean(), async (at, where, all) => {
        const { columns, rows } = await tableIn(damaged(at, (cells) => damage(cells, where), all));
        expect(columns).toEqual(HEADER);
        expect(rows).toEqual(expect.arrayContaining(ROWS.toSpliced(at, 1)));
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});
