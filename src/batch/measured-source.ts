/** How much of a source has been read. */
import { open } from 'node:fs/promises';
import type { ByteSource } from '../formats/source.ts';

export interface Measured {
  readonly source: ByteSource;
  /** 0 to 1 of the latest reading; null where the size is not known. */
  share(): number | null;
}

/** The source, counted. For a .gz the size is what its last four bytes say, true below four gibibytes. */
export async function measured(source: ByteSource): Promise<Measured> {
  const size =
    source.size === null || !source.reopenable ? null : await inflatedSize(source.name, source.size);
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    read = 0;
    for await (const chunk of source.open()) {
      read += chunk.length;
      yield chunk;
    }
  }
  return {
    source: { ...source, open: counted },
    share: () => (size === null || size === 0 || read > size ? null : read / size),
  };
}

async function inflatedSize(path: string, size: number): Promise<number | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const head = (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer;
    if (head.readUInt16BE(0) !== 0x1f8b) return size;
    const tail = (await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))).buffer;
    return tail.readUInt32LE(0);
  } finally {
    await file.close();
  }
}
