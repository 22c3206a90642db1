/** Where bytes come from: a file, standard input, a string in a test. Everything above reads a `ByteSource`. */
import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { HearsayError } from '../errors.ts';
import { binaryKindOf } from './binary.ts';
import { inflated } from './gzip.ts';

export interface ByteSource {
  /** As the user wrote it; `-` is shown as `standard input`. */
  readonly name: string;
  /** Bytes on disk (compressed where it is compressed); null where nobody knows. */
  readonly size: number | null;
  /** False for a pipe: `open` may be called again only until reading went past the first mebibyte. */
  readonly reopenable: boolean;
  /** The bytes, inflated, in chunks of any size. */
  open(): AsyncIterable<Uint8Array>;
}

/** Enough to tell encoding, dialect and layout by. */
export const HEAD_BYTES = 256 * 1024;
const REPLAYED_BYTES = 4 * HEAD_BYTES;

/**
 * The source behind a path, or behind standard input for `-`; a .gz is inflated, whatever its name.
 * @throws HearsayError `input` where the file is missing, a directory, unreadable or binary
 */
export async function sourceOf(
  path: string,
  stdin: AsyncIterable<unknown> = process.stdin,
): Promise<ByteSource> {
  const source = path === '-' ? streamSource('standard input', stdin) : await fileSource(path);
  const kind = binaryKindOf(await headOf(source));
  if (kind === null) return source;
  throw new HearsayError('input', `this is ${kind.what}, not text`, {
    at: { file: source.name },
    remedy: kind.remedy,
  });
}

/**
 * How records name the files that they come from: without folders, so that a record's id does not depend on
 * where its file lies; as given where two files would get one name.
 */
export function recordNames(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path));
  return paths.map((path, index) => {
    const name = names[index]!;
    return names.indexOf(name) === names.lastIndexOf(name) ? name : path;
  });
}

/** A source over bytes in memory, cut into chunks as given. */
export function memorySource(name: string, chunks: readonly Uint8Array[]): ByteSource {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { name, size, reopenable: true, open: () => inflated(iterated(chunks), name) };
}

async function* iterated(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** The first bytes (up to `HEAD_BYTES`, fewer only where the source is shorter). */
export async function headOf(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

async function fileSource(path: string): Promise<ByteSource> {
  const info = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (info.isDirectory())
    throw new HearsayError('input', 'this is a directory', {
      at: { file: path },
      remedy: 'Name the files in it, for example with a pattern.',
    });
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (!info.isFile()) return streamSource(path, createReadStream(path));
  return { name: path, size: info.size, reopenable: true, open: () => inflated(fileBytes(path), path) };
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: HEAD_BYTES });
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    stream.destroy();
  }
}

function unreadable(file: string, cause: unknown): HearsayError {
  const code = (cause as { code?: unknown } | null)?.code;
  const details = { at: { file }, cause };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new HearsayError('input', 'there is no such file', { ...details, remedy: 'Check the path.' });
  if (code === 'EACCES' || code === 'EPERM')
    return new HearsayError('input', 'this file may not be read', {
      ...details,
      remedy: 'Check its permissions.',
    });
  return new HearsayError('input', `this file can't be read (${String(code ?? cause)})`, {
    ...details,
    remedy: 'Check the disk or copy the file elsewhere.',
  });
}

/** What was read for a look at the head is kept and given again, as a pipe can't be rewound. */
function streamSource(name: string, stream: AsyncIterable<unknown>): ByteSource {
  const replay = replayed(stream, name);
  return { name, size: null, reopenable: false, open: () => inflated(replay(), name) };
}

function replayed(stream: AsyncIterable<unknown>, name: string): () => AsyncGenerator<Uint8Array> {
  const kept: Uint8Array[] = [];
  let keptBytes = 0;
  let passed = false;
  let bytes: AsyncIterator<unknown> | null = null;
  return async function* open() {
    if (passed) throw new HearsayError('internal', `${name} was read twice`);
    bytes ??= stream[Symbol.asyncIterator]();
    for (let index = 0; ; index++) {
      const known = kept[index];
      if (known !== undefined) {
        yield known;
        continue;
      }
      const next = await bytes.next();
      if (next.done === true) return;
      const chunk = bytesOf(next.value);
      if (keptBytes >= REPLAYED_BYTES) passed = true;
      if (passed) {
        kept.length = 0;
        yield chunk;
        yield* rest(bytes);
        return;
      }
      kept.push(chunk);
      keptBytes += chunk.length;
      yield chunk;
    }
  };
}

async function* rest(bytes: AsyncIterator<unknown>): AsyncGenerator<Uint8Array> {
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next())
    yield bytesOf(next.value);
}

const bytesOf = (chunk: unknown): Uint8Array =>
  typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
