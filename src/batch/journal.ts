/** What a run has done for good, a line each, synced before the run goes on. A torn last line counts for nothing. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Identity } from './identity.ts';
import { unwritable } from './disk.ts';

/** Rows of exports: `in = out + rejected`, always. */
export interface Account {
  readonly in: number;
  readonly out: number;
  readonly rejected: number;
}

/** How far one input has come. All figures count from its beginning. */
export interface Progress {
  readonly account: Account;
  /** Bytes of the output and of the rejects that belong to these rows. */
  readonly output: number;
  readonly rejects: number;
  /** A checksum over the cells of all rows read, by which a pipe that says something else is noticed. */
  readonly read: string;
  /** Counts of the vendor's labels against ours. */
  readonly agreement: readonly number[];
}

export type Entry =
  | { readonly kind: 'run'; readonly identity: Identity }
  | {
      readonly kind: 'window';
      /** 0-based, in argument order. */
      readonly input: number;
      readonly progress: Progress;
      /** Of what this window added to the output and to the rejects. */
      readonly checksum: string;
    }
  | { readonly kind: 'whole'; readonly input: number };

const CHECKSUM = 16;

export class Journal {
  readonly #path: string;
  readonly #file: FileHandle;
  #bytes: number;

  private constructor(path: string, file: FileHandle, bytes: number) {
    this.#path = path;
    this.#file = file;
    this.#bytes = bytes;
  }

  /** A journal that begins anew, or goes on behind its first `bytes` bytes. */
  static async at(path: string, bytes: number): Promise<Journal> {
    try {
      const file = await open(path, 'a');
      await file.truncate(bytes);
      return new Journal(path, file, bytes);
    } catch (cause) {
      throw unwritable(path, cause);
    }
  }

  /** Returns once the entry is on the disk. */
  async add(entry: Entry): Promise<void> {
    const line = lineOf(entry);
    try {
      await this.#file.appendFile(line);
      await this.#file.datasync();
    } catch (cause) {
      throw unwritable(this.#path, cause, this.#bytes);
    }
    this.#bytes += Buffer.byteLength(line);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

export interface Kept {
  readonly entry: Entry;
  /** Where in the journal the entry ends. */
  readonly end: number;
}

/** The entries up to the first that is not whole; none where there is no journal. */
export async function entriesIn(path: string): Promise<Kept[]> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const kept: Kept[] = [];
  for (let at = 0; ;) {
    const end = bytes.indexOf(0x0a, at) + 1;
    const entry = end === 0 ? null : entryIn(bytes.toString('utf8', at, end - 1));
    if (entry === null) return kept;
    kept.push({ entry, end });
    at = end;
  }
}

function lineOf(entry: Entry): string {
  const text = JSON.stringify(entry);
  return `${checksumOf(text)} ${text}\n`;
}

function entryIn(line: string): Entry | null {
  const text = line.slice(CHECKSUM + 1);
  return line.slice(0, CHECKSUM) === checksumOf(text) ? (JSON.parse(text) as Entry) : null;
}

export const checksumOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, CHECKSUM);
};
