/** Different texts, and the largest group of near-copies among them. */
import { clipped } from './clipped.ts';
import { KeyCounts } from './key-counts.ts';

const LONGEST = 200;

export class CopyCounts {
  readonly #counts = new KeyCounts();
  #largest = 0;
  #key = Number.POSITIVE_INFINITY;
  #text = '';

  add(text: string, copy: number): void {
    const count = this.#counts.add(copy);
    // Of groups of one size the smallest key, so that the order of rows decides nothing.
    if (count < this.#largest || (count === this.#largest && copy >= this.#key)) return;
    this.#largest = count;
    this.#key = copy;
    this.#text = text;
  }

  /** How many different texts, near-copies counted once. */
  get distinct(): number {
    return this.#counts.size;
  }

  /** The size of the largest group and the beginning of one of its texts; null where nothing is copied. */
  largest(): { n: number; text: string | null } {
    if (this.#largest < 2) return { n: this.#largest, text: null };
    return { n: this.#largest, text: clipped(this.#text, LONGEST) };
  }
}
