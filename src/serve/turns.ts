/** Work that waits for its turn: so many at a time, so many in the queue, and no more. */

interface Waiting {
  readonly begin: () => void;
  readonly give: (error: unknown) => void;
}

export class Turns {
  readonly #atATime: number;
  readonly #mostWaiting: number;
  readonly #queue: Waiting[] = [];
  #running = 0;

  constructor(atATime: number, mostWaiting: number) {
    this.#atATime = atATime;
    this.#mostWaiting = mostWaiting;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  get isFull(): boolean {
    return this.#running >= this.#atATime && this.#queue.length >= this.#mostWaiting;
  }

  /** What `work` gives, once it is its turn. Throws what `full` gives where the queue is full, or the signal's reason. */
  async taken<T>(work: () => Promise<T>, full: () => Error, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    if (this.isFull) throw full();
    if (this.#running >= this.#atATime) await this.#turn(signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((begin, give) => {
      // Who went away needs no turn.
      const leave = (): void => this.#leave(waiting, signal?.reason);
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          begin();
        },
        give,
      };
      this.#queue.push(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  #leave(waiting: Waiting, reason: unknown): void {
    const at = this.#queue.indexOf(waiting);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiting.give(reason);
  }

  /** Hands the turn on. */
  #next(): void {
    const next = this.#queue.shift();
    if (next === undefined) this.#running -= 1;
    else next.begin();
  }
}
