/**
 * Documents read in their order: by this process, and where they are many by helping ones, each on one core. Who reads
 * never changes what is read.
 */
import { pMapIterable } from 'p-map';
import { breath } from '../classify/breath.ts';
import { processCount } from '../classify/crew.ts';
import { compiledProgram, HelpingProcess } from '../classify/helping-process.ts';
import type { ModelInfo, Models } from '../classify/models.ts';
import type { Reject } from '../errors.ts';
import { type Reading, type ReadingOptions, readingOf } from '../extract/reading.ts';
import { isReject } from '../formats/table.ts';
import type { Document } from '../reaction.ts';
import { readingModels, type WantedModels } from './reading-models.ts';

export interface ReaderOptions extends WantedModels {
  /** Where model folders lie; else HEARSAY_MODELS, then the package's own. */
  readonly folder?: string | undefined;
  /** Processes that read where documents are many; else one per core. */
  readonly processes?: number | undefined;
  /** The compiled program of a helping process; null where there is none. */
  readonly program?: URL | null | undefined;
  /** Milliseconds of reading after which others help. */
  readonly alone?: number | undefined;
}

/** What a helping process is told at its start. */
export type HelperOptions = Pick<ReaderOptions, 'folder' | 'tagger'>;

/** What it read, and which models have helped it so far. */
export interface Helped extends Omit<Reading, 'document'> {
  readonly used: readonly ModelInfo[];
}

type Helper = HelpingProcess<Document, Helped>;

/** Whoever has read for so long is likely to have more to read than a helper's start costs. */
const ALONE_MS = 1500;
/** Documents that a helper has in hand: the next one waits there while this process is busy itself. */
const IN_HAND = 2;
/** Readings for each process that may wait for their turn, as one document takes many times longer than another. */
const READ_AHEAD = 16;

/**
 * Every item with the reading of its document, null for a reject, as soon as it is its turn. Items are taken a few
 * documents ahead.
 * @throws what `documents` throws, once all before it has been given; HearsayError `model`
 */
export async function* readingsOf<Item extends { readonly document: Document | Reject }>(
  documents: AsyncIterable<Item>,
  models: Models,
  options: ReaderOptions,
): AsyncGenerator<Item & { readonly reading: Reading | null }> {
  const readers = new Readers(models, options);
  const read = async (item: Item): Promise<Item & { readonly reading: Reading | null }> =>
    Object.assign({}, item, {
      reading: isReject(item.document) ? null : await readers.reading(item.document),
    });
  try {
    yield* pMapIterable(documents, read, readers);
  } finally {
    readers.dismiss();
  }
}

class Readers {
  readonly #own: ReadingOptions;
  readonly #models: Models;
  readonly #options: ReaderOptions;
  readonly #program: URL | null;
  readonly #processes: number;
  readonly #alone: number;
  readonly #ready = new Set<Helper>();
  #helpers: Helper[] | null = null;
  /** Milliseconds that this process has read. */
  #spent = 0;

  constructor(models: Models, options: ReaderOptions) {
    this.#own = readingModels(models, options);
    this.#models = models;
    this.#options = options;
    const { program = compiledProgram('./reading-worker.js', import.meta.url) } = options;
    this.#program = program;
    this.#processes = this.#program === null ? 1 : (options.processes ?? processCount());
    this.#alone = options.alone ?? ALONE_MS;
  }

  /** Documents that may be in hand at a time. */
  get concurrency(): number {
    return this.#processes === 1 ? 1 : this.#processes * IN_HAND;
  }

  /** Those that may have been read, or be in hand, before they are taken. */
  get backpressure(): number {
    return this.#processes === 1 ? 1 : this.#processes * READ_AHEAD;
  }

  async reading(document: Document): Promise<Reading> {
    const helper = this.#freeHelper();
    // Where a helper fails or goes away, the document is read here, and what is wrong with it is told from here.
    return (helper && (await this.#helped(helper, document))) ?? this.#ownReading(document);
  }

  dismiss(): void {
    for (const helper of this.#helpers ?? []) helper.dismiss();
  }

  async #helped(helper: Helper, document: Document): Promise<Reading | null> {
    try {
      const { used, stories, reactions } = await helper.ask(document);
      this.#models.alsoUsed(used);
      return { document, stories, reactions };
    } catch {
      return null;
    }
  }

  async #ownReading(document: Document): Promise<Reading> {
    const start = performance.now();
    const reading = await readingOf(document, this.#own);
    this.#spent += performance.now() - start;
    // Rules alone read without a pause, in which no helper could say that it is ready.
    await breath();
    return reading;
  }

  #freeHelper(): Helper | undefined {
    if (this.#processes > 1 && this.#spent > this.#alone) this.#helpers ??= this.#hired();
    return (this.#helpers ?? [])
      .filter((helper) => this.#ready.has(helper) && helper.isThere && helper.inHand < IN_HAND)
      .sort((a, b) => a.inHand - b.inHand)[0];
  }

  /** As many as there are cores: this process only hands out, takes in and writes. */
  #hired(): Helper[] {
    const { folder, tagger } = this.#options;
    const args = [JSON.stringify({ folder, tagger } satisfies HelperOptions)];
    return Array.from({ length: this.#processes }, () => {
      const helper: Helper = new HelpingProcess(this.#program!, { args });
      // An empty document is answered once models are loaded; until then this process reads on.
      helper.ask({ name: '', text: '' }).then(
        () => this.#ready.add(helper),
        () => {},
      );
      return helper;
    });
  }
}
