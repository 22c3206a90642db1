/** Takes texts to be scored: one request at a time, a few that wait, and a process of its own that does the work. */
import { setPriority } from 'node:os';
import { HelpingProcess } from '../classify/helping-process.ts';
import type { ModelOptions } from '../classify/models.ts';
import { Problem } from './problem.ts';
import type { Answer, Order } from './scoring-process.ts';
import type { AnalyzeAnswer, AnalyzeRequest } from './shapes.ts';
import { Turns } from './turns.ts';

/** Texts that the process has in hand: who goes away stops the work after at most so many. */
const BATCH = 4;
const MOST_WAITING = 8;
const LONGEST_MS = 120_000;
/** A little: whoever reads goes first, and texts are still scored on a busy machine. */
const NICENESS = 4;

export class ScoringDesk {
  readonly #options: ModelOptions;
  readonly #turns = new Turns(1, MOST_WAITING);
  #process: HelpingProcess<Order, Answer> | null = null;

  constructor(options: ModelOptions) {
    this.#options = options;
  }

  get waiting(): number {
    return this.#turns.waiting;
  }

  /** @throws Problem 429 where the queue is full, 503 where it takes too long or the models can't be asked */
  scored(request: AnalyzeRequest, signal: AbortSignal): Promise<AnalyzeAnswer> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
    return this.#turns
      .taken(() => this.#answer(request, limited), full, limited)
      .catch((cause: unknown) => {
        if (cause instanceof Problem || signal.aborted) throw cause;
        if (limited.aborted) this.close();
        throw new Problem(503, limited.aborted ? 'Scoring took too long' : 'The models could not be asked', {
          detail: limited.aborted ? 'Send fewer texts.' : (cause as Error).message,
          cause,
        });
      });
  }

  close(): void {
    this.#process?.kill();
    this.#process = null;
  }

  async #answer({ texts, targets, language }: AnalyzeRequest, signal: AbortSignal): Promise<AnalyzeAnswer> {
    const asked = texts.map((it) => (typeof it === 'string' ? { text: it } : it));
    const items = asked.map((it) => ({ text: it.text, targets: it.targets ?? targets }));
    const rows: AnalyzeAnswer['rows'] = [];
    let models: readonly string[] = [];
    for (let from = 0; from < items.length; from += BATCH) {
      signal.throwIfAborted();
      const answer = await this.#asked({ language, items: items.slice(from, from + BATCH) }, signal);
      models = answer.models;
      for (const { language: found, sentiment, stances, flags } of answer.scored)
        rows.push({
          id: asked[rows.length]!.id ?? null,
          language: found,
          sentiment,
          stances: [...stances],
          flags: [...flags],
        });
    }
    return { rows, models: [...models] };
  }

  async #asked(order: Order, signal: AbortSignal): Promise<Answer> {
    if (this.#process?.isThere !== true) this.#process = scoringProcess(this.#options);
    return untilAborted(this.#process.ask(order), signal);
  }
}

function scoringProcess(options: ModelOptions): HelpingProcess<Order, Answer> {
  const started = new HelpingProcess<Order, Answer>(new URL('./scoring-process.js', import.meta.url), {
    args: [JSON.stringify(options)],
    // Batches are small: helpers of its own would only take the cores from who reads.
    env: { ...process.env, HEARSAY_PROCESSES: '1' },
  });
  try {
    if (started.pid !== undefined) setPriority(started.pid, NICENESS);
  } catch {
    // Not every system lets a program do this; the answers are the same.
  }
  return started;
}

const full = (): Problem =>
  new Problem(429, 'Too many wait to have texts scored', {
    detail: 'Ask again in a moment.',
    headers: { 'retry-after': '5' },
  });

/** What is asked goes on; only the waiting for it ends. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
