/** Bytes of any cut → decoded text in blocks of one size: what follows can't depend on how bytes arrived. */
import type { ByteSource } from './source.ts';
import { headOf } from './source.ts';
import { utf32Of } from './binary.ts';
import type { Encoding } from './decoder.ts';
import { decoderOf, eightBitOf, encodingNamed, encodingOf } from './encoding.ts';

export interface DecodedText {
  /** The encoding that the first bytes tell, or the user. */
  readonly encoding: Encoding;
  /** Told when bytes far into the file showed that it is Windows-1252 and not ASCII. */
  onLateEncoding: (encoding: Encoding) => void;
  /** The text without its byte order mark, in blocks; one for every `blockBytes` of the source. */
  readonly blocks: () => AsyncGenerator<string>;
}

export interface DecodingOptions {
  readonly encoding?: string | undefined;
  /** Bytes of a block; small ones are for tests of what happens at their borders. */
  readonly blockBytes?: number | undefined;
}

export const BLOCK_BYTES = 128 * 1024;

/** How to read the source as text; nothing but its head is read before `blocks` is asked. */
export async function decodedText(source: ByteSource, options: DecodingOptions = {}): Promise<DecodedText> {
  const head = await headOf(source);
  const named = options.encoding === undefined ? null : encodingNamed(options.encoding);
  const encoding = named === null ? encodingOf(head) : orderedIn(head, named);
  const isOpen = named === null && encoding === 'utf-8' && eightBitOf(head) === null;
  const size = options.blockBytes ?? BLOCK_BYTES;
  const decoded: DecodedText = {
    encoding,
    onLateEncoding: () => undefined,
    blocks: () =>
      textBlocks(evenBlocks(source.open(), size), encoding, isOpen, (late) => decoded.onLateEncoding(late)),
  };
  return decoded;
}

/** Of what may have two byte orders the mark tells which. */
function orderedIn(head: Uint8Array, named: Encoding): Encoding {
  if (named === 'utf-32') return utf32Of(head) ?? 'utf-32le';
  if (named !== 'utf-16') return named;
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-16le';
}

async function* textBlocks(
  blocks: AsyncIterable<Buffer>,
  first: Encoding,
  isOpen: boolean,
  onLate: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let decoder = decoderOf(first);
  let isStart = true;
  let undecided = isOpen;
  let carry: Buffer = Buffer.alloc(0);
  for await (const next of blocks) {
    let block = carry.length === 0 ? next : Buffer.concat([carry, next]);
    carry = Buffer.alloc(0);
    if (undecided) {
      const late = eightBitOf(block);
      undecided = late === null;
      if (late === 'windows-1252') {
        decoder = decoderOf(late);
        onLate(late);
      }
      // Undecided, a block ends at most in the beginning of a character: it is judged with what follows.
      if (undecided) [block, carry] = cutAt(block, asciiLength(block));
    }
    const text = decoder.text(block);
    if (text === '') continue;
    yield isStart && text.startsWith('\ufeff') ? text.slice(1) : text;
    isStart = false;
  }
  const last = decoder.text(carry) + decoder.end();
  if (last !== '') yield last;
}

const cutAt = (bytes: Buffer, at: number): [Buffer, Buffer] => [bytes.subarray(0, at), bytes.subarray(at)];

function asciiLength(bytes: Buffer): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1]! >= 0x80) length--;
  return length;
}

async function* evenBlocks(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    let rest = chunk;
    while (length + rest.length >= size) {
      parts.push(rest.subarray(0, size - length));
      rest = rest.subarray(size - length);
      yield joined(parts);
      parts = [];
      length = 0;
    }
    // A copy, as some streams write the next chunk over this one.
    if (rest.length > 0) parts.push(Buffer.from(rest));
    length += rest.length;
  }
  if (length > 0) yield joined(parts);
}

/** One part as it is: most blocks of a file are one chunk, and copies are what fills the memory. */
function joined(parts: readonly Uint8Array[]): Buffer {
  const [only] = parts;
  if (parts.length > 1 || only === undefined) return Buffer.concat(parts);
  return Buffer.from(only.buffer, only.byteOffset, only.byteLength);
}
