/** The models of one run: each opened once, at its first use, after its checksums were compared. */
import { settingsOf } from './classifier.ts';
import { Crew } from './crew.ts';
import { hasModel, modelFolder, verify } from './folder.ts';
import { type Metadata, ONNX_FILE, type Size, type Task } from './metadata.ts';
import type { LoadedModel } from './runtime.ts';

export interface OpenModel {
  /** Its folder. */
  readonly path: string;
  readonly model: LoadedModel;
  readonly metadata: Metadata;
}

/** For a manifest: which weights spoke. */
export interface ModelInfo {
  readonly name: string;
  readonly task: Task;
  readonly size: Size | 'hub';
  /** Of the ONNX file; null for a model of the hub. */
  readonly sha256: string | null;
  readonly licence: string;
}

interface ShelfOptions {
  readonly expectsMany?: boolean | undefined;
  readonly threads?: number | undefined;
}

export class Shelf {
  readonly #places: readonly string[];
  readonly #open = new Map<string, Promise<OpenModel>>();
  readonly #used: ModelInfo[] = [];
  readonly #expectsMany: boolean;
  readonly #threads: number | undefined;
  /** Shares long work among processes. */
  readonly crew = new Crew();

  /**
   * @param places folders that are searched for models, in order
   * @param expectsMany so many texts will come that helping processes are worth their start
   * @param threads of one run of a model whose work is not shared among processes; one per core by default
   */
  constructor(places: readonly string[], { expectsMany = false, threads }: ShelfOptions = {}) {
    this.#places = places;
    this.#expectsMany = expectsMany;
    this.#threads = threads;
  }

  get used(): readonly ModelInfo[] {
    return this.#used;
  }

  /** A model has answered, here or in a helping process. */
  note(info: ModelInfo): void {
    if (!this.#used.some(({ name }) => name === info.name)) this.#used.push(info);
  }

  has(name: string): boolean {
    return hasModel(name, this.#places);
  }

  metadata(name: string): Metadata {
    return modelFolder(name, this.#places).metadata;
  }

  model(name: string): Promise<OpenModel> {
    const found = this.#open.get(name) ?? this.#opened(name);
    this.#open.set(name, found);
    return found;
  }

  async close(): Promise<void> {
    this.crew.close();
    const opened = await Promise.allSettled(this.#open.values());
    this.#open.clear();
    for (const it of opened) if (it.status === 'fulfilled') await it.value.model.close();
  }

  async #opened(name: string): Promise<OpenModel> {
    const folder = modelFolder(name, this.#places);
    await verify(folder);
    // Imported here, so that nothing but a model's first use pays for the runtime.
    const { openModel } = await import('./runtime.ts');
    const { task, size, licence, sha256 } = folder.metadata;
    // What is shared among processes leaves no core for a second thread.
    const isShared = task === 'sentiment' || task === 'stance';
    if (isShared && this.#expectsMany) this.crew.prepare(folder.path, settingsOf(folder.metadata));
    const model = await openModel(folder.path, { threads: isShared ? 1 : this.#threads });
    this.note({ name, task, size, sha256: sha256[ONNX_FILE]!, licence });
    return { path: folder.path, model, metadata: folder.metadata };
  }
}
