/** Answers with a strong ETag: bytes that are kept, packed once, or streams whose every byte is determined. */
import { createHash } from 'node:crypto';
import { Readable, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { type Packing, packingOf } from './negotiation.ts';

/** Below this many bytes packing costs more than it saves. */
const WORTH_PACKING = 1024;
const BROTLI_QUALITY = 5;
/** A stream's packer keeps a window of so many bits; brotli's own 22 would hold megabytes for each client. */
const STREAMED = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_LGWIN]: 18,
};

const packers = {
  gzip: promisify(gzip),
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
};

/** Bytes that are sent many times: each packing of them is made once, when it is first asked for. */
export class Kept {
  readonly #bytes: Buffer;
  readonly #packed = new Map<Packing, Promise<Buffer>>();
  readonly type: string;
  readonly digest: string;

  constructor(bytes: Buffer | string, type: string) {
    this.#bytes = Buffer.from(bytes as string);
    this.type = type;
    this.digest = digestOf(this.#bytes);
  }

  get length(): number {
    return this.#bytes.length;
  }

  in(packing: Packing): Promise<Buffer> {
    if (packing === 'identity') return Promise.resolve(this.#bytes);
    const packed = this.#packed.get(packing) ?? packers[packing](this.#bytes);
    this.#packed.set(packing, packed);
    return packed;
  }
}

/** Answers with kept bytes; 304 where the client has them. */
export async function kept(c: Context, body: Kept, headers: Record<string, string> = {}): Promise<Response> {
  const packing = body.length < WORTH_PACKING ? 'identity' : packingOf(c);
  const known = headersOf(body.digest, packing, body.type, headers);
  if (isKnown(c, known['etag']!)) return new Response(null, { status: 304, headers: withoutBody(known) });
  const bytes = await body.in(packing);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...known, 'content-length': String(bytes.length) },
  });
}

/** What a stream's bytes follow from, and how to make them once they are asked for. */
export interface Streamed {
  readonly digest: string;
  readonly type: string;
  readonly headers?: Record<string, string>;
  readonly pieces: () => AsyncGenerator<string>;
  /** Called once nothing more is read: at the end, or when the client has gone. */
  readonly onEnd: () => void;
}

/** Answers with pieces, made no faster than the client reads them. */
export function streamed(c: Context, { digest, type, headers, pieces, onEnd }: Streamed): Response {
  const packing = packingOf(c);
  const known = headersOf(digest, packing, type, headers ?? {});
  const isHave = isKnown(c, known['etag']!);
  // Nothing is made for who only asks for the head.
  if (isHave || c.req.method === 'HEAD') {
    onEnd();
    return isHave
      ? new Response(null, { status: 304, headers: withoutBody(known) })
      : new Response(null, { headers: known });
  }
  const plain = Readable.from(pieces(), { objectMode: false, highWaterMark: 2 ** 16 });
  plain.once('close', onEnd);
  return new Response(Readable.toWeb(packedStream(plain, packing)) as ReadableStream, { headers: known });
}

function packedStream(plain: Readable, packing: Packing): Readable {
  if (packing === 'identity') return plain;
  const packer = packing === 'gzip' ? createGzip() : createBrotliCompress({ params: STREAMED });
  // Who leaves the packed end also ends the reading behind it; the error reaches the packed end too.
  return pipeline(plain, packer, () => {});
}

/** Short, and as good as unique: the first 18 bytes of the SHA-256. */
export function digestOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url').slice(0, 24);
}

function headersOf(
  digest: string,
  packing: Packing,
  type: string,
  more: Record<string, string>,
): Record<string, string> {
  return {
    'content-type': type,
    // Each packing is other bytes, and so has a tag of its own.
    etag: packing === 'identity' ? `"${digest}"` : `"${digest}-${packing}"`,
    vary: 'Accept, Accept-Encoding',
    // Kept by the client, and asked about each time.
    'cache-control': 'private, no-cache',
    ...(packing !== 'identity' && { 'content-encoding': packing }),
    ...more,
  };
}

function withoutBody({ etag, vary, 'cache-control': cache }: Record<string, string>): Record<string, string> {
  return { etag: etag!, vary: vary!, 'cache-control': cache! };
}

/** Whether `If-None-Match` holds the tag; weak comparison, as RFC 9110 (13.1.2) asks. */
function isKnown(c: Context, etag: string): boolean {
  const header = c.req.header('if-none-match');
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
