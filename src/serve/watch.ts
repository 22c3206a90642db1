/** Looks at the folder, and at the inputs of its result, every second: that also works where no system tells of changes. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST } from '../report/manifest.ts';
import type { EventHub } from './hub.ts';
import type { CurrentResult } from './result.ts';
import { resultTold } from './routes/events.ts';

const EVERY_MS = 1000;

export interface Watched {
  readonly current: CurrentResult;
  readonly hub: EventHub;
  readonly onNotice: (line: string) => void;
}

/** Watches until the function that it gives is called. */
export async function watched({ current, hub, onNotice }: Watched): Promise<() => void> {
  const watch = new Watch(current, hub, onNotice);
  await watch.begin();
  return () => watch.end();
}

class Watch {
  readonly #seen = new Map<string, string>();
  readonly #current: CurrentResult;
  readonly #hub: EventHub;
  readonly #onNotice: (line: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(current: CurrentResult, hub: EventHub, onNotice: (line: string) => void) {
    this.#current = current;
    this.#hub = hub;
    this.#onNotice = onNotice;
  }

  async begin(): Promise<void> {
    for (const path of this.#paths()) await this.#hasChanged(path);
    this.#later();
  }

  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    if (this.#isOver) return;
    this.#timer = setTimeout(() => void this.#look().finally(() => this.#later()), EVERY_MS);
    this.#timer.unref();
  }

  #paths(): string[] {
    return [this.#manifest(), ...this.#inputs()];
  }

  #manifest(): string {
    return join(this.#current.dir, MANIFEST);
  }

  /** As the manifest names them: from the directory in which `analyze` ran. */
  #inputs(): string[] {
    const { inputs } = this.#current.now.manifest;
    return inputs.filter(({ sha256 }) => sha256 !== null).map(({ name }) => name);
  }

  async #look(): Promise<void> {
    if (await this.#hasChanged(this.#manifest())) await this.#renew();
    for (const name of this.#inputs())
      if (await this.#hasChanged(name)) this.#hub.tell({ event: 'input', data: { name } });
  }

  /** A folder that is being replaced is not there for a moment: that is no change. */
  async #hasChanged(path: string): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    if (found === null) return false;
    const mark = [found.ino, found.size, found.mtimeMs].join();
    const before = this.#seen.get(path);
    this.#seen.set(path, mark);
    return before !== undefined && before !== mark;
  }

  async #renew(): Promise<void> {
    try {
      if (!(await this.#current.renew())) return;
      for (const name of this.#inputs()) await this.#hasChanged(name);
      this.#hub.tell(resultTold(this.#current.now));
      this.#onNotice(`serving the new result of ${this.#current.dir}`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#hub.tell({ event: 'problem', data: { title: 'The folder could not be read', detail: reason } });
      this.#onNotice(`the older result is served on: ${reason}`);
      // It may have been read half written: it is looked at again.
      this.#seen.set(this.#manifest(), 'damaged');
    }
  }
}
