/**
 * Many questions shared among processes. A model's run keeps one core busy and blocks its event loop, so
 * the calling process takes chunks itself while helpers, started when there is enough to do, take the rest.
 * Who answers never changes an answer: a question is answered alike in any company.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import type { Answer, Classifier, Question, Settings } from './classifier.ts';
import { compiledProgram, HelpingProcess } from './helping-process.ts';

/** What a helper is asked. */
export interface Order {
  /** The model's folder. */
  readonly path: string;
  readonly settings: Settings;
  readonly questions: readonly Question[];
}

type Helper = HelpingProcess<Order, Answer[]>;

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
  constructor(program = compiledProgram('./worker.js', import.meta.url), processes = processCount()) {
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
    model: Omit<Order, 'questions'>,
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
    while (this.#hired.length < this.#helpers) this.#hired.push(new HelpingProcess(this.#program!));
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
