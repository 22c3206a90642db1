/** What is no text: told by the first bytes, so that nobody scores a spreadsheet's zip container. */

export interface BinaryKind {
  /** With its article, as it stands in a sentence. */
  readonly what: string;
  readonly remedy: string;
}

const SAVE_AS_CSV = 'Open it and save it as CSV (UTF-8).';
const NOT_READ = 'Name a CSV, TSV, JSON, NDJSON, text, Markdown or HTML file.';

const MAGIC: readonly (readonly [bytes: readonly number[], kind: BinaryKind])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    { what: 'a zip container (Excel workbook, OpenDocument or archive)', remedy: SAVE_AS_CSV },
  ],
  [[0xd0, 0xcf, 0x11, 0xe0], { what: 'an old Office file', remedy: SAVE_AS_CSV }],
  [[0x28, 0xb5, 0x2f, 0xfd], { what: 'a Zstandard file', remedy: 'Inflate it first: zstd -d FILE.' }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], { what: 'an xz file', remedy: 'Inflate it first: xz -d FILE.' }],
  [[0x42, 0x5a, 0x68], { what: 'a bzip2 file', remedy: 'Inflate it first: bunzip2 FILE.' }],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { what: 'a PDF', remedy: 'Save its text as a .txt file.' }],
  [[0x50, 0x41, 0x52, 0x31], { what: 'a Parquet file', remedy: 'Export it as CSV first.' }],
  [
    [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    { what: 'an SQLite database', remedy: 'Export a table as CSV.' },
  ],
  [[0x89, 0x50, 0x4e, 0x47], { what: 'a picture', remedy: NOT_READ }],
  [[0xff, 0xd8, 0xff], { what: 'a picture', remedy: NOT_READ }],
  [[0x47, 0x49, 0x46, 0x38], { what: 'a picture', remedy: NOT_READ }],
  [[0x7f, 0x45, 0x4c, 0x46], { what: 'a program', remedy: NOT_READ }],
];

/** Text has hardly any control characters; a twentieth of them is no text in any encoding of one byte. */
const MOST_CONTROLS = 0.05;
/** Files with NUL bytes here and there are read; files of NUL bytes are not. */
const MOST_NULS = 0.3;

/** What the bytes are instead of text, or null where they may be text. UTF-16 counts as text. */
export function binaryKindOf(head: Uint8Array): BinaryKind | null {
  for (const [bytes, kind] of MAGIC) if (bytes.every((byte, index) => head[index] === byte)) return kind;
  if (isUtf16(head)) return null;
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (byte === 0) nuls++;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls++;
  }
  const binary = controls > head.length * MOST_CONTROLS || nuls > head.length * MOST_NULS;
  return binary ? { what: 'a binary file', remedy: NOT_READ } : null;
}

/** Which of the two byte orders, by its mark or, where it has none, by where the zero bytes stand. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (spacedShare(head, 0) > 0.9) return 'utf-16le';
  return spacedShare(head, 1) > 0.9 ? 'utf-16be' : null;
}

/** Line ends, spaces, delimiters and quotes: every text has some, in every script. */
const MARKS = new Set([0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x3b, 0x7b]);

/** The share of those marks that stand at this parity beside a zero byte, as in UTF-16 all of them do. */
function spacedShare(head: Uint8Array, parity: 0 | 1): number {
  let marks = 0;
  let spaced = 0;
  for (const [index, byte] of head.entries()) {
    if (!MARKS.has(byte)) continue;
    marks++;
    if (index % 2 === parity && head[index ^ 1] === 0) spaced++;
  }
  return marks === 0 ? 0 : spaced / marks;
}

const isUtf16 = (head: Uint8Array): boolean => utf16Of(head) !== null;
