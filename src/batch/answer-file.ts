/**
 * Answers on disk, shared by runs: records are only ever added, in blocks with a checksum, so that a run that
 * dies leaves a file whose whole blocks are good and whose beginning is what it was.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { HearsayError } from '../errors.ts';
import { RECORD_BYTES } from './answer-record.ts';
import { AnswerTable } from './answer-table.ts';
import { unwritable } from './disk.ts';
import { type Lock, lockOn } from './lock.ts';

const HEAD = Buffer.from('hearsay answers 1\n');
const CHECKSUM_BYTES = 8;
const COUNT_BYTES = 4;
const MOST_IN_BLOCK = 4096;
/** Records that are held in memory: a million, or as many as the file has, up to four million. */
const LEAST_ROOM = 2 ** 20;
const MOST_ROOM = 2 ** 22;

/** How a file began: whatever was added since, these bytes must be the same. */
export interface CacheState {
  readonly bytes: number;
  readonly sha256: string;
}

export class AnswerFile {
  readonly path: string;
  readonly state: CacheState;
  readonly table: AnswerTable;
  /** A sentence for people where a part of the file was damaged. */
  readonly notice: string | null;
  readonly #file: FileHandle;
  readonly #lock: Lock;
  #end: number;
  #fresh: Buffer[] = [];

  private constructor(path: string, file: FileHandle, lock: Lock, loaded: Loaded, size: number) {
    this.path = path;
    this.#file = file;
    this.#lock = lock;
    this.#end = loaded.bytes;
    this.table = loaded.table;
    this.state = { bytes: loaded.bytes, sha256: loaded.sha256 };
    this.notice =
      size > loaded.bytes && loaded.bytes > 0
        ? `${path}: damaged from byte ${loaded.bytes} on; the ${size - loaded.bytes} bytes that follow are dropped`
        : null;
  }

  /**
   * Opens the file, or makes a new one, and holds it for this run.
   * @throws HearsayError `usage` where the file is something else, `output` where it is locked or not writable
   */
  static async at(path: string): Promise<AnswerFile> {
    const lock = await lockOn(`${path}.lock`, path);
    let file: FileHandle | null = null;
    try {
      file = await open(path, 'a+').catch((cause: unknown) => {
        throw unwritable(path, cause);
      });
      const { size } = await file.stat();
      const loaded = await load(path, file, size);
      return new AnswerFile(path, file, lock, loaded, size);
    } catch (error) {
      await file?.close();
      await lock.release();
      throw error;
    }
  }

  /** The checksum of the first `bytes` bytes; null where the file is shorter. */
  async checksum(bytes: number): Promise<string | null> {
    const hash = createHash('sha256');
    for (let at = 0; at < bytes;) {
      const { bytesRead, buffer } = await this.#file.read(Buffer.alloc(1 << 20), 0, 1 << 20, at);
      if (bytesRead === 0) return null;
      hash.update(buffer.subarray(0, Math.min(bytesRead, bytes - at)));
      at += bytesRead;
    }
    return hash.digest('hex');
  }

  /** Remembers a record until the next `flush`. */
  add(record: Buffer): void {
    this.#fresh.push(record);
  }

  /** Adds what is new to the file. */
  async flush(): Promise<void> {
    while (this.#fresh.length > 0) {
      const records = Buffer.concat(this.#fresh.splice(0, MOST_IN_BLOCK));
      const head = this.#end === 0 ? HEAD : Buffer.alloc(0);
      const block = Buffer.concat([head, countOf(records), records, checksumOf(records)]);
      try {
        if ((await this.#file.stat()).size > this.#end) await this.#file.truncate(this.#end);
        await this.#file.appendFile(block);
      } catch (cause) {
        throw unwritable(this.path, cause);
      }
      this.#end += block.length;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
    await this.#lock.release();
  }
}

interface Loaded extends CacheState {
  readonly table: AnswerTable;
}

async function load(path: string, file: FileHandle, size: number): Promise<Loaded> {
  const records = Math.ceil(size / RECORD_BYTES);
  const table = new AnswerTable(Math.min(MOST_ROOM, Math.max(LEAST_ROOM, records * 2)));
  const hash = createHash('sha256');
  const head = await bytesAt(file, 0, HEAD.length);
  if (size > 0 && !head.equals(HEAD.subarray(0, head.length)))
    throw new HearsayError('usage', 'this is no cache of hearsay', {
      at: { file: path },
      remedy: 'Name a new file with --cache.',
    });
  if (head.length < HEAD.length) return { table, bytes: 0, sha256: hash.digest('hex') };
  hash.update(head);
  let at = HEAD.length;
  for (let block = await blockAt(file, at); block !== null; block = await blockAt(file, at)) {
    for (let i = COUNT_BYTES; i < block.length - CHECKSUM_BYTES; i += RECORD_BYTES)
      table.set(block.subarray(i, i + RECORD_BYTES));
    hash.update(block);
    at += block.length;
  }
  return { table, bytes: at, sha256: hash.digest('hex') };
}

/** The whole block; null at the end, and where it is cut or damaged. */
async function blockAt(file: FileHandle, at: number): Promise<Buffer | null> {
  const head = await bytesAt(file, at, COUNT_BYTES);
  if (head.length < COUNT_BYTES) return null;
  const count = head.readUInt32LE(0);
  if (count === 0 || count > MOST_IN_BLOCK) return null;
  const length = COUNT_BYTES + count * RECORD_BYTES + CHECKSUM_BYTES;
  const block = await bytesAt(file, at, length);
  if (block.length < length) return null;
  const records = block.subarray(COUNT_BYTES, -CHECKSUM_BYTES);
  return checksumOf(records).equals(block.subarray(-CHECKSUM_BYTES)) ? block : null;
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

function countOf(records: Buffer): Buffer {
  const count = Buffer.alloc(COUNT_BYTES);
  count.writeUInt32LE(records.length / RECORD_BYTES);
  return count;
}

const checksumOf = (bytes: Buffer): Buffer =>
  createHash('sha256').update(bytes).digest().subarray(0, CHECKSUM_BYTES);
