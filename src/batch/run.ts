/** A whole run: what it needs is opened and checked, then input after input is scored. */
import { AnswerDesk } from './answer-desk.ts';
import { AnswerFile } from './answer-file.ts';
import { AnswerTable } from './answer-table.ts';
import { DurableOutput } from './durable-output.ts';
import { type Export, type ExportOptions, openExport } from './export.ts';
import { type InputOutcome, inputRun, type WindowState } from './input-run.ts';
import type { Account } from './journal.ts';
import { unlessStopped } from './lookahead.ts';
import { measured, type Measured } from './measured-source.ts';
import { modelChecksums } from './model-checksums.ts';
import type { Output } from './output.ts';
import type { DurablePlan, StreamPlan } from './plan.ts';
import { keptEntries } from './resume.ts';
import { spaceNotice } from './space.ts';
import { keepMemorySteady } from './steady-memory.ts';
import { deviceWriter, StreamOutput, type Writer } from './stream-output.ts';
import { WorkFolder } from './work-folder.ts';
import { type ModelOptions, type Models, openModels } from '../classify/models.ts';
import type { Reject } from '../errors.ts';
import { sourceOf } from '../formats/source.ts';

export interface ScoreOptions extends ExportOptions, ModelOptions {
  readonly language?: string | undefined;
  /** Path of the answers that are kept across runs. */
  readonly cache?: string | undefined;
  readonly resume: boolean;
  /** What shapes the result, by the name of its option. */
  readonly shaping: Readonly<Record<string, unknown>>;
  readonly version: string;
}

/** How far a run is. */
export interface Advance {
  readonly account: Account;
  /** Rows that an earlier part of the run had done. */
  readonly before: number;
  readonly input: string;
  /** 0 to 1 of this input; null where nobody knows. */
  readonly share: number | null;
  /** Labels given, and questions put to the models for them. */
  readonly labels: number;
  readonly asked: number;
}

/** Whom a run tells what, and by whom it is stopped. */
export interface Listener {
  readonly stdin: AsyncIterable<unknown>;
  readonly stdout: Writer;
  notice(line: string): void;
  /** Told of each reject where no file takes it. */
  reject(reject: Reject): void;
  advance(state: Advance): void;
  readonly stop: AbortSignal;
}

export interface Outcome {
  readonly account: Account;
  /** False where the run was stopped. */
  readonly isDone: boolean;
}

const ROOM = 2 ** 20;
const NO_ROWS: Account = { in: 0, out: 0, rejected: 0 };

/**
 * @throws HearsayError `input`, `usage`, `model` before anything is scored, `output` where it can't be written or
 *   another run writes it
 */
export async function scoreRun(
  plan: DurablePlan | StreamPlan,
  options: ScoreOptions,
  listener: Listener,
): Promise<Outcome> {
  const folder = plan.kind === 'durable' ? await WorkFolder.at(plan) : null;
  const held: Held = { folder, cache: null, models: null, output: null };
  let isDone = false;
  try {
    const run = new Run(plan, options, listener, held);
    const outcome = await run.scored();
    isDone = outcome.isDone;
    return outcome;
  } finally {
    await letGo(held, isDone);
  }
}

/** What has to be closed, whatever happens. */
interface Held {
  readonly folder: WorkFolder | null;
  cache: AnswerFile | null;
  models: Models | null;
  output: Output | null;
}

async function letGo({ folder, cache, models, output }: Held, isDone: boolean): Promise<void> {
  const closings = [
    () => cache?.close(),
    () => models?.close(),
    () => (output === null ? folder?.leave(false) : output.close(isDone)),
  ];
  for (const close of closings) await close();
}

interface Prepared {
  readonly sources: readonly Measured[];
  readonly first: Export;
  readonly output: Output;
  readonly desk: AnswerDesk;
}

class Run {
  readonly #plan: DurablePlan | StreamPlan;
  readonly #options: ScoreOptions;
  readonly #listener: Listener;
  readonly #held: Held;
  #total = NO_ROWS;
  #before = 0;
  #labels = 0;

  constructor(plan: DurablePlan | StreamPlan, options: ScoreOptions, listener: Listener, held: Held) {
    this.#plan = plan;
    this.#options = options;
    this.#listener = listener;
    this.#held = held;
  }

  async scored(): Promise<Outcome> {
    const prepared = await unlessStopped(this.#prepared(), this.#listener.stop);
    if (prepared === null) return { account: NO_ROWS, isDone: false };
    const { sources, first, output, desk } = prepared;
    for (const [input, source] of sources.entries()) {
      const done = output.done(input);
      if (done !== null) {
        this.#before += done.account.in;
        this.#total = sum(this.#total, done.account);
        continue;
      }
      const exported = input === 0 ? first : await openExport(source.source, this.#options);
      const outcome = await this.#inputScored(input, source, exported, output, desk);
      this.#total = sum(this.#total, outcome.account);
      if (!outcome.isWhole) return { account: this.#total, isDone: false };
    }
    return { account: this.#total, isDone: true };
  }

  /** All that a run needs. It may wait for standard input, and longer than the person who started it. */
  async #prepared(): Promise<Prepared> {
    const { cache: cachePath } = this.#options;
    const sources = await this.#sources();
    const first = await this.#checked(sources);
    if (cachePath !== undefined) this.#held.cache = await AnswerFile.at(cachePath);
    if (this.#held.cache?.notice) this.#listener.notice(this.#held.cache.notice);
    const output = await this.#output();
    this.#held.output = output;
    await this.#tellSpace(sources);
    return { sources, first, output, desk: await this.#desk(sources.some(isMany)) };
  }

  async #sources(): Promise<Measured[]> {
    const inputs =
      this.#plan.kind === 'durable' ? this.#plan.jobs.map(({ input }) => input) : [this.#plan.input];
    const sources: Measured[] = [];
    for (const input of inputs) sources.push(await measured(await sourceOf(input, this.#listener.stdin)));
    return sources;
  }

  /** The first export, after the columns of all others have been looked for. */
  async #checked([first, ...others]: readonly Measured[]): Promise<Export> {
    const exported = await openExport(first!.source, this.#options);
    for (const { source } of others) {
      if (!source.reopenable) continue;
      const { posts } = await openExport(source, this.#options);
      // Begun, so that leaving it closes the file.
      for await (const _ of posts) break;
    }
    return exported;
  }

  async #output(): Promise<Output> {
    const { folder, cache } = this.#held;
    if (this.#plan.kind === 'stream') {
      const { output, rejects } = this.#plan;
      const write = output === null ? this.#listener.stdout : await deviceWriter(output);
      return StreamOutput.to(write, rejects);
    }
    const kept = await keptEntries(this.#plan, folder!, cache, this.#options, (line) =>
      this.#listener.notice(line),
    );
    return DurableOutput.at(this.#plan, folder!, kept);
  }

  async #tellSpace(sources: readonly Measured[]): Promise<void> {
    if (this.#plan.kind === 'stream' || this.#options.resume) return;
    const bytes = sources.reduce((total, { size }) => total + (size ?? 0), 0);
    const notice = await spaceNotice(this.#plan, bytes);
    if (notice !== null) this.#listener.notice(notice);
  }

  /** Loads the models, so that what is wrong with them shows before any row is read. */
  async #desk(expectsMany: boolean): Promise<AnswerDesk> {
    const { cache } = this.#held;
    const models = await openModels({
      ...this.#options,
      expectsMany,
      onNotice: (line) => this.#listener.notice(line),
    });
    this.#held.models = models;
    await models.sentiment(['.']);
    const withStance = this.#options.targets.length > 0;
    if (withStance) await models.stance([{ text: '.', target: '.' }]);
    // Only now: what loading leaves behind is cleared sooner by itself.
    keepMemorySteady();
    return new AnswerDesk(models, cache?.table ?? new AnswerTable(ROOM), {
      names: {
        sentiment: JSON.stringify(modelChecksums('sentiment', this.#options)),
        stance: withStance ? JSON.stringify(modelChecksums('stance', this.#options)) : '',
      },
      onRecord: (record) => cache?.add(record),
    });
  }

  async #inputScored(
    input: number,
    { share }: Measured,
    exported: Export,
    output: Output,
    desk: AnswerDesk,
  ): Promise<InputOutcome> {
    const { language, spreadsheetSafe } = this.#options;
    const listener = this.#listener;
    listener.notice(exported.notice);
    const onWindow = async ({ account, before, bytes, labels, rejects }: WindowState): Promise<void> => {
      this.#labels += labels;
      await this.#held.cache?.flush();
      if (this.#plan.kind === 'stream' && this.#plan.rejects === null) rejects.forEach(listener.reject);
      listener.advance({
        account: sum(this.#total, account),
        before: this.#before + before,
        input: exported.name,
        share: share(exported.isCsv ? bytes : null),
        labels: this.#labels,
        asked: desk.asked,
      });
    };
    const { stop } = listener;
    const outcome = await inputRun({
      input,
      exported,
      output,
      desk,
      language,
      spreadsheetSafe,
      onWindow,
      stop,
    });
    for (const notice of exported.notices) listener.notice(notice);
    if (outcome.isWhole && outcome.agreement !== '') listener.notice(outcome.agreement);
    return outcome;
  }
}

/** Some thousand posts, or nobody knows. */
const isMany = ({ source: { size } }: Measured): boolean => size === null || size > 2 ** 18;

const sum = (a: Account, b: Account): Account => ({
  in: a.in + b.in,
  out: a.out + b.out,
  rejected: a.rejected + b.rejected,
});
