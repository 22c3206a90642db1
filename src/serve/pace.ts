/** Long answers go on in small steps, so that nobody who asks for little waits for them. */
import { Turns } from './turns.ts';

export class Pace {
  /** No bound of its own: there are as many long answers as connections. */
  readonly #questions = new Turns(1, Number.POSITIVE_INFINITY);
  #rested: Promise<void> = Promise.resolve();

  /** A question to the table: one at a time, so that a core is left for others. */
  asked<T>(question: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#questions.taken(question, () => new Error('the queue is never full'), signal);
  }

  /** What the step gives; after it all long answers rest for as long as it took, and leave half of the time free. */
  async step<T>(step: () => T): Promise<T> {
    const before = this.#rested;
    let rest = (): void => {};
    this.#rested = new Promise((resolve) => (rest = resolve));
    await before;
    const began = performance.now();
    try {
      return step();
    } finally {
      setTimeout(rest, performance.now() - began);
    }
  }
}
