/** Which records to label by hand, each with its chance to be drawn, by which estimates are weighted. */
import { keyOf } from './key-of.ts';

export const STRATEGIES = ['random', 'stratified', 'uncertain'] as const;
export type Strategy = (typeof STRATEGIES)[number];

export interface Candidate {
  readonly id: string;
  /** What a stratified sample draws as much of as of any other. */
  readonly stratum: string;
  /** Of the label that was found, 0–1. */
  readonly confidence: number;
}

export interface Drawn<C> {
  readonly item: C;
  readonly probability: number;
}

/**
 * A sample of (about) `n`, the same for the same candidates in any order. `random`: all alike. `stratified`: as
 * many of each stratum as there are. `uncertain`: chances in proportion to how unsure the label is, a tenth of the
 * mean added so that nobody is out of reach (Zrnic & Candès 2024, Active statistical inference), drawn
 * systematically (Madow 1949).
 */
export function sampleOf<C extends Candidate>(
  candidates: readonly C[],
  n: number,
  strategy: Strategy,
  seed: number,
): Drawn<C>[] {
  const shuffled = candidates
    .map((item) => ({ item, place: keyOf(`${seed}\u0000${item.id}`) }))
    .sort((a, b) => a.place - b.place || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  if (strategy === 'random') return firstOf(shuffled, n);
  if (strategy === 'uncertain') return byDoubt(shuffled, n, keyOf(`start ${seed}`) / 2 ** 48);
  return stratified(shuffled, n);
}

function firstOf<C>(shuffled: readonly C[], n: number): Drawn<C>[] {
  const probability = Math.min(1, n / shuffled.length);
  return shuffled.slice(0, n).map((item) => ({ item, probability }));
}

/** Small strata are taken whole, and what they leave goes to the larger ones. */
function stratified<C extends Candidate>(shuffled: readonly C[], n: number): Drawn<C>[] {
  const strata = new Map<string, C[]>();
  for (const item of shuffled) {
    const members = strata.get(item.stratum) ?? [];
    strata.set(item.stratum, members);
    members.push(item);
  }
  const smallestFirst = [...strata].sort(([a, x], [b, y]) => x.length - y.length || (a < b ? -1 : 1));
  let left = n;
  return smallestFirst.flatMap(([, members], done) => {
    const quota = Math.min(members.length, Math.round(left / (smallestFirst.length - done)));
    left -= quota;
    return firstOf(members, quota);
  });
}

function byDoubt<C extends Candidate>(shuffled: readonly C[], n: number, start: number): Drawn<C>[] {
  const doubts = shuffled.map(({ confidence }) => 1 - confidence);
  const mean = doubts.reduce((sum, doubt) => sum + doubt, 0) / doubts.length;
  const chances = chancesFor(
    doubts.map((doubt) => doubt + 0.1 * mean + 1e-9),
    n,
  );
  let passed = start;
  return shuffled.flatMap((item, i) => {
    const before = passed;
    passed += chances[i]!;
    return Math.floor(passed) > Math.floor(before) ? [{ item, probability: chances[i]! }] : [];
  });
}

/** In proportion to `sizes`, at most 1, `n` together. */
function chancesFor(sizes: readonly number[], n: number): number[] {
  if (n >= sizes.length) return sizes.map(() => 1);
  const isCertain = sizes.map(() => false);
  for (;;) {
    const rest = n - isCertain.filter(Boolean).length;
    const total = sizes.reduce((sum, size, i) => sum + (isCertain[i] ? 0 : size), 0);
    const chances = sizes.map((size, i) => (isCertain[i] ? 1 : (rest * size) / total));
    if (chances.every((chance) => chance <= 1)) return chances;
    for (const [i, chance] of chances.entries()) if (chance > 1) isCertain[i] = true;
  }
}
