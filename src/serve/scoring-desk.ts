/** Takes texts to be scored: one request at a time, a few that wait, and a process of its own that does the work. */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { ModelOptions } from '../classify/models.ts';
import { Problem } from './problem.ts';
import type { Order, Reply } from './scoring-process.ts';
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
  #process: ScoringProcess | null = null;

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
    this.#process?.end();
    this.#process = null;
  }

  async #answer({ texts, targets, language }: AnalyzeRequest, signal: AbortSignal): Promise<AnalyzeAnswer> {
    const asked = texts.map((it) => (typeof it === 'string' ? { text: it } : it));
    const items = asked.map((it) => ({ text: it.text, targets: it.targets ?? targets }));
    const rows: AnalyzeAnswer['rows'] = [];
    let models: readonly string[] = [];
    for (let from = 0; from < items.length; from += BATCH) {
      signal.throwIfAborted();
      const reply = await this.#asked({ language, items: items.slice(from, from + BATCH) }, signal);
      models = reply.models!;
      for (const { language: found, sentiment, stances, flags } of reply.scored!)
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

  async #asked(order: Omit<Order, 'id'>, signal: AbortSignal): Promise<Reply> {
    if (this.#process?.isThere !== true) this.#process = new ScoringProcess(this.#options);
    const reply = await untilAborted(this.#process.ask(order), signal);
    if (reply.failure !== undefined) throw new Error(reply.failure);
    return reply;
  }
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

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

class ScoringProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(options: ModelOptions) {
    const program = new URL('./scoring-process.js', import.meta.url);
    this.#child = fork(program, [JSON.stringify(options)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      // Batches are small: helpers of its own would only take the cores from who reads.
      env: { ...process.env, HEARSAY_PROCESSES: '1' },
    });
    this.#child.on('message', (reply: Reply) => this.#take(reply));
    this.#child.on('error', (error) => this.#lose(error));
    this.#child.on('exit', () => this.#lose(new Error('the process that asks the models has ended')));
    this.#letOthersGoFirst();
  }

  get isThere(): boolean {
    return this.#child.connected;
  }

  ask(order: Omit<Order, 'id'>): Promise<Reply> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, ...order } satisfies Order, (error) => error && this.#lose(error));
    });
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  #letOthersGoFirst(): void {
    try {
      if (this.#child.pid !== undefined) setPriority(this.#child.pid, NICENESS);
    } catch {
      // Not every system lets a program do this; the answers are the same.
    }
  }

  #take(reply: Reply): void {
    this.#waiting.get(reply.id)?.resolve(reply);
    this.#waiting.delete(reply.id);
  }

  #lose(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    if (this.#child.connected) this.#child.disconnect();
  }
}
