/**
 * The folder beside an output in which a run keeps what is not whole yet: the files in progress, the journal
 * and the lock. It goes when the run is done; what is left by a run that died is where `--resume` goes on.
 */
import { mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../formats/made-folder.ts';
import { assertPlaceFor, codeOf, refuseFolderAt, unwritable } from './disk.ts';
import { type Entry, entriesIn, Journal, type Kept } from './journal.ts';
import { type Lock, lockOn } from './lock.ts';
import type { DurablePlan } from './plan.ts';

const JOURNAL = 'journal';
const LOCK = 'lock';
/** What a run makes here; nothing else is ever removed. */
const OWN = /^(journal|(output|rejects)(-\d+)?)$/;

export class WorkFolder {
  readonly path: string;
  readonly #lock: Lock;
  #journal: Journal | null = null;

  private constructor(path: string, lock: Lock) {
    this.path = path;
    this.#lock = lock;
  }

  /**
   * Holds the folder for this run, making it where it is not there.
   * @throws HearsayError `output` where another run holds it, or where it or a result can't be made
   */
  static async at({ folder: path, outputs, output, jobs, rejects }: DurablePlan): Promise<WorkFolder> {
    for (const job of jobs)
      for (const name of [job.output, job.rejects]) if (name !== null) await refuseFolderAt(name);
    if (rejects !== null) await assertPlaceFor(rejects);
    for (;;) {
      try {
        if (outputs !== null) await makeFolder(outputs);
        await mkdir(path).catch((error: unknown) => {
          if (codeOf(error) !== 'EEXIST') throw error;
        });
        return new WorkFolder(path, await lockOn(join(path, LOCK), output));
      } catch (error) {
        // Its last holder may have removed it in this moment.
        const isGone = codeOf((error as { cause?: unknown }).cause) === 'ENOENT';
        if (!isGone || (await isThere(path))) throw unwritable(output, error);
      }
    }
  }

  file(name: string): string {
    return join(this.path, name);
  }

  /** What an earlier run has left; empty for none. */
  entries(): Promise<Kept[]> {
    return entriesIn(this.file(JOURNAL));
  }

  /** Throws away what an earlier run has left. */
  async clear(): Promise<void> {
    for (const name of await readdir(this.path))
      if (OWN.test(name)) await rm(this.file(name), { force: true });
  }

  /** From here on the journal goes on behind its first `bytes` bytes. */
  async begin(bytes: number): Promise<void> {
    await this.#journal?.close();
    this.#journal = await Journal.at(this.file(JOURNAL), bytes);
  }

  async note(entry: Entry): Promise<void> {
    await this.#journal?.add(entry);
  }

  /** Lets the folder go; with `done` it is removed, as it is where nothing was begun. */
  async leave(done: boolean): Promise<void> {
    await this.#journal?.close();
    if (done || (await this.entries()).length === 0) await this.clear();
    await this.#lock.release();
    // Not empty where there is something to resume.
    await rmdir(this.path).catch(() => undefined);
  }
}

const isThere = (path: string): Promise<boolean> =>
  readdir(path).then(
    () => true,
    () => false,
  );
