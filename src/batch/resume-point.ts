/** Where a run that was stopped goes on: behind the last window whose bytes are all on the disk. */
import type { Entry, Kept, Progress } from './journal.ts';
import { checksumOf } from './journal.ts';
import type { PartFile } from './part-file.ts';

/** One window of the input in work, as the journal has it. */
export interface Step {
  readonly progress: Progress;
  readonly checksum: string;
  /** Where in the journal it ends. */
  readonly end: number;
}

/** What a journal tells of a run. */
export interface Past {
  /** 0-based numbers of the inputs that are done. */
  readonly whole: ReadonlyMap<number, Progress>;
  /** The input in work, window by window; empty where none is. */
  readonly steps: readonly Step[];
  readonly input: number | null;
  /** Where in the journal the steps begin. */
  readonly end: number;
}

export function pastIn(kept: readonly Kept[]): Past {
  const whole = new Map<number, Progress>();
  let steps: Step[] = [];
  let input: number | null = null;
  let end = 0;
  for (const { entry, end: entryEnd } of kept) {
    if (entry.kind === 'window') {
      input = entry.input;
      steps.push({ progress: entry.progress, checksum: entry.checksum, end: entryEnd });
      continue;
    }
    if (entry.kind === 'whole') whole.set(entry.input, steps.at(-1)!.progress);
    [steps, input, end] = [[], null, entryEnd];
  }
  return { whole, steps, input, end };
}

/** The identity under which the run began; null where there is no run. */
export function identityIn(kept: readonly Kept[]): Extract<Entry, { kind: 'run' }>['identity'] | null {
  const first = kept[0]?.entry;
  return first?.kind === 'run' ? first.identity : null;
}

/** The last step up to which the files hold what the journal says; null for none. */
export async function lastGoodStep(
  steps: readonly Step[],
  rows: PartFile,
  rejects: PartFile,
): Promise<Step | null> {
  let good: Step | null = null;
  for (const step of steps) {
    const from = good?.progress ?? { output: 0, rejects: 0 };
    const checksum = checksumOf(
      await rows.read(from.output, step.progress.output),
      await rejects.read(from.rejects, step.progress.rejects),
    );
    if (checksum !== step.checksum) break;
    good = step;
  }
  return good;
}
