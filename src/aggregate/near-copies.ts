/** Which texts say nearly the same: all texts of a run, put into groups whatever the order of rows. */
import { clipped } from './clipped.ts';
import { likeness, SKETCH, sketchOf } from './minhash.ts';
import { wordsAlone } from './words-alone.ts';

/** Texts are near-copies from this part of their pieces in common: two words of a dozen and a half changed, one added. */
const LEAST_LIKENESS = 0.6;
/** Equal numbers in a row that make two texts worth comparing; ten such rows find 91 of 100 pairs at 0.6. */
const ROW = 3;
/** Members of a row's bucket that the next one is compared with. */
const COMPARED = 20;
/** Different texts that are compared, those with the smallest keys; of more, only exact copies are found. */
const MOST_TEXTS = 200_000;
const LONGEST = 200;

/** Groups of texts, each known by the smallest key among its members. */
export interface CopyGroups {
  groupOf(copy: number): number;
  /** The beginning of the text with this key; null where it was let go. */
  textOf(copy: number): string | null;
}

export class NearCopies {
  #texts = new Map<number, string>();
  readonly #sketches = new Map<number, Uint32Array>();
  #largestKept = Number.POSITIVE_INFINITY;

  /** `copy` is the key that texts share that differ in case, links, handles, marks and spacing only. */
  add(text: string, copy: number): void {
    if (copy > this.#largestKept) return;
    const known = this.#texts.get(copy);
    const short = clipped(text, LONGEST);
    // Of spellings the first in the alphabet, so that the order of rows decides nothing.
    if (known === undefined || short < known) this.#texts.set(copy, short);
    if (known !== undefined) return;
    const sketch = sketchOf(wordsAlone(text));
    if (sketch !== null) this.#sketches.set(copy, sketch);
    if (this.#texts.size > MOST_TEXTS * 1.2) this.#letGo();
  }

  #letGo(): void {
    const kept = [...this.#texts].sort(([a], [b]) => a - b).slice(0, MOST_TEXTS);
    this.#texts = new Map(kept);
    this.#largestKept = kept.at(-1)![0];
    for (const copy of this.#sketches.keys()) if (copy > this.#largestKept) this.#sketches.delete(copy);
  }

  groups(): CopyGroups {
    const parents = new Map<number, number>();
    const groupOf = (copy: number): number => {
      let root = copy;
      for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
      for (let at = copy; at !== root;) {
        const next = parents.get(at)!;
        parents.set(at, root);
        at = next;
      }
      return root;
    };
    const sketches = [...this.#sketches].sort(([a], [b]) => a - b);
    for (let row = 0; row + ROW <= SKETCH; row += ROW) joinAlike(sketches, row, parents, groupOf);
    return { groupOf, textOf: (copy) => this.#texts.get(copy) ?? null };
  }
}

/** Joins those of one bucket that are alike; texts fall into one bucket if `ROW` numbers from `row` on are equal. */
function joinAlike(
  sketches: readonly (readonly [number, Uint32Array])[],
  row: number,
  parents: Map<number, number>,
  groupOf: (copy: number) => number,
): void {
  const buckets = new Map<number, (readonly [number, Uint32Array])[]>();
  for (const entry of sketches) {
    const [copy, sketch] = entry;
    const key = bucketOf(sketch, row);
    const bucket = buckets.get(key);
    if (bucket === undefined) {
      buckets.set(key, [entry]);
      continue;
    }
    for (const [other, known] of bucket) {
      const [a, b] = [groupOf(copy), groupOf(other)];
      if (a !== b && likeness(sketch, known) >= LEAST_LIKENESS) parents.set(Math.max(a, b), Math.min(a, b));
    }
    if (bucket.length < COMPARED) bucket.push(entry);
  }
}

/** 53 bits of a row: what falls together by chance is told apart by its likeness. */
function bucketOf(sketch: Uint32Array, row: number): number {
  let rest = 0;
  for (let at = row + 1; at < row + ROW; at++) rest = Math.imul(rest ^ sketch[at]!, 0x9e3779b1);
  return sketch[row]! * 2 ** 21 + (rest >>> 11);
}
