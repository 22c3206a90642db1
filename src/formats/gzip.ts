/** Gzip, told by its first two bytes and inflated as it streams. */
import { createGunzip } from 'node:zlib';
import { Readable, pipeline } from 'node:stream';
import { HearsayError } from '../errors.ts';

/** Text rarely shrinks below a fiftieth; beyond this ratio a file is made to fill a disk. */
export const MOST_INFLATION = 200;
/** Small files are never dangerous, whatever their ratio. */
const HARMLESS_BYTES = 64 * 1024 * 1024;

/**
 * The bytes as they are, or inflated where they begin as gzip does.
 * @throws HearsayError `input` for a damaged or cut file, or one that inflates beyond 200 : 1
 */
export async function* inflated(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    const first = await firstBytes(iterator);
    const all = chained(first, iterator);
    if (first[0] === 0x1f && first[1] === 0x8b) yield* gunzipped(all, file);
    else yield* all;
  } finally {
    await iterator.return?.();
  }
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array();
  while (first.length < 2) {
    const next = await iterator.next();
    if (next.done === true) break;
    first = first.length === 0 ? next.value : Buffer.concat([first, next.value]);
  }
  return first;
}

async function* chained(first: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  let read = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      read += chunk.length;
      yield chunk;
    }
  }
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  const input = Readable.from(counted(), { objectMode: false });
  // The iteration below reports what goes wrong; the callback only keeps the error from being unhandled.
  pipeline(input, gunzip, () => undefined);
  let written = 0;
  try {
    for await (const chunk of gunzip) {
      const inflatedChunk = chunk as Buffer;
      written += inflatedChunk.length;
      if (written > HARMLESS_BYTES && written > read * MOST_INFLATION) throw bomb(file);
      yield inflatedChunk;
    }
  } catch (cause) {
    throw cause instanceof HearsayError ? cause : damaged(file, cause);
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

function bomb(file: string): HearsayError {
  return new HearsayError(
    'input',
    `this file inflates beyond ${MOST_INFLATION} : 1, as a decompression bomb does`,
    {
      at: { file },
      remedy: 'If you trust it, inflate it yourself with gunzip.',
    },
  );
}

function damaged(file: string, cause: unknown): HearsayError {
  const code = (cause as { code?: unknown } | null)?.code;
  const what =
    code === 'Z_BUF_ERROR' ? 'this gzip file is cut off' : `this gzip file is damaged (${String(code)})`;
  return new HearsayError('input', what, { at: { file }, cause, remedy: 'Fetch it again.' });
}
