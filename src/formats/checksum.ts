/** What a manifest says of an input file: its bytes as stored, compressed where they are. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

export interface FileFacts {
  readonly name: string;
  /** In bytes; null for standard input. */
  readonly size: number | null;
  /** In hexadecimal; null for standard input, which can't be read again. */
  readonly sha256: string | null;
}

export async function fileFacts(path: string): Promise<FileFacts> {
  if (path === '-' || !(await stat(path)).isFile()) return { name: path, size: null, sha256: null };
  return { name: path, size: (await stat(path)).size, sha256: await sha256Of(path) };
}

/** The checksum of a file's bytes as stored, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
