/** A file that grows window by window, and can be cut back to where a window ended. */
import { type FileHandle, open } from 'node:fs/promises';
import { unwritable } from './disk.ts';

const CHUNK = 1 << 20;

export class PartFile {
  readonly path: string;
  readonly #file: FileHandle;
  #bytes: number;

  private constructor(path: string, file: FileHandle, bytes: number) {
    this.path = path;
    this.#file = file;
    this.#bytes = bytes;
  }

  /** Made where it is not there. */
  static async at(path: string): Promise<PartFile> {
    try {
      const file = await open(path, 'a+');
      return new PartFile(path, file, (await file.stat()).size);
    } catch (cause) {
      throw unwritable(path, cause);
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Returns once the bytes are on the disk. */
  async add(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    try {
      await this.#file.appendFile(bytes);
      await this.#file.datasync();
    } catch (cause) {
      throw unwritable(this.path, cause, this.#bytes);
    }
    this.#bytes += bytes.length;
  }

  /** The bytes from `start` to `end`, fewer where the file is shorter. */
  async read(start: number, end: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let at = start; at < end;) {
      const wanted = Math.min(CHUNK, end - at);
      const { bytesRead, buffer } = await this.#file.read(Buffer.alloc(wanted), 0, wanted, at);
      if (bytesRead === 0) break;
      parts.push(buffer.subarray(0, bytesRead));
      at += bytesRead;
    }
    return Buffer.concat(parts);
  }

  async cutTo(bytes: number): Promise<void> {
    try {
      await this.#file.truncate(bytes);
      await this.#file.sync();
    } catch (cause) {
      throw unwritable(this.path, cause);
    }
    this.#bytes = bytes;
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
