/**
 * How alike two texts are, from a few numbers each: min-wise hashes of their pieces (Broder 1997), so that the
 * share of equal numbers estimates the share of pieces in common (the Jaccard coefficient).
 */

import { wordsAlone } from './words-alone.ts';

/** Characters a piece: the same for every script, also those that set no spaces. */
const PIECE = 4;
/** Texts shorter than this are too short to be compared: their one other word may be the one that takes the other side. */
const SHORTEST = 40;
/** Characters that are looked at: a whole book in a cell is told by its beginning. */
const LONGEST = 4000;
/** Numbers a sketch; the likeness that they estimate is right to about 0.08. */
export const SKETCH = 32;

const FACTORS = Array.from({ length: SKETCH }, (_, i) => (Math.imul(0x9e3779b1, 2 * i + 1) | 1) >>> 0);
const OFFSETS = Array.from({ length: SKETCH }, (_, i) => Math.imul(0x85ebca6b, i + 1) >>> 0);

/** The sketch of words as `wordsAlone` gives them; null where they are too few. */
export function sketchOf(words: string): Uint32Array | null {
  if (words.length < SHORTEST) return null;
  const end = Math.min(words.length, LONGEST);
  const sketch = new Uint32Array(SKETCH).fill(0xffffffff);
  for (let start = 0; start + PIECE <= end; start += 1) {
    const hash = hashOf(words, start);
    for (let i = 0; i < SKETCH; i += 1) {
      const value = mixed(Math.imul(hash, FACTORS[i]!) + OFFSETS[i]!);
      if (value < sketch[i]!) sketch[i] = value;
    }
  }
  return sketch;
}

/** The part of their pieces that two texts have in common, 0–1, estimated. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let i = 0; i < SKETCH; i += 1) if (a[i] === b[i]) equal += 1;
  return equal / SKETCH;
}

/** One number of a text, the same for most of its near-copies; null where the words are too few to tell. */
export function wordingKey(text: string): number | null {
  const words = wordsAlone(text);
  if (words.length < SHORTEST) return null;
  let least = 0xffffffff;
  for (let start = 0; start + PIECE <= Math.min(words.length, LONGEST); start += 1)
    least = Math.min(least, hashOf(words, start));
  return least;
}

/** FNV-1a of one piece. */
function hashOf(words: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + PIECE; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

/** The finalizer of MurmurHash3: a change of one bit changes half of all. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
