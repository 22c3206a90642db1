/** A sample of distinct texts from a stream of any length: the same texts in any order give the same sample. */
import { shuffleKey } from './random.ts';

/** Keeps the texts whose hashes are smallest (bottom-k sampling, Cohen and Kaplan 2007). */
export class TextSample {
  readonly #most: number;
  readonly #kept = new Map<string, number>();
  #limit = Number.POSITIVE_INFINITY;

  /** @param most how many texts it holds at most */
  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    const key = shuffleKey(text);
    if (key > this.#limit || text.trim() === '') return;
    this.#kept.set(text, key);
    if (this.#kept.size > 2 * this.#most) this.#prune();
  }

  /** In the order of their characters. */
  texts(): string[] {
    this.#prune();
    return [...this.#kept.keys()].sort();
  }

  #prune(): void {
    if (this.#kept.size <= this.#most) return;
    const ranked = [...this.#kept].sort(([a, keyA], [b, keyB]) => keyA - keyB || (a < b ? -1 : 1));
    this.#limit = ranked[this.#most - 1]![1];
    for (const [text] of ranked.slice(this.#most)) this.#kept.delete(text);
  }
}
