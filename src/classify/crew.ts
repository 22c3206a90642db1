/**
 * Many questions shared among processes. A model's run keeps one core busy and blocks its event loop, so
 * the calling process takes chunks itself while helpers, started when there is enough to do, take the rest.
 * Who answers never changes an answer: a question is answered alike in any company.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import type { Answer, Classifier, Question, Settings } from './classifier.ts';

/** What a helper is asked. */
export interface Order {
  readonly id: number;
  /** The model's folder. */
  readonly path: string;
  readonly settings: Settings;
  readonly questions: readonly Question[];
}

export type Reply =
  | { readonly id: number; readonly answers: Answer[] }
  | { readonly id: number; readonly failure: string };

/** Fewer questions than this are answered before a helper would have started. */
const WORTH_HELP = 256;
/**
 * Small, so that all are done at about the same time; large enough that whoever takes it finds batches of like length
 * in it: on posts, 8 are padded by 23 %, 32 by 7 %, 64 by 4 %, all together by 1 %.
 */
const CHUNK = 64;
/** Chunks that a helper has in hand: the next one waits there while the caller is busy itself. */
const IN_HAND = 2;
const MOST_PROCESSES = 8;
const BYTES_EACH = 2 ** 30;

/** Processes that answer, the calling one included: HEARSAY_PROCESSES, else as many as the machine carries. */
export function processCount(env: NodeJS.ProcessEnv = process.env): number {
  const wanted = Number(env['HEARSAY_PROCESSES']);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : carriedProcesses(resources());
}

/** What the machine, or the container, gives. */
export interface Resources {
  readonly cores: number;
  /** Cores' worth of time that a container may use; infinite without a limit. */
  readonly quota: number;
  /** Bytes. */
  readonly memory: number;
}

/** One per core, at most eight, a gibibyte of memory each, and always one. */
export function carriedProcesses({ cores, quota, memory }: Resources): number {
  return Math.max(1, Math.min(cores, Math.floor(quota), Math.floor(memory / BYTES_EACH), MOST_PROCESSES));
}

function resources(): Resources {
  // 0 where nothing limits it, and a number beyond any machine where the limit is "none".
  const limit = process.constrainedMemory() || Infinity;
  return {
    cores: availableParallelism(),
    quota: cpuQuota(),
    memory: Math.min(totalmem(), limit),
  };
}

/** Node sees every core of the host; a container's share of their time stands in this file, as `200000 100000`. */
function cpuQuota(): number {
  try {
    const [time, period] = readFileSync('/sys/fs/cgroup/cpu.max', 'utf8').split(' ').map(Number);
    return time! / period! || Infinity;
  } catch {
    return Infinity;
  }
}

export class Crew {
  readonly #program: URL | null;
  readonly #helpers: number;
  #hired: Helper[] = [];

  /** @param program the compiled helper; null where there is none, and the caller works alone */
  constructor(program: URL | null = compiledHelper(), processes: number = processCount()) {
    this.#program = program;
    this.#helpers = program === null ? 0 : processes - 1;
  }

  /** The same answers as `own` gives, sooner. */
  shared(own: Classifier, path: string, settings: Settings): Classifier {
    return {
      answers: (questions) =>
        this.#helpers === 0 || questions.length < WORTH_HELP
          ? own.answers(questions)
          : this.#together(own, { path, settings }, questions),
    };
  }

  /** Helpers start now and load the model, in place of when questions wait: for those who know that many will come. */
  prepare(path: string, settings: Settings): void {
    for (const helper of this.#hire()) helper.ask({ path, settings, questions: [] }).catch(() => {});
  }

  close(): void {
    for (const helper of this.#hired) helper.dismiss();
    this.#hired = [];
  }

  async #together(
    own: Classifier,
    model: Pick<Order, 'path' | 'settings'>,
    questions: readonly Question[],
  ): Promise<Answer[]> {
    const answers: Answer[] = Array.from({ length: questions.length });
    const chunks = chunksOf(questions);
    const work = async (ask: (asked: readonly Question[]) => Promise<Answer[]>): Promise<void> => {
      for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) {
        const found = await ask(chunk.map((i) => questions[i]!)).catch((error: unknown) => {
          chunks.push(chunk!);
          throw error;
        });
        chunk.forEach((index, i) => {
          answers[index] = found[i]!;
        });
      }
    };
    const inHand = new Set<Promise<void>>();
    for (const helper of this.#hire()) {
      const begin = async (): Promise<void> => {
        // An empty order is answered once the model is loaded: who is late gets nothing to keep waiting.
        await helper.ask({ ...model, questions: [] });
        const lanes = Array.from({ length: IN_HAND }, () =>
          work((asked) => helper.ask({ ...model, questions: asked })).catch(() => {}),
        );
        for (const lane of lanes) inHand.add(lane);
      };
      begin().catch(() => {});
    }
    const ownWork = (): Promise<void> => work((asked) => own.answers(asked));
    await ownWork();
    await Promise.all(inHand);
    // What a helper that went away left undone.
    await ownWork();
    return answers;
  }

  #hire(): Helper[] {
    this.#hired = this.#hired.filter((helper) => helper.isThere);
    while (this.#hired.length < this.#helpers) this.#hired.push(new Helper(this.#program!));
    return this.#hired;
  }
}

/** Indexes in chunks; the longest texts are popped first, so that the last chunks are short work. */
function chunksOf(questions: readonly Question[]): number[][] {
  const indexes = questions.map((_, i) => i);
  indexes.sort((a, b) => questions[a]!.text.length - questions[b]!.text.length);
  const chunks: number[][] = [];
  for (let i = 0; i < indexes.length; i += CHUNK) chunks.push(indexes.slice(i, i + CHUNK));
  return chunks;
}

interface Waiting {
  readonly resolve: (answers: Answer[]) => void;
  readonly reject: (error: Error) => void;
}

class Helper {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor(program: URL) {
    this.#child = fork(program, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
    this.#child.on('message', (reply: Reply) => this.#take(reply));
    this.#child.on('error', (error) => this.#lose(error));
    this.#child.on('exit', () => this.#lose(new Error('a helping process ended')));
    // A program that has nothing else to do may end: an idle helper holds nobody back.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  get isThere(): boolean {
    return this.#child.connected;
  }

  ask(order: Omit<Order, 'id'>): Promise<Answer[]> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.channel?.ref();
      this.#child.send({ id, ...order } satisfies Order, (error) => error && this.#lose(error));
    });
  }

  dismiss(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) this.#child.channel?.unref();
    if ('answers' in reply) waiting?.resolve(reply.answers);
    else waiting?.reject(new Error(reply.failure));
  }

  #lose(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
    this.dismiss();
  }
}

/** Beside this file once compiled; where the source itself runs, the caller works alone. */
function compiledHelper(): URL | null {
  return import.meta.url.endsWith('.js') ? new URL('./worker.js', import.meta.url) : null;
}
