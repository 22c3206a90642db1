/** Server-sent events (HTML Living Standard, 9.2): every listener gets what is told, as long as it reads. */
import { Problem } from './problem.ts';

export const MOST_LISTENERS = 200;
/** Events that a listener may leave unread before it is sent away. */
const MOST_UNREAD = 64;
const BEAT_MS = 15_000;

export interface Told {
  readonly event: 'result' | 'input' | 'problem';
  readonly id?: string;
  readonly data: object;
}

type Listener = ReadableStreamDefaultController<string>;

export class EventHub {
  readonly #listeners = new Set<Listener>();
  readonly #beat: NodeJS.Timeout;

  constructor() {
    // Keeps the way through proxies open, and finds out who went away without a word.
    this.#beat = setInterval(() => this.#send(': still here\n\n'), BEAT_MS);
    this.#beat.unref();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** What is told from now on, after `first`. @throws Problem 503 where too many listen */
  stream(first: readonly Told[]): ReadableStream<string> {
    if (this.#listeners.size >= MOST_LISTENERS)
      throw new Problem(503, 'Too many listen already', { headers: { 'retry-after': '60' } });
    let own: Listener | undefined;
    return new ReadableStream<string>(
      {
        start: (controller) => {
          own = controller;
          this.#listeners.add(controller);
          controller.enqueue('retry: 3000\n\n');
          for (const told of first) controller.enqueue(lineOf(told));
        },
        cancel: () => void this.#listeners.delete(own!),
      },
      { highWaterMark: MOST_UNREAD },
    );
  }

  tell(told: Told): void {
    this.#send(lineOf(told));
  }

  close(): void {
    clearInterval(this.#beat);
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
  }

  #send(text: string): void {
    for (const listener of this.#listeners) {
      if ((listener.desiredSize ?? 0) > 0) listener.enqueue(text);
      else {
        this.#listeners.delete(listener);
        listener.error(new Error('it does not read what it is sent'));
      }
    }
  }
}

function lineOf({ event, id, data }: Told): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `event: ${event}\n${idLine}data: ${JSON.stringify(data)}\n\n`;
}
