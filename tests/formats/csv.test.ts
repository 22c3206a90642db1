import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine } from '../../src/formats/csv-writer.ts';
import { openTable } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import { isReject } from '../../src/formats/table.ts';
import { chunked, tableIn } from '../helpers/tables.ts';

const PLAIN = [
  ['1', 'the ferry is late'],
  ['2', 'so are we, again'],
];

describe('dialects', () => {
  test.each([
    ['comma', 'id,text\n1,the ferry is late\n2,"so are we, again"\n'],
    ['semicolon', 'id;text\n1;the ferry is late\n2;so are we, again\n'],
    ['tab', 'id\ttext\n1\tthe ferry is late\n2\tso are we, again\n'],
    ['pipe', 'id|text\n1|the ferry is late\n2|so are we, again\n'],
    ['comma and space', 'id, text\n1, the ferry is late\n2, "so are we, again"\n'],
    ['single quotes', "id,text\n1,'the ferry is late'\n2,'so are we, again'\n"],
    ['CRLF', 'id,text\r\n1,the ferry is late\r\n2,"so are we, again"\r\n'],
    ['CR', 'id,text\r1,the ferry is late\r2,"so are we, again"\r'],
    ['a mixture of line ends', 'id,text\r\n1,the ferry is late\r2,"so are we, again"\n'],
    ['CR CR LF', 'id,text\r\r\n1,the ferry is late\r\r\n2,"so are we, again"\r\r\n'],
    ['no line end at the end', 'id,text\n1,the ferry is late\n2,"so are we, again"'],
    ['every cell quoted', '"id","text"\n"1","the ferry is late"\n"2","so are we, again"\n'],
    ['blanks behind a closing quote', 'id,text\n1,"the ferry is late"  \n"2" ,"so are we, again"\n'],
    ['blank lines', '\nid,text\n\n1,the ferry is late\n   \n2,"so are we, again"\n\n\n'],
    ['a delimiter hint', 'sep=;\nid;text\n1;the ferry is late\n2;so are we, again\n'],
    [
      'a preamble',
      'Report:,Ferries\nFrom:,May\n\nid,text,a,b\n1,the ferry is late,x,y\n2,"so are we, again",x,y\n',
    ],
  ])('%s', async (_, content) => {
    const { columns, rows, rejects } = await tableIn(content);
    expect(columns.slice(0, 2)).toEqual(['id', 'text']);
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual(PLAIN);
    expect(rejects).toEqual([]);
  });

  test('backslashes before quotes', async () => {
    const { rows } = await tableIn('a,b\n"say \\"hi, you\\" twice",1\n"a \\\\ b",2\n"it \\" is",3\n');
    expect(rows).toEqual([
      ['say "hi, you" twice', '1'],
      ['a \\ b', '2'],
      ['it " is', '3'],
    ]);
  });

  test('backslashes before quotes, delimiters and line ends in cells without quotes', async () => {
    const { rows, rejects } = await tableIn(
      'a,b,c\n1,say \\"hi\\, you\\",x\n2,one\\\ntwo,x\n3,"\\"it\\" is",x\n4,C:\\dir,x\n',
    );
    expect(rejects).toEqual([]);
    expect(rows.map(([, text]) => text)).toEqual(['say "hi, you"', 'one\ntwo', '"it" is', 'C:\\dir']);
  });

  test('a bare LF in an unquoted cell stays there where lines end in CR', async () => {
    const { rows } = await tableIn('id;text;lang\r1;two\nlines;en\r2;one;en\r');
    expect(rows).toEqual([
      ['1', 'two\nlines', 'en'],
      ['2', 'one', 'en'],
    ]);
  });

  test('tabs without quoting: quotes are words like any other', async () => {
    const { rows, rejects } = await tableIn('a\tb\n1\t"Late" again\n2\t"open\n3\tok\n');
    expect(rows).toEqual([
      ['1', '"Late" again'],
      ['2', '"open'],
      ['3', 'ok'],
    ]);
    expect(rejects).toEqual([]);
  });

  test('a delimiter inside the text of a file of one column divides nothing', async () => {
    const { columns, rows } = await tableIn('text\nHello, world\nlate; again, and again\n');
    expect(columns).toEqual(['text']);
    expect(rows).toEqual([['Hello, world'], ['late; again, and again']]);
  });

  test('a bare CR in an unquoted cell stays there where lines end in LF', async () => {
    const { rows } = await tableIn('id;text;lang\n1;two\rlines;en\n2;one;en\n');
    expect(rows).toEqual([
      ['1', 'two\rlines', 'en'],
      ['2', 'one', 'en'],
    ]);
  });

  test('what the user says beats what the file shows', async () => {
    const content = 'skip me\nx;y,z\n1;2,3\n';
    expect(await tableIn(content, { delimiter: ';', skipLines: 1 })).toMatchObject({
      columns: ['x', 'y,z'],
      rows: [['1', '2,3']],
    });
    expect(await tableIn('1,a\n2,b\n', { header: false })).toMatchObject({
      columns: ['column_1', 'column_2'],
      rows: [
        ['1', 'a'],
        ['2', 'b'],
      ],
    });
    expect(await tableIn('a,b\n"x,y\n', { quote: '' })).toMatchObject({ rows: [['"x', 'y']] });
  });

  test.each([
    [{ delimiter: '' }, /can't divide cells/],
    [{ delimiter: '"' }, /can't divide cells/],
    [{ quote: '""' }, /can't quote cells/],
  ])('%o is wrong use', async (options, message) => {
    await expect(tableIn('a,b\n', options)).rejects.toThrow(message);
  });
});

describe('cells are kept as they are', () => {
  test.each([
    ['leading zeros and long ids', '007', '1983214266412530429'],
    ['quotes and line ends', 'say "no"', 'one\r\ntwo\nthree\rfour'],
    ['NUL', 'a\u0000b', 'x'],
    ['emoji, joined and not', '👩‍👩‍👧', '🏳️‍🌈 e\u0301'],
    ['right to left and invisible signs', 'این\u200cتصمیم', '\u202eabc\u202c'],
    ['a mark inside the file', '\ufeffx', 'y\ufeff'],
    ['numbers as written', '1e5', '1,234.50'],
    ['empty and blank cells', '', '  '],
    ['replacement characters that stand in the file', '\ufffd', 'a\ufffdb'],
    ['line separators of Unicode', 'a\u2028b', 'c\u0085d'],
  ])('%s', async (_, first, second) => {
    const { rows, rejects } = await tableIn(`a,b\nx,y\n${csvLine([first, second])}p,q\n`);
    expect(rejects).toEqual([]);
    expect(rows).toEqual([
      ['x', 'y'],
      [first, second],
      ['p', 'q'],
    ]);
  });

  test('odd headers: repeated, empty, and names that objects choke on', async () => {
    const { columns, rows } = await tableIn('a,a,,__proto__,constructor\n1,2,3,4,5\n');
    expect(columns).toEqual(['a', 'a', '', '__proto__', 'constructor']);
    expect(rows).toEqual([['1', '2', '3', '4', '5']]);
  });

  test('three thousand columns', async () => {
    const header = Array.from({ length: 3000 }, (_, index) => `c${index}`);
    const { columns, rows } = await tableIn(csvLine(header) + csvLine(header.map((name) => `${name},`)));
    expect(columns).toEqual(header);
    expect(rows).toEqual([header.map((name) => `${name},`)]);
  });

  test('a cell of several million characters, with line ends and quotes in it', async () => {
    const long = 'forty "thousand" times,\r\n'.repeat(160_000);
    const { rows, rejects } = await tableIn(`a,b\n${csvLine(['1', long])}2,short\n`);
    expect(rejects).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(rows[0]![1] === long).toBe(true);
    expect(rows[1]).toEqual(['2', 'short']);
  });
});

describe('nothing to read', () => {
  test.each([
    ['an empty file', '', []],
    ['a mark alone', '\ufeff', []],
    ['blank lines alone', '\n\r\n\n', []],
    ['a header', 'a,b', ['a', 'b']],
    ['a header with its line end', 'a,b\r\n', ['a', 'b']],
  ])('%s', async (_, content, columns) => {
    expect(await tableIn(content)).toEqual({ columns, rows: [], rejects: [], notices: [] });
  });
});

describe('faulty rows are rejected alone', () => {
  test('too few and too many cells', async () => {
    expect(await tableIn('id,text\n1\n2,b,c\n3,d\n')).toMatchObject({
      rows: [['3', 'd']],
      rejects: [
        { row: 1, code: 'columns', raw: '1' },
        { row: 2, code: 'columns', raw: '2,b,c' },
      ],
    });
  });

  test.each([
    ['a quote that never closes', '2,"open,x', '2,"open,x'],
    ['a quote that closes too early', '2,"so" late,x', '2,"so" late,x'],
    ['a quote opened twice', '2,""so late",x', '2,""so late",x'],
  ])('%s', async (_, line, raw) => {
    const { rows, rejects } = await tableIn(
      `id,text,y\n1,"a ""b""",x\n${line}\n3,"fine",x\n4,"also, fine",x\n`,
    );
    expect(rejects).toEqual([{ row: 2, code: 'quote', raw }]);
    expect(rows).toEqual([
      ['1', 'a "b"', 'x'],
      ['3', 'fine', 'x'],
      ['4', 'also, fine', 'x'],
    ]);
  });

  test('a faulty cell of several lines goes with its row', async () => {
    const { rows, rejects } = await tableIn(
      'id,text,y\n1,a,x\n2,"one "two"\nthree, "four\nfive",x\n3,"six\nseven",x\n4,b,x\n',
    );
    expect(rejects).toEqual([{ row: 2, code: 'quote', raw: '2,"one "two"\nthree, "four\nfive",x' }]);
    expect(rows.map(([id]) => id)).toEqual(['1', '3', '4']);
  });

  test('an open quote that a later row closes by chance takes no row with it', async () => {
    const { rows, rejects } = await tableIn(
      'id,a,b,c\n1,a,b,c\n2,"open,b,c\n3,plain,b,c\n4,a,inches 5",c\n5,a,b,c\n',
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '3', '4', '5']);
    expect(rejects).toEqual([{ row: 2, code: 'quote', raw: '2,"open,b,c' }]);
  });

  test('an open quote in the last row', async () => {
    const { rows, rejects } = await tableIn('id,text\n1,a\n2,b\n3,"open\n');
    expect(rows.map(([id]) => id)).toEqual(['1', '2']);
    expect(rejects).toEqual([{ row: 3, code: 'quote', raw: '3,"open' }]);
  });

  test('an open quote before a hundred thousand rows costs one row, not the rest of the file', async () => {
    const rest = Array.from({ length: 100_000 }, (_, index) => `${index},plain words here\n`).join('');
    const { rows, rejects } = await tableIn(`id,text\n0,a\n1,"never closed\n${rest}`);
    expect(rejects).toEqual([{ row: 2, code: 'quote', raw: '1,"never closed' }]);
    expect(rows).toHaveLength(100_001);
  });

  test.each([
    ['unquoted', (long: string) => `2,${long}`],
    ['quoted, with line ends', (long: string) => `2,"${long.replaceAll('y', '\n')}"`],
    ['quoted, with doubled quotes', (long: string) => `2,"${long.replaceAll('y', '""')}"`],
  ])('a row too large to hold, %s, is cut and the next ones are read', async (_, rowOf) => {
    const line = rowOf('xxxxxxxxy'.repeat(30_000));
    const { rows, rejects } = await tableIn(`id,text\n1,a\n${line}\n3,b\n`, {
      mostRecord: 100_000,
      blockBytes: 1024,
    });
    expect(rows).toEqual([
      ['1', 'a'],
      ['3', 'b'],
    ]);
    expect(rejects.map(({ row, code }) => [row, code])).toEqual([[2, 'too-large']]);
    expect(rejects[0]!.raw).toBe(line.slice(0, 1000));
  });

  test('a header line without end is an error that says so', async () => {
    await expect(tableIn('x'.repeat(5_000_000))).rejects.toThrow(
      'no line of this file ends within 4,194,304 characters',
    );
  });

  test('row numbers count rejects, lines count what stands between', async () => {
    const table = await openTable(
      memorySource('p.csv', [Buffer.from('id,text\n\n1,"a\nb"\n2\n3,c\n4,d,e\n')]),
    );
    const places: unknown[] = [];
    for await (const item of table.rows) places.push([item.row, isReject(item) ? item.line : null]);
    expect(places).toEqual([
      [1, null],
      [2, 5],
      [3, null],
      [4, 7],
    ]);
  });
});

const TORTURE =
  '\ufeffid;text;lang\r\n1;"zwei\r\nZeilen; ""zitiert""";de\r\n2;über 🚢👩‍👩‍👧;de\n3;"o"pen;en\r\n4;a\rb;en\r\n5;short\n6;"";\r\n7;"last\n;';

describe('chunks', () => {
  const bytes = Buffer.concat([Buffer.from(TORTURE), Buffer.from([0xe9, 0x0a]), Buffer.from('8;end;en')]);

  test.each([1, 2, 3, 7, 64 * 1024, 1024 * 1024])('of %i bytes give the same rows', async (size) => {
    expect(await tableIn(chunked(bytes, size))).toEqual(await tableIn(bytes));
  });

  test.each([1, 2, 3, 7, 64])('blocks of %i decoded bytes give the same rows', async (blockBytes) => {
    const options = { encoding: 'utf-8', delimiter: ';', blockBytes };
    expect(await tableIn(bytes, options)).toEqual(await tableIn(bytes));
  });

  test('the reading itself: what is whole is there, what is faulty is told', async () => {
    const { rows, rejects } = await tableIn(bytes);
    expect(rows).toEqual([
      ['1', 'zwei\r\nZeilen; "zitiert"', 'de'],
      ['2', 'über 🚢👩‍👩‍👧', 'de'],
      ['4', 'a\rb', 'en'],
      ['6', '', ''],
      ['8', 'end', 'en'],
    ]);
    expect(rejects).toEqual([
      { row: 3, code: 'quote', raw: '3;"o"pen;en' },
      { row: 5, code: 'columns', raw: '5;short' },
      { row: 7, code: 'quote', raw: '7;"last\n;\\xE9' },
    ]);
  });
});

const CELL = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      '\r',
      '\t',
      '|',
      "'",
      ' ',
      'a',
      '\\',
      '\u0000',
      'é',
      '🚢',
      '\ufeff',
      '=',
    ),
  }),
);

describe('what is written is read again', () => {
  const tables = fc.integer({ min: 1, max: 5 }).chain((width) => {
    const line = fc.array(CELL, { minLength: width, maxLength: width });
    return fc.tuple(line, fc.array(line, { maxLength: 8 }));
  });

  test('any cells, cell by cell, in blocks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom(1, 2, 3, 7, 4096), async ([header, rows], blockBytes) => {
        // A blank line is no header.
        fc.pre(header.length > 1 || header[0]!.trim() !== '' || header[0] === '');
        const text = [header, ...rows].map((cells) => csvLine(cells)).join('');
        const options = { delimiter: ',', quote: '"', encoding: 'utf-8', skipLines: 0, blockBytes };
        const read = await tableIn(text, options);
        expect(read).toEqual({ columns: header, rows, rejects: [], notices: [] });
      }),
      { numRuns: 400 },
    );
  });

  test('posts, without being told how they are written', async () => {
    const post = fc.tuple(
      fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }),
      CELL,
      CELL,
      fc.constantFrom('en', 'de', ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 4, maxLength: 30 }), async (posts) => {
        const rows = posts.map(([id, text, author, language]) => [String(id), text, author, language]);
        const text = [['id', 'text', 'author', 'lang'], ...rows].map((cells) => csvLine(cells)).join('');
        expect((await tableIn(text)).rows).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});

describe('bytes flipped, deleted and added at random', () => {
  test('end in as many rows and rejects as an account can balance, and never in an exception', async () => {
    const original = Buffer.from(TORTURE.repeat(4));
    const change = fc.tuple(
      fc.nat(original.length - 1),
      fc.nat(255),
      fc.constantFrom('flip', 'delete', 'insert'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = original;
        for (const [at, byte, kind] of changes) {
          const after = bytes.subarray(kind === 'insert' ? at : at + 1);
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            kind === 'delete' ? Buffer.alloc(0) : Buffer.from([byte]),
            after,
          ]);
        }
        const { columns, rows, rejects } = await tableIn(bytes);
        expect(rows.every((cells) => cells.length === columns.length)).toBe(true);
        expect(rejects.every(({ raw }) => raw.isWellFormed())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
