import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectCells } from '../../src/formats/json-cells.ts';
import { chunked, tableIn } from '../helpers/tables.ts';

const read = (
  content: string | Uint8Array | readonly Uint8Array[],
  options = {},
): ReturnType<typeof tableIn> => tableIn(content, options, 'posts.json');

describe('one object a line', () => {
  test('numbers stay as they are written, however long', async () => {
    const { columns, rows } = await read(
      '{"id":1983214266412530429,"n":1.0,"e":1e5}\n{"id":-0,"n":12345678901234567890.5}\n',
    );
    expect(columns).toEqual(['id', 'n', 'e']);
    expect(rows).toEqual([
      ['1983214266412530429', '1.0', '1e5'],
      ['-0', '12345678901234567890.5', ''],
    ]);
  });

  test('objects are flattened, lists stay JSON, null is empty', async () => {
    const { columns, rows } = await read(
      '{"user":{"name":"a","tags":["x", {"y":1}]},"ok":true,"gone":null,"empty":{}}\n',
    );
    expect(columns).toEqual(['user.name', 'user.tags', 'ok', 'gone', 'empty']);
    expect(rows).toEqual([['a', '["x", {"y":1}]', 'true', '', '{}']]);
  });

  test('a key that first occurs in the last line has its column', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `{"id":${index}}\n`).join('');
    const { columns, rows } = await read(`${lines}{"id":"last","late":"yes"}\n`);
    expect(columns).toEqual(['id', 'late']);
    expect(rows.at(-1)).toEqual(['last', 'yes']);
  });

  test('broken lines are rejected alone', async () => {
    const { rows, rejects } = await read('{"id":1}\r\n{"id":2\r\n\r\n[1]\nnonsense\n{"id":3}x\n{"id":4}');
    expect(rows).toEqual([['1'], ['4']]);
    expect(rejects).toEqual([
      { row: 2, code: 'json', raw: '{"id":2\r' },
      { row: 3, code: 'not-a-post', raw: '[1]' },
      { row: 4, code: 'json', raw: 'nonsense' },
      { row: 5, code: 'json', raw: '{"id":3}x' },
    ]);
  });

  test('a first line that is broken leaves the others what they are', async () => {
    const { rows, rejects } = await read('{"id":\n{"id":2}\n{"id":3}\n');
    expect(rows).toEqual([['2'], ['3']]);
    expect(rejects).toHaveLength(1);
  });

  test('escapes: those of JSON, and the one that Telegram adds', async () => {
    const { rows } = await read('{"a":"\\u00e9\\n\\t\\"\\\\\\/ \\x1F \\ud83d\\ude00"}\n{"a":"raw\ttab"}');
    expect(rows).toEqual([['é\n\t"\\/ \u001f 😀'], ['raw\ttab']]);
  });

  test('half a character is written as U+FFFD, and this is told', async () => {
    const { rows, notices } = await read('{"a":"x\\ud83d"}');
    expect(rows).toEqual([['x\ufffd']]);
    expect(notices).toEqual([
      'posts.json: 1 cells hold half of a character (a lone surrogate), written as U+FFFD',
    ]);
  });

  test('repeated keys, and keys that objects choke on', async () => {
    const { columns, rows } = await read('{"a":1,"a":2,"__proto__":"x","":"y","a.b":3}\n');
    expect(columns).toEqual(['a', 'a_2', '__proto__', '', 'a.b']);
    expect(rows).toEqual([['1', '2', 'x', 'y', '3']]);
  });

  test('an object that is too large to hold is cut and the next ones are read', async () => {
    const { rows, rejects } = await read(`{"a":1}\n{"a":"${'x'.repeat(300_000)}"}\n{"a":2}\n`, {
      mostRecord: 50_000,
      blockBytes: 4096,
    });
    expect(rows).toEqual([['1'], ['2']]);
    expect(rejects.map(({ row, code }) => [row, code])).toEqual([[2, 'too-large']]);
  });

  test('nesting without end is rejected', async () => {
    const { rejects } = await read(`{"a":${'['.repeat(100_000)}\n{"b":1}\n`);
    expect(rejects.map(({ code }) => code)).toEqual(['json']);
  });

  test('keys that are data make no table of them', async () => {
    const lines = Array.from({ length: 300 }, (_, line) =>
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 50 }, (_unused, key) => [`k${line * 50 + key}`, 1])),
      ),
    );
    const { columns, rows, rejects } = await read(lines.join('\n'));
    expect(columns).toHaveLength(10_000);
    expect(rows.length + rejects.length).toBe(300);
  });
});

describe('documents', () => {
  const POSTS = '[{"id":"1","text":"a, [b]"},{"id":"2","text":"c \\"}]"}]';

  test.each([
    ['a list', POSTS],
    ['a list on many lines', '[\n  {"id":"1",\n   "text":"a, [b]"},\n  {"id":"2","text":"c \\"}]"}\n]\n'],
    ['data', `{"meta":{"n":2},"data":${POSTS}}`],
    ['messages', `{"name":"chat","messages":${POSTS},"after":[1,2]}`],
    ['posts', `{"posts": ${POSTS}}`],
    ['chats', `{"about":"x","chats":{"about":"y","list":[{"name":"z","messages":${POSTS}}]}}`],
    ['an X archive', `window.YTD.tweets.part0 = ${POSTS};`],
    ['with a byte order mark', `\ufeff${POSTS}`],
    ['the answer of an API, wrapped twice', `{"status":200,"result":{"posts":${POSTS},"pagination":{}}}`],
    ['lists that were joined', '[{"id":"1","text":"a, [b]"}]\n[{"id":"2","text":"c \\"}]"}]\n'],
    [
      'a list of answers',
      '[{"items":[{"id":"1","text":"a, [b]"}],"next":2},{"items":[{"id":"2","text":"c \\"}]"}]}]',
    ],
    [
      'answers behind one another',
      '{\n"items":[{"id":"1","text":"a, [b]"}],\n"next":2\n}\n{\n"items":[{"id":"2","text":"c \\"}]"}]\n}\n',
    ],
  ])('%s', async (_, content) => {
    const expected = { columns: ['id', 'text'], rejects: [] };
    for (const size of [1, 7, 10_000]) {
      const { columns, rows, rejects } = await tableIn(chunked(Buffer.from(content), size), {}, 'posts.json');
      expect({ columns, rejects }).toEqual(expected);
      expect(rows).toEqual([
        ['1', 'a, [b]'],
        ['2', 'c "}]'],
      ]);
    }
  });

  test('one object is one row', async () => {
    expect((await read('{\n "id": 1,\n "text": "a"\n}\n')).rows).toEqual([['1', 'a']]);
  });

  test('a list that is cut off gives what is whole, and one reject', async () => {
    const { rows, rejects } = await read('[{"id":1},{"id":2},{"id":');
    expect(rows).toEqual([['1'], ['2']]);
    expect(rejects).toEqual([{ row: 3, code: 'json', raw: '{"id":' }]);
  });

  test('words behind the end are told, as they may have been posts', async () => {
    const { rows, rejects } = await read('[{"id":1},{"id":2}] and so on');
    expect(rows).toEqual([['1'], ['2']]);
    expect(rejects).toEqual([{ row: 3, code: 'json', raw: '' }]);
  });

  test('what is no object in a list is rejected', async () => {
    const { rows, rejects } = await read('[{"id":1}, 5, "x", null, {"id":2}]');
    expect(rows).toEqual([['1'], ['2']]);
    expect(rejects.map(({ code }) => code)).toEqual(['not-a-post', 'not-a-post', 'not-a-post']);
  });

  test.each(['', '[]', '\n', '{"data":[]}'])('%j has no rows', async (content) => {
    expect(await read(content)).toEqual({ columns: [], rows: [], rejects: [], notices: [] });
  });

  test('an object with a text of its own is a post, whatever lists it has', async () => {
    const line = '{"id":1,"text":"a","comments":[{"id":2,"text":"b"}]}';
    for (const content of [line, `${line}\n${line}\n`])
      expect((await read(content)).rows[0]).toEqual(['1', 'a', '[{"id":2,"text":"b"}]']);
  });

  test('answers of the X API get their authors and quoted words, wherever these stand', async () => {
    const page = (id: string): string =>
      `{"data":[{"id":"${id}","author_id":"9","text":"t","referenced_tweets":[{"type":"quoted","id":"7"}]}],` +
      '"includes":{"users":[{"id":"9","username":"lena","name":"Lena"}],"tweets":[{"id":"7","text":"their words"}]}}';
    for (const content of [page('1'), `${page('1')}\n${page('2')}\n`, `[${page('1')},${page('2')}]`]) {
      const { columns, rows } = await read(content);
      expect(columns.slice(4)).toEqual(['author.username', 'author.name', 'quoted.text']);
      expect(rows[0]!.slice(4)).toEqual(['lena', 'Lena', 'their words']);
    }
  });
});

describe('the reader of values', () => {
  const tree = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });

  test('agrees with JSON.parse on strings, numbers and what is JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tree, { maxKeys: 6 }), (object) => {
        const cells = objectCells(JSON.stringify(object));
        const values: unknown[][] = [];
        for (const [key, value] of Object.entries(object)) {
          const cell = cells.find(({ path }) => path === key);
          const plain = JSON.parse(JSON.stringify(value)) as unknown;
          const isFlat = typeof value !== 'object' || value === null || Array.isArray(value);
          if (isFlat)
            values.push([typeof value === 'string' ? cell?.text : JSON.parse(cell?.text || 'null'), plain]);
        }
        expect(values.map(([found]) => found)).toEqual(values.map(([, wanted]) => wanted));
      }),
    );
  });

  test.each([
    '{"a":01}',
    '{"a":}',
    '{a:1}',
    '{"a":1,}',
    '{"a" 1}',
    '{"a":"\\q"}',
    '{"a":tru}',
    "{'a':1}",
    '{"a":1}}',
  ])('%s is no JSON', (text) => {
    expect(() => objectCells(text)).toThrow(/at character \d+$/);
  });
});

describe('objects behind one another', () => {
  test.each([
    [
      'over several lines, as jq writes them',
      '{\n  "id": 1,\n  "text": "a"\n}\n{\n  "id": 2,\n  "text": "b"\n}\n',
    ],
    ['on one line', '{"id":1,"text":"a"}{"id":2,"text":"b"}\n'],
    ['with commas between the lines', '{"id":1,"text":"a"},\n{"id":2,"text":"b"},\n'],
  ])('%s', async (_, content) => {
    for (const size of [1, 7, 4096])
      expect(await read(chunked(Buffer.from(content), size))).toMatchObject({
        columns: ['id', 'text'],
        rows: [
          ['1', 'a'],
          ['2', 'b'],
        ],
        rejects: [],
      });
  });

  test('the last one cut off is rejected, and only that one', async () => {
    expect(await read('{\n "id": 1\n}\n{\n "id": 2,\n "te')).toMatchObject({
      rows: [['1']],
      rejects: [{ row: 2, code: 'json' }],
    });
  });

  test('under a name that says CSV', async () => {
    expect(await tableIn('{"id":1}\n{"id":2}\n', {}, 'posts.csv')).toMatchObject({
      columns: ['id'],
      rows: [['1'], ['2']],
    });
  });
});
