/** What can be read only once, kept on disk so that it can be read twice. */
import { open, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ByteSource } from './source.ts';

const CHUNK = 256 * 1024;

/** The source itself where it is a file; else a copy in the temporary folder, gone when the program is. */
export async function reopenable(source: ByteSource): Promise<ByteSource> {
  if (source.reopenable) return source;
  const file = await spooled(source.open());
  return { name: source.name, size: source.size, reopenable: true, open: () => bytesOf(file) };
}

async function spooled(bytes: AsyncIterable<Uint8Array>): Promise<FileHandle> {
  const path = join(tmpdir(), `hearsay-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  // Without a name it can't be left behind, however the program ends; where that is not allowed it stays.
  await unlink(path).catch(() => undefined);
  for await (const chunk of bytes) await file.writeFile(chunk);
  return file;
}

async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
