/** Where scored windows go: files that survive whatever happens, or a stream. */
import type { Progress } from './journal.ts';

/** Of an input that has not been begun. */
export const NO_PROGRESS: Progress = {
  account: { in: 0, out: 0, rejected: 0 },
  output: 0,
  rejects: 0,
  read: '',
  agreement: [],
};

/** What one window adds. */
export interface Addition {
  /** Lines of the output and of the rejects, in canonical CSV. */
  readonly lines: string;
  readonly rejects: string;
  /** Of the input, this window included, without the sizes, which the output knows. */
  readonly progress: Omit<Progress, 'output' | 'rejects'>;
}

export interface Output {
  /** What became of an input in an earlier part of the run, where it is done. */
  done(input: number): Progress | null;
  /** Opens the output of an input, and tells how far it has come already. */
  begin(input: number, head: string): Promise<Progress>;
  /** Returns once the window can't be lost any more. */
  add(addition: Addition): Promise<void>;
  /** The input has been read to its end: its output gets its name. */
  finish(): Promise<void>;
  /** @param isDone false where the run was stopped and may go on later */
  close(isDone: boolean): Promise<void>;
}
