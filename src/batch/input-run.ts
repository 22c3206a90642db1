/** One input through the models to its output, from where an earlier part of the run left it. */
import type { AnswerDesk } from './answer-desk.ts';
import { Agreement } from './agreement.ts';
import type { Export } from './export.ts';
import type { Account, Progress } from './journal.ts';
import { lookahead, unlessStopped } from './lookahead.ts';
import type { Output } from './output.ts';
import { rejectLines } from './rejects.ts';
import { type ScoredWindow, windowScorer } from './scored-window.ts';
import { type Window, windowsOf } from './windows.ts';
import { HearsayError, type Reject } from '../errors.ts';

export interface InputRun {
  /** 0-based, in argument order. */
  readonly input: number;
  readonly exported: Export;
  readonly output: Output;
  readonly desk: AnswerDesk;
  readonly language: string | undefined;
  readonly spreadsheetSafe: boolean;
  /** Told when a window can't be lost any more. */
  readonly onWindow: (state: WindowState) => Promise<void>;
  /** Aborted to stop behind the window in work, or without it where that takes too long. */
  readonly stop: AbortSignal;
}

export interface WindowState {
  /** Of this input. */
  readonly account: Account;
  /** Rows of this input that were there before. */
  readonly before: number;
  /** Of the input's cells up to here. */
  readonly bytes: number;
  /** Of this window. */
  readonly labels: number;
  readonly rejects: readonly Reject[];
}

export interface InputOutcome {
  readonly account: Account;
  readonly isWhole: boolean;
  /** The vendor's labels against ours, for people; empty where there are none. */
  readonly agreement: string;
}

const MOST_WINDOWS = 16;
const MOST_CHARACTERS = 16 * 1024 * 1024;
/** Open questions that keep all processes busy. */
const ENOUGH_QUESTIONS = 2048;
/** A stopped run has to be gone within five seconds, on a busy machine too. */
const GRACE_MS = 2000;

export async function inputRun(run: InputRun): Promise<InputOutcome> {
  const { input, exported, output, desk, stop } = run;
  const from = await output.begin(input, exported.head);
  const agreement = new Agreement(from.agreement);
  let { account } = from;
  const outcome = (isWhole: boolean): InputOutcome => ({
    account,
    isWhole,
    agreement: exported.vendor === null ? '' : agreement.table(exported.name, exported.vendor.name),
  });
  const limits = {
    items: MOST_WINDOWS,
    weight: MOST_CHARACTERS,
    weightOf: ({ characters }: Window) => characters,
    isBusy: () => desk.open >= ENOUGH_QUESTIONS,
  };
  const surveyed = await unlessStopped(exported.survey(), stop);
  if (surveyed === null) return outcome(false);
  const windows = remaining(windowsOf(exported.posts, surveyed), from, exported.name);
  const score = windowScorer(exported, desk, run.language);
  if (stop.aborted) return outcome(false);
  for await (const [window, scored] of lookahead(windows, score, limits, afterGrace(stop))) {
    account = added(account, scored);
    for (const [vendor, ours] of scored.vendor) agreement.add(vendor, ours);
    await output.add({
      lines: scored.lines,
      rejects: rejectLines(scored.rejects, run.spreadsheetSafe),
      progress: { account, read: window.read, agreement: agreement.counts },
    });
    const { labels, rejects } = scored;
    await run.onWindow({ account, before: from.account.in, bytes: window.bytes, labels, rejects });
    if (stop.aborted) return outcome(false);
  }
  if (stop.aborted) return outcome(false);
  await output.finish();
  return outcome(true);
}

const added = (account: Account, { rows, rejects }: ScoredWindow): Account => ({
  in: account.in + rows + rejects.length,
  out: account.out + rows,
  rejected: account.rejected + rejects.length,
});

/** The windows that are not done; the others are only read, to know which texts they had. */
async function* remaining(
  windows: AsyncIterable<Window>,
  { account, read }: Progress,
  name: string,
): AsyncGenerator<Window> {
  let rows = 0;
  for await (const window of windows) {
    if (rows >= account.in) yield window;
    rows += window.items.length;
    if (rows === account.in && window.read !== read) throw hasChanged(name);
  }
  if (rows < account.in) throw hasChanged(name);
}

const hasChanged = (name: string): HearsayError =>
  new HearsayError('usage', `this can't go on with --resume: ${name} has changed since the run began`, {
    remedy: 'Give what the run began with, or start anew without --resume.',
  });

/** Aborted some seconds after the other is. */
function afterGrace(stop: AbortSignal): AbortSignal {
  const late = new AbortController();
  const wait = (): void => void setTimeout(() => late.abort(), GRACE_MS);
  if (stop.aborted) wait();
  else stop.addEventListener('abort', wait, { once: true });
  return late.signal;
}
