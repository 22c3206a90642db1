import { describe, expect, test } from 'vitest';
import { decoderOf, encodingNamed, encodingOf, shownBytes } from '../../src/formats/encoding.ts';
import { chunked, tableIn } from '../helpers/tables.ts';

const TEXT = 'id,text\r\n1,"Straße, 5 € – “naïve”"\r\n2,Évora\r\n';
const ROWS = [
  ['1', 'Straße, 5 € – “naïve”'],
  ['2', 'Évora'],
];

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

function utf32(text: string, bigEndian: boolean): Buffer {
  const signs = Array.from(text);
  const bytes = Buffer.alloc(signs.length * 4);
  for (const [index, sign] of signs.entries())
    if (bigEndian) bytes.writeUInt32BE(sign.codePointAt(0)!, index * 4);
    else bytes.writeUInt32LE(sign.codePointAt(0)!, index * 4);
  return bytes;
}

const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, '–': 0x96, '“': 0x93, '”': 0x94 };
const windows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (sign) => WINDOWS[sign] ?? sign.codePointAt(0)!));

const WAYS: readonly (readonly [string, Buffer, string])[] = [
  ['UTF-8', Buffer.from(TEXT), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
  ['UTF-16 LE with its mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le'],
  ['UTF-16 LE without', utf16(TEXT, false), 'utf-16le'],
  ['UTF-16 BE with its mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be'],
  ['UTF-16 BE without', utf16(TEXT, true), 'utf-16be'],
  ['UTF-32 LE with its mark', utf32(`\ufeff${TEXT}`, false), 'utf-32le'],
  ['UTF-32 BE with its mark', utf32(`\ufeff${TEXT}`, true), 'utf-32be'],
  ['Windows-1252', windows1252(TEXT), 'windows-1252'],
];

describe.each(WAYS)('%s', (_, bytes, encoding) => {
  test('is told by its bytes', () => {
    expect(encodingOf(bytes)).toBe(encoding);
  });

  test.each([1, 2, 3, 5, 1000])('gives the same rows in chunks of %i bytes', async (size) => {
    const { columns, rows, rejects } = await tableIn(chunked(bytes, size));
    expect({ columns, rows, rejects }).toEqual({ columns: ['id', 'text'], rows: ROWS, rejects: [] });
  });

  test.each([1, 2, 3, 5])('gives the same rows in blocks of %i bytes', async (blockBytes) => {
    expect((await tableIn(bytes, { encoding, delimiter: ',', blockBytes })).rows).toEqual(ROWS);
  });
});

test('UTF-16 in a script without Latin letters is told without its mark', () => {
  expect(encodingOf(utf16('شناسه,متن\n۱,این خیلی بد است\n', false))).toBe('utf-16le');
});

test('a NUL or two make no UTF-16', () => {
  expect(encodingOf(Buffer.from('id,text\n1,a\u0000b\n2,\u0000\n'))).toBe('utf-8');
});

test('bytes that are no UTF-8 reject their row in a file that is UTF-8 otherwise', async () => {
  const bytes = Buffer.concat([
    Buffer.from('id,text\n1,é\n2,caf'),
    Buffer.from([0xe9, 0x80]),
    Buffer.from('\n3,ü\n'),
  ]);
  expect(await tableIn(bytes)).toMatchObject({
    rows: [
      ['1', 'é'],
      ['3', 'ü'],
    ],
    rejects: [{ row: 2, code: 'encoding', raw: '2,caf\\xE9\\x80' }],
  });
});

test('a file cut inside a character rejects its last row', async () => {
  const bytes = Buffer.from('id,text\n1,ü\n2,é').subarray(0, -1);
  expect(await tableIn(bytes)).toMatchObject({
    rows: [['1', 'ü']],
    rejects: [{ row: 2, code: 'encoding', raw: '2,\\xC3' }],
  });
});

test('half a character of UTF-16 rejects its row', async () => {
  expect(await tableIn(utf16('\ufeffid,text\n1,a\ud83d\n2,b\n', false))).toMatchObject({
    rows: [['2', 'b']],
    rejects: [{ row: 1, code: 'encoding' }],
  });
});

test('a file that is ASCII for long is Windows-1252 where its first other bytes say so, and this is told', async () => {
  const rows = Array.from({ length: 30_000 }, (_, index) => `${index},plain words\n`).join('');
  const bytes = Buffer.concat([Buffer.from(`id,text\n${rows}`), windows1252('x,café “à la carte”\n')]);
  const table = await tableIn(bytes);
  expect(table.rows.at(-1)).toEqual(['x', 'café “à la carte”']);
  expect(table.notices).toEqual([
    'posts.csv: read as Windows-1252, as its first bytes beyond ASCII are no UTF-8',
  ]);
});

test.each([
  ['UTF8', 'utf-8'],
  ['utf-8-sig', 'utf-8'],
  ['latin1', 'windows-1252'],
  ['ISO_8859_1', 'windows-1252'],
  ['utf_16_le', 'utf-16le'],
  ['shift_jis', 'shift_jis'],
])('%s is the name of %s', (name, encoding) => {
  expect(encodingNamed(name)).toBe(encoding);
});

test('a name nobody knows is wrong use', () => {
  expect(() => encodingNamed('klingon')).toThrow('there is no encoding "klingon"');
});

test('other encodings are read where the user names them', async () => {
  const bytes = Buffer.from([0x69, 0x64, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x93, 0xfa, 0x96, 0x7b, 0x0a]);
  expect((await tableIn(chunked(bytes, 1), { encoding: 'shift_jis' })).rows).toEqual([['1', '日本']]);
});

test('every byte of Windows-1252 has its sign', () => {
  const decoded = decoderOf('windows-1252').text(Uint8Array.from({ length: 256 }, (_, index) => index));
  expect(decoded).toHaveLength(256);
  expect(decoded.slice(0x80, 0x8a)).toBe('€\u0081‚ƒ„…†‡ˆ‰');
  expect(decoded.slice(0xe0, 0xe8)).toBe('àáâãäåæç');
});

test('invalid bytes are shown by their number', () => {
  const decoder = decoderOf('utf-8');
  expect(shownBytes(decoder.text(Uint8Array.of(0x61, 0xff, 0xc3, 0x28)) + decoder.end())).toBe(
    'a\\xFF\\xC3(',
  );
});

test.each([
  ['cp437', 'Fähre: ½ £', [0x46, 0x84, 0x68, 0x72, 0x65, 0x3a, 0x20, 0xab, 0x20, 0x9c]],
  ['ibm437', 'Fähre: ½ £', [0x46, 0x84, 0x68, 0x72, 0x65, 0x3a, 0x20, 0xab, 0x20, 0x9c]],
  ['CP850', 'Fähre: ½ Ð', [0x46, 0x84, 0x68, 0x72, 0x65, 0x3a, 0x20, 0xab, 0x20, 0xd1]],
  ['cp858', 'Fähre: 5 €', [0x46, 0x84, 0x68, 0x72, 0x65, 0x3a, 0x20, 0x35, 0x20, 0xd5]],
  ['cp852', 'Łódź, późno', [0x9d, 0xa2, 0x64, 0xab, 0x2c, 0x20, 0x70, 0xa2, 0xab, 0x6e, 0x6f]],
  ['cp866', 'Паром', [0x8f, 0xa0, 0xe0, 0xae, 0xac]],
  ['windows-1251', 'Паром', [0xcf, 0xe0, 0xf0, 0xee, 0xec]],
  ['cp1251', 'Паром', [0xcf, 0xe0, 0xf0, 0xee, 0xec]],
  ['shift_jis', '遅れた', [0x92, 0x78, 0x82, 0xea, 0x82, 0xbd]],
  ['cp932', '遅れた', [0x92, 0x78, 0x82, 0xea, 0x82, 0xbd]],
  ['gbk', '晚点', [0xcd, 0xed, 0xb5, 0xe3]],
  ['mac_roman', 'Fähre', [0x46, 0x8a, 0x68, 0x72, 0x65]],
])('-e %s', async (encoding, text, bytes) => {
  const content = Buffer.concat([Buffer.from('id;text\n1;'), Buffer.from(bytes), Buffer.from('\n')]);
  for (const size of [1, 3, 1000])
    expect(await tableIn(chunked(content, size), { encoding })).toMatchObject({
      rows: [['1', text]],
      rejects: [],
    });
});

test('what is no character of UTF-32 rejects its row', async () => {
  const bytes = utf32('\ufeffid,text\n1,a\n2,b\n', false);
  bytes.writeUInt32LE(0x110000, bytes.length - 8);
  expect(await tableIn(bytes)).toMatchObject({ rows: [['1', 'a']], rejects: [{ row: 2, code: 'encoding' }] });
});

test('what another encoding would read is told', async () => {
  const guess = await tableIn(
    Buffer.from([
      ...Buffer.from('id;text\n1;'),
      0xcf,
      0xe0,
      0xf0,
      0xee,
      0xec,
      0x20,
      0xee,
      0xef,
      0xff,
      0xf2,
      0xfc,
      0x20,
      0xee,
      0xef,
      0xee,
      0xe7,
      0xe4,
      0xe0,
      0xeb,
      0x0a,
    ]),
  );
  expect(guess.notices).toEqual([
    'posts.csv: read as Windows-1252, most letters are accented; if that is wrong, -e names another encoding',
  ]);
});
