/** Whether the stretches that a text was cut into are stories of their own, or parts of one article. */
import type { Profile } from './paragraph-profile.ts';

/** A logistic model of one cut: whether it parts two stories. */
export interface Likeness {
  readonly weights: Readonly<Record<'cohesion' | 'sharedNames' | 'recalls' | 'length', number>>;
  readonly bias: number;
  /** Logarithm of the odds from which a cut is sure. */
  readonly sure: number;
  /** From which a cut stands where another is sure. */
  readonly least: number;
}

/**
 * Fitted on cuts made by words in 200 digests composed of news articles and in 250 articles left whole (PolNeAR
 * train). On others 76 of 84 articles stay whole, where without it 4 do.
 */
export const BY_WORDS: Likeness = {
  weights: { cohesion: -28.5, sharedNames: -2.4, recalls: -2, length: 4.6 },
  bias: 0.5,
  sure: 0.9,
  least: -Infinity,
};
/** Fitted on cuts made by meaning in 250 digests and 210 articles of the same set. */
export const BY_MEANING: Likeness = {
  weights: { cohesion: -23.9, sharedNames: -0.5, recalls: -1.9, length: 4.9 },
  bias: -1.05,
  sure: 1,
  least: -2,
};
const LONG = 10;
/** More is asked for where there is little to judge by. */
const FEW = 12;
const CAUTION = 0.2;

/** Logarithm of the odds of each cut that it parts two stories. */
export function oddsOf(profiles: readonly Profile[], cuts: readonly number[], model: Likeness): number[] {
  const bounds = [0, ...cuts, profiles.length];
  const rarity = rarityOf(profiles);
  return cuts.map((cut, index) => {
    const before = profiles.slice(bounds[index]!, cut);
    const after = profiles.slice(cut, bounds[index + 2]!);
    return likeness(profiles.slice(0, cut), before, after, rarity, model);
  });
}

/**
 * The cuts that stand: one that surely parts two stories is enough to take a text for a digest.
 * @param odds of each cut, as `oddsOf` gives them
 * @param paragraphs how many the text has
 */
export function likelyCuts(
  cuts: readonly number[],
  odds: readonly number[],
  paragraphs: number,
  model: Likeness,
): number[] {
  const sure = model.sure + CAUTION * Math.max(0, FEW - paragraphs);
  return odds.some((each) => each > sure) ? cuts.filter((_, index) => odds[index]! > model.least) : [];
}

/** Two thirds of those who are called by surname after the cut, up to the next, are known only from before it. */
export function leansBack(profiles: readonly Profile[], cut: number, cuts: readonly number[]): boolean {
  const next = cuts.find((other) => other > cut) ?? profiles.length;
  return recalls(profiles.slice(0, cut), profiles.slice(cut, next)) >= 2 / 3;
}

type Rarity = ReadonlyMap<string, number>;

/** Logarithm of the odds that a cut parts two stories; `earlier` is all that stands before it. */
function likeness(
  earlier: readonly Profile[],
  before: readonly Profile[],
  after: readonly Profile[],
  rarity: Rarity,
  { weights, bias }: Likeness,
): number {
  return (
    bias +
    weights.cohesion * cosine(weighed(before, rarity), weighed(after, rarity)) +
    weights.sharedNames * sharedNames(earlier, after) +
    weights.recalls * recalls(earlier, after) +
    (weights.length * Math.min(LONG, before.length, after.length)) / LONG
  );
}

function rarityOf(profiles: readonly Profile[]): Rarity {
  const counts = new Map<string, number>();
  for (const { terms } of profiles)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) counts.set(term, Math.log((profiles.length + 1) / count));
  return counts;
}

function weighed(profiles: readonly Profile[], rarity: Rarity): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { terms } of profiles)
    for (const [term, count] of terms)
      weights.set(term, (weights.get(term) ?? 0) + Math.sqrt(count) * (rarity.get(term) ?? 0));
  return weights;
}

function cosine(first: ReadonlyMap<string, number>, second: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [term, weight] of first) shared += weight * (second.get(term) ?? 0);
  return shared === 0 ? 0 : shared / (lengthOf(first) * lengthOf(second));
}

const lengthOf = (weights: ReadonlyMap<string, number>): number =>
  Math.sqrt(
    Array.from(weights.values(), (weight) => weight * weight).reduce((sum, square) => sum + square, 0),
  );

/** Share of the mentions of names after the cut that stand before it; half where none are. */
function sharedNames(earlier: readonly Profile[], after: readonly Profile[]): number {
  const known = new Set<string>();
  for (const { names } of earlier) for (const name of names) known.add(name);
  const mentions = after.flatMap(({ names }) => Array.from(names));
  return mentions.length === 0 ? 0.5 : mentions.filter((name) => known.has(name)).length / mentions.length;
}

/** Share of the people called by surname after the cut who were named only before it. */
function recalls(earlier: readonly Profile[], after: readonly Profile[]): number {
  const known = new Set<string>();
  for (const { introduced, recalled } of earlier)
    for (const name of [...introduced, ...recalled]) known.add(name);
  const fresh = new Set<string>();
  let calls = 0;
  let back = 0;
  for (const { introduced, recalled } of after) {
    for (const name of introduced) fresh.add(name);
    for (const name of recalled) {
      calls += 1;
      if (known.has(name) && !fresh.has(name)) back += 1;
    }
  }
  return calls === 0 ? 0 : back / calls;
}
