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
  // One gzip is inflated before this is asked.
  [[0x1f, 0x8b], { what: 'a gzip file in a gzip file', remedy: 'Inflate it once: gunzip FILE.' }],
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
  if (isUtf16(head) || utf32Of(head) !== null) return null;
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
  if (isWide(head, 1)) return 'utf-16le';
  return isWide(head, 0) ? 'utf-16be' : null;
}

/** By its mark, which begins as that of UTF-16 does. */
export function utf32Of(head: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0xff, 0xfe, 0, 0)) return 'utf-32le';
  return begins(0, 0, 0xfe, 0xff) ? 'utf-32be' : null;
}

/** Half of what Latin letters, digits, blanks and delimiters are written with; every text has some of them. */
const LEAST_ZEROS = 0.05;

/** Whether zero bytes stand at this parity alone, as high bytes do, and beside every line end. */
function isWide(head: Uint8Array, high: 0 | 1): boolean {
  const zeros: [number, number] = [0, 0];
  let ends = 0;
  let wideEnds = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) zeros[(index % 2) as 0 | 1]++;
    if (byte !== 0x0a || index % 2 === high) continue;
    ends++;
    if (head[index ^ 1] === 0) wideEnds++;
  }
  const pairs = Math.floor(head.length / 2);
  const [here, there] = high === 1 ? [zeros[1], zeros[0]] : [zeros[0], zeros[1]];
  if (here < pairs * LEAST_ZEROS || there * 20 > here) return false;
  return ends === 0 ? here > pairs * 0.2 && pairs > 1 && lineEnds(head) === 0 : wideEnds > ends * 0.9;
}

const lineEnds = (head: Uint8Array): number =>
  head.reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 0);

const isUtf16 = (head: Uint8Array): boolean => utf16Of(head) !== null;
