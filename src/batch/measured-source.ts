/** How much of a source is done. */
import { open } from 'node:fs/promises';
import type { ByteSource } from '../formats/source.ts';

export interface Measured {
  readonly source: ByteSource;
  /** Inflated bytes; null where nobody knows. */
  readonly size: number | null;
  /**
   * 0 to 1; null where the size is not known.
   * @param cellBytes bytes of the cells that are done, of a CSV; null for formats that hold more than cells
   */
  share(cellBytes: number | null): number | null;
}

/** Reading runs ahead of the models by some megabytes: only for larger files what has been read tells enough. */
const LARGE = 64 * 1024 * 1024;

/** The source, counted. For a .gz the size is what its last four bytes say, true below four gibibytes. */
export async function measured(source: ByteSource): Promise<Measured> {
  const size =
    source.size === null || !source.reopenable ? null : await inflatedSize(source.name, source.size);
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    // Of several readings the one that went on last counts.
    let own = 0;
    for await (const chunk of source.open()) {
      own += chunk.length;
      read = own;
      yield chunk;
    }
  }
  return {
    source: { ...source, open: counted },
    size,
    share(cellBytes) {
      if (size === null || size === 0 || read > size) return null;
      return cellBytes === null || size > LARGE ? read / size : Math.min(1, cellBytes / size);
    },
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
