/**
 * Outputs that are whole or not there: windows are added to files in a work folder, and noted in its journal once
 * they are on the disk. Every window of a compressed output is a gzip member of its own, so that no byte of the
 * result tells where a run was stopped.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { movedTo, unwritable } from './disk.ts';
import { checksumOf, type Kept, type Progress } from './journal.ts';
import { type Addition, NO_PROGRESS, type Output } from './output.ts';
import { PartFile } from './part-file.ts';
import type { DurablePlan } from './plan.ts';
import { REJECTS_HEAD } from './rejects.ts';
import { lastGoodStep, type Past, pastIn } from './resume-point.ts';
import type { WorkFolder } from './work-folder.ts';

interface InWork {
  readonly input: number;
  readonly rows: PartFile;
  readonly rejects: PartFile;
  readonly bytesOf: (lines: string) => Uint8Array;
  progress: Progress;
}

export class DurableOutput implements Output {
  readonly #plan: DurablePlan;
  readonly #folder: WorkFolder;
  readonly #past: Past;
  #inWork: InWork | null = null;

  private constructor(plan: DurablePlan, folder: WorkFolder, past: Past) {
    this.#plan = plan;
    this.#folder = folder;
    this.#past = past;
  }

  /** @param kept the journal's entries where the run goes on, its first for a run that begins */
  static async at(plan: DurablePlan, folder: WorkFolder, kept: readonly Kept[]): Promise<DurableOutput> {
    const output = new DurableOutput(plan, folder, pastIn(kept));
    for (const input of output.#past.whole.keys()) await output.#name(input);
    // The journal of an input in work is cut when its files have been compared with it.
    if (output.#past.input === null) await folder.begin(output.#past.end);
    return output;
  }

  done(input: number): Progress | null {
    return this.#past.whole.get(input) ?? null;
  }

  async begin(input: number, head: string): Promise<Progress> {
    const { rows, rejects } = this.#filesOf(input);
    const inWork: InWork = {
      input,
      rows: await PartFile.at(rows),
      rejects: await PartFile.at(rejects),
      bytesOf: this.#plan.jobs[input]!.output.endsWith('.gz') ? zipped : plain,
      progress: NO_PROGRESS,
    };
    this.#inWork = inWork;
    const step = input === this.#past.input ? await this.#goodStep(inWork) : null;
    inWork.progress = step?.progress ?? NO_PROGRESS;
    await inWork.rows.cutTo(inWork.progress.output);
    await inWork.rejects.cutTo(inWork.progress.rejects);
    if (step !== null) return step.progress;
    // The common file of rejects gets its header when it is put together.
    const rejectsHead = this.#plan.rejects === null ? REJECTS_HEAD : '';
    await this.add({ lines: head, rejects: rejectsHead, progress: NO_PROGRESS });
    return NO_PROGRESS;
  }

  async add({ lines, rejects, progress }: Addition): Promise<void> {
    const inWork = this.#inWork!;
    const added = [inWork.bytesOf(lines), Buffer.from(rejects)] as const;
    await inWork.rows.add(added[0]);
    await inWork.rejects.add(added[1]);
    inWork.progress = { ...progress, output: inWork.rows.bytes, rejects: inWork.rejects.bytes };
    await this.#folder.note({
      kind: 'window',
      input: inWork.input,
      progress: inWork.progress,
      checksum: checksumOf(...added),
    });
  }

  async finish(): Promise<void> {
    const { input } = this.#inWork!;
    await this.#letGo();
    await this.#folder.note({ kind: 'whole', input });
    await this.#name(input);
  }

  async close(isDone: boolean): Promise<void> {
    await this.#letGo();
    if (isDone && this.#plan.rejects !== null) await this.#nameCommonRejects(this.#plan.rejects);
    await this.#folder.leave(isDone);
  }

  async #goodStep({ rows, rejects }: InWork): ReturnType<typeof lastGoodStep> {
    const step = await lastGoodStep(this.#past.steps, rows, rejects);
    await this.#folder.begin(step?.end ?? this.#past.end);
    return step;
  }

  #filesOf(input: number): { readonly rows: string; readonly rejects: string } {
    return { rows: this.#folder.file(`output-${input}`), rejects: this.#folder.file(`rejects-${input}`) };
  }

  /** What is whole gets its name; done again without harm where the run ended in between. */
  async #name(input: number): Promise<void> {
    const { rows, rejects } = this.#filesOf(input);
    const job = this.#plan.jobs[input]!;
    if (job.rejects !== null && (await isThere(rejects))) await movedTo(rejects, job.rejects);
    if (await isThere(rows)) await movedTo(rows, job.output);
  }

  async #nameCommonRejects(path: string): Promise<void> {
    const together = this.#folder.file('rejects');
    try {
      await writeFile(together, REJECTS_HEAD);
      for (const input of this.#plan.jobs.keys())
        await pipeline(
          createReadStream(this.#filesOf(input).rejects),
          createWriteStream(together, { flags: 'a' }),
        );
    } catch (cause) {
      throw unwritable(path, cause);
    }
    await movedTo(together, path);
  }

  async #letGo(): Promise<void> {
    await this.#inWork?.rows.close();
    await this.#inWork?.rejects.close();
    this.#inWork = null;
  }
}

const plain = (lines: string): Uint8Array => Buffer.from(lines);
const zipped = (lines: string): Uint8Array => (lines === '' ? Buffer.alloc(0) : gzipSync(lines));

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
