/** A sample of distinct texts from a stream of any length: the same texts in any order give the same sample. */
import { shuffleKey } from './random.ts';

/** Keeps the texts whose hashes are smallest (bottom-k sampling, Cohen and Kaplan 2007). */
export class TextSample {
  readonly #most: number;
  readonly #kept = new Map<string, { readonly key: number; times: number }>();
  #limit = Number.POSITIVE_INFINITY;

  /** @param most how many texts it holds at most */
  constructor(most: number) {
    this.#most = most;
  }

  add(text: string): void {
    const key = shuffleKey(text);
    if (key > this.#limit || text.trim() === '') return;
    const kept = this.#kept.get(text);
    if (kept === undefined) this.#kept.set(text, { key, times: 1 });
    else kept.times += 1;
    if (this.#kept.size > 2 * this.#most) this.#prune();
  }

  /** In the order of their characters, each with how often it came. */
  counted(): Map<string, number> {
    this.#prune();
    return new Map([...this.#kept].map(([text, { times }]) => [text, times] as const).sort(byText));
  }

  #prune(): void {
    if (this.#kept.size <= this.#most) return;
    const ranked = [...this.#kept].sort((a, b) => a[1].key - b[1].key || byText(a, b));
    this.#limit = ranked[this.#most - 1]![1].key;
    for (const [text] of ranked.slice(this.#most)) this.#kept.delete(text);
  }
}

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
