/**
 * Bytes → text. Invalid bytes never become U+FFFD in silence: each is decoded to a lone surrogate
 * (U+DC80 + byte − 0x80, as Python's `surrogateescape` does), which no valid text holds, so that the record
 * it stands in can be told and rejected with its bytes shown.
 */
import { isUtf8 } from 'node:buffer';
import { HearsayError } from '../errors.ts';
import { utf16Of, utf32Of } from './binary.ts';
import type { Decoder, Encoding } from './decoder.ts';
import { rareDecoderOf, rareEncodingNamed } from './rare-encodings.ts';

/** Names that people write, to the names used here. Any other name that TextDecoder knows is read too. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  utf16: 'utf-16',
  utf16le: 'utf-16le',
  'utf-16-le': 'utf-16le',
  utf16be: 'utf-16be',
  'utf-16-be': 'utf-16be',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
  ansi: 'windows-1252',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp65001: 'utf-8',
  'mac-roman': 'macintosh',
};

const TITLES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'utf-32le': 'UTF-32 LE',
  'utf-32be': 'UTF-32 BE',
  'windows-1252': 'Windows-1252',
};

/** How an encoding is written for people. */
export const encodingTitle = (encoding: Encoding): string => TITLES[encoding] ?? encoding;

/**
 * The encoding that the user names.
 * @throws HearsayError `usage` for a name nobody knows
 */
export function encodingNamed(name: string): Encoding {
  const plain = name.toLowerCase().replaceAll('_', '-');
  const known = ALIASES[plain] ?? rareEncodingNamed(plain);
  if (known !== null) return known;
  try {
    return new TextDecoder(name).encoding;
  } catch (cause) {
    throw new HearsayError('usage', `there is no encoding "${name}"`, {
      cause,
      remedy: 'Try utf-8, utf-16, windows-1252 or another name of the WHATWG Encoding Standard.',
    });
  }
}

/** The encoding by its mark, else by its first bytes; UTF-8 where these are plain ASCII. */
export function encodingOf(head: Uint8Array): Encoding {
  return utf32Of(head) ?? utf16Of(head) ?? eightBitOf(head) ?? 'utf-8';
}

export const hasMark = (head: Uint8Array): boolean =>
  (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) ||
  (head[0] === 0xff && head[1] === 0xfe) ||
  (head[0] === 0xfe && head[1] === 0xff);

/**
 * UTF-8 or Windows-1252, by the bytes beyond ASCII; null without any. A few damaged bytes leave a UTF-8
 * file what it is; a file whose bytes are no UTF-8 but do spell words in Windows-1252 is that.
 */
export function eightBitOf(bytes: Uint8Array): 'utf-8' | 'windows-1252' | null {
  if (hasMark(bytes)) return 'utf-8';
  let valid = 0;
  let wordy = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length;) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) valid++;
    else if (at + 4 > bytes.length && length < 0) break;
    else if (spellsIn1252(bytes, at)) wordy++;
    else odd++;
    at += Math.max(1, length);
  }
  if (valid + wordy + odd === 0) return null;
  return wordy > 4 * odd && wordy > valid ? 'windows-1252' : 'utf-8';
}

/** Punctuation and signs that people type, in Windows-1252: € … ‘ ’ “ ” • – — ™ and the like. */
const SIGNS = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0,
  0xb4, 0xb7, 0xba, 0xaa, 0xbb, 0xbf, 0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f, 0x84, 0x82,
]);

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a ? true : byte >= 0xc0);

function spellsIn1252(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!;
  if (SIGNS.has(byte)) return true;
  if (byte < 0xc0 || byte === 0xd7 || byte === 0xf7 || byte === 0xff || byte === 0xfe) return false;
  const isCapital = byte < 0xdf;
  return isCapital ? isLetter(bytes[at + 1]) || byte === 0xc0 : true;
}

/** Bytes of the UTF-8 sequence at `at`: 0 where it is invalid, −1 where the bytes end inside it. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return -1;
    const least = index === 1 ? (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) : 0x80;
    const most = index === 1 ? (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf) : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** A decoder for the encoding; the byte order mark, if any, stays in the text for the caller to see. */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'utf-8') return utf8Decoder();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoder(encoding === 'utf-16be');
  if (encoding === 'windows-1252') return { text: windows1252Text, end: () => '' };
  return rareDecoderOf(encoding) ?? otherDecoder(encoding);
}

function utf8Decoder(): Decoder {
  let tail: Uint8Array = new Uint8Array();
  return {
    text(bytes) {
      const all = tail.length === 0 ? bytes : Buffer.concat([tail, bytes]);
      const whole = wholeLength(all);
      // A copy, as three bytes would hold the whole chunk in memory.
      tail = Uint8Array.from(all.subarray(whole));
      return utf8Text(all.subarray(0, whole));
    },
    end() {
      const text = utf8Text(tail);
      tail = new Uint8Array();
      return text;
    },
  };
}

/** How many bytes to decode now, so that no sequence is cut: at most three stay for the next time. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0)
      return sequenceLength(bytes, bytes.length - back) < 0 ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function utf8Text(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const parts: string[] = [];
  let good = 0;
  for (let at = 0; at < buffer.length;) {
    const length = sequenceLength(buffer, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(buffer.toString('utf8', good, at), String.fromCharCode(0xdc00 + buffer[at]!));
    good = ++at;
  }
  return parts.join('') + buffer.toString('utf8', good);
}

function utf16Decoder(bigEndian: boolean): Decoder {
  let tail: Uint8Array = new Uint8Array();
  return {
    text(bytes) {
      const all = tail.length === 0 ? bytes : Buffer.concat([tail, bytes]);
      const even = all.length - (all.length % 2);
      const highByte = even >= 2 ? all[bigEndian ? even - 2 : even - 1]! : 0;
      const whole = highByte >= 0xd8 && highByte < 0xdc ? even - 2 : even;
      tail = Uint8Array.from(all.subarray(whole));
      const units = Buffer.from(all.subarray(0, whole));
      return (bigEndian ? units.swap16() : units).toString('utf16le');
    },
    end: () => Array.from(tail, (byte) => String.fromCharCode(0xdc00 + byte)).join(''),
  };
}

/** 0x80–0x9F of Windows-1252; the five holes map to themselves, as in the WHATWG standard. */
const UPPER_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function windows1252Text(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\u0080-\u009f]/g, (sign) => UPPER_1252[sign.charCodeAt(0) - 0x80]!);
}

function otherDecoder(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const marked = (text: string): string => text.replaceAll('\ufffd', '\udcff');
  return {
    text: (bytes) => marked(decoder.decode(bytes, { stream: true })),
    end: () => marked(decoder.decode()),
  };
}

/** Text for people and files in which the invalid bytes are written as `\xE9`. */
export function shownBytes(text: string): string {
  if (text.isWellFormed()) return text;
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    const isByte = code >= 0xdc00 && code <= 0xdcff;
    const digits = (isByte ? code - 0xdc00 : code).toString(16).toUpperCase();
    return isByte ? `\\x${digits.padStart(2, '0')}` : `\\u${digits}`;
  });
}
