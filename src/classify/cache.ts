/** Remembers answers by text, so that a text that is posted a thousand times is classified once. */
import { createHash } from 'node:crypto';

/** Least recently used entries leave first. Keys are hashed: a long post takes no more room than a short one. */
export class AnswerCache<Value> {
  readonly #most: number;
  readonly #entries = new Map<string, Value>();

  constructor(most = 100_000) {
    this.#most = most;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(...key: readonly string[]): Value | undefined {
    const hashed = hash(key);
    const value = this.#entries.get(hashed);
    if (value === undefined) return undefined;
    this.#entries.delete(hashed);
    this.#entries.set(hashed, value);
    return value;
  }

  set(value: Value, ...key: readonly string[]): void {
    const hashed = hash(key);
    this.#entries.delete(hashed);
    this.#entries.set(hashed, value);
    if (this.#entries.size <= this.#most) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

const hash = (key: readonly string[]): string =>
  createHash('sha256').update(key.join('\u0000')).digest('base64');
