/** How often each key was seen, for millions of keys. */
import { KeyIndex } from './key-index.ts';

export class KeyCounts {
  readonly #index = new KeyIndex();
  #counts = new Uint32Array(16);

  /** How many different keys were seen. */
  get size(): number {
    return this.#index.size;
  }

  /** Counts one more `key` (from `keyOf`) and gives how often it was seen by now. */
  add(key: number): number {
    const number = this.#index.numberOf(key);
    if (number >= this.#counts.length) this.#counts = widened(this.#counts);
    this.#counts[number]! += 1;
    return this.#counts[number]!;
  }

  /** How often `key` was seen; 0 if never. */
  countOf(key: number): number {
    return this.#counts[this.#index.find(key)] ?? 0;
  }

  /** The `most` largest counts, largest first. */
  largest(most: number): number[] {
    const top: number[] = [];
    for (const count of this.#counts) {
      if (count === 0 || (top.length === most && count <= top[most - 1]!)) continue;
      const at = top.findIndex((kept) => kept < count);
      top.splice(at === -1 ? top.length : at, 0, count);
      if (top.length > most) top.pop();
    }
    return top;
  }
}

/** The same counts with as much room again. */
export function widened(counts: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(counts.length * 2);
  wider.set(counts);
  return wider;
}
