/**
 * Where a text turns to another matter: the cut into stretches under which its words are most likely, each
 * stretch with a vocabulary of its own (Utiyama and Isahara, "A Statistical Model for Domain-Independent Text
 * Segmentation", ACL 2001), held together by what points back and loosened by what leads begin with.
 */
import { isDigest, leansBack } from './digest-likeness.ts';
import type { Profile } from './paragraph-profile.ts';

/** Price of one more stretch, in units of the logarithm of the text's length. */
const PRICE = 3;
/** How much more likely a turn is at a paragraph with this feature, as logarithms of odds. */
const SIGNS = {
  recalls: -8,
  pointsBack: -4,
  opensWithMark: -3.6,
  quotesEarly: -2,
  sharedNames: -3.2,
  introduces: 1.9,
  dated: 1.5,
  heading: 14,
  afterHeading: -40,
} as const;
const REACH = 6;
const LOOK_BACK = 30;
const LOOK_ON = 8;
/** Paragraphs in one stretch at most, so that a book is read in time. */
const LONGEST = 200;

/**
 * Numbers of the paragraphs at which a new matter begins, without the first. `tests/bench/segments.mjs` measures it.
 */
export function turnsIn(profiles: readonly Profile[]): number[] {
  const counts = profiles.map(wordsOf);
  const vocabulary = new Set(counts.flatMap((words) => [...words.keys()])).size;
  const total = counts.reduce((sum, words) => sum + words.size, 0);
  const price = PRICE * Math.log(Math.max(2, total));
  const prices = profiles.map((_, index) => (index === 0 ? 0 : price - easeAt(profiles, index)));
  const cuts = cheapestCut(counts, vocabulary, prices);
  const free = cuts.filter((cut) => profiles[cut]!.isHeading || !leansBack(profiles, cut, cuts));
  return isDigest(profiles, free) ? free : free.filter((cut) => profiles[cut]!.isHeading);
}

/** Words and names of a paragraph; a name counts beside its words. */
function wordsOf({ terms, names }: Profile): ReadonlyMap<string, number> {
  const words = new Map(terms);
  for (const name of names) words.set(`#${name}`, 1);
  return words;
}

/** By shortest path over the gaps: cost of a stretch is what its words cost under its own counts plus one. */
function cheapestCut(
  counts: readonly ReadonlyMap<string, number>[],
  vocabulary: number,
  prices: readonly number[],
): number[] {
  const best = Array.from({ length: counts.length + 1 }, () => Infinity);
  const from = Array.from({ length: counts.length + 1 }, () => 0);
  best[0] = 0;
  for (let start = 0; start < counts.length; start += 1) {
    const stretch = new Map<string, number>();
    let size = 0;
    let gain = 0;
    for (let end = start; end < Math.min(counts.length, start + LONGEST); end += 1) {
      for (const [word, count] of counts[end]!) {
        const before = stretch.get(word) ?? 0;
        const now = before + count;
        stretch.set(word, now);
        gain += now * Math.log(now + 1) - before * Math.log(before + 1);
        size += count;
      }
      const cost = best[start]! + prices[start]! + size * Math.log(size + vocabulary) - gain;
      const isLong = end > start || counts.length === 1;
      if (isLong && cost < best[end + 1]!) [best[end + 1], from[end + 1]] = [cost, start];
    }
  }
  return cutsOf(from);
}

function cutsOf(from: readonly number[]): number[] {
  const cuts: number[] = [];
  for (let at = from[from.length - 1]!; at > 0; at = from[at]!) cuts.unshift(at);
  return cuts;
}

function easeAt(profiles: readonly Profile[], at: number): number {
  const here = profiles[at]!;
  const signs = {
    recalls: recallsAt(profiles, at),
    pointsBack: Number(here.pointsBack || leansOn(here, profiles[at - 1]!)),
    opensWithMark: Number(here.opensWithMark),
    quotesEarly: Number(here.quotesEarly),
    sharedNames: sharedNamesAt(profiles, at),
    introduces: Number(here.introduced.size > 0 && !here.pointsBack),
    dated: Number(here.dated),
    heading: Number(here.isHeading),
    afterHeading: Number(profiles[at - 1]!.isHeading),
  };
  let ease = 0;
  for (const key of Object.keys(SIGNS) as (keyof typeof SIGNS)[]) ease += SIGNS[key] * signs[key];
  return ease;
}

/** "The striking pilots" after a paragraph that tells of pilots and strikes. */
const leansOn = (here: Profile, before: Profile): boolean =>
  here.definite.length > 0 && here.definite.every((stem) => before.terms.has(stem));

/** Share of the names of this paragraph and the next that stand in those before. */
function sharedNamesAt(profiles: readonly Profile[], at: number): number {
  const before = union(profiles.slice(Math.max(0, at - REACH), at).map(({ names }) => names));
  const after = union(profiles.slice(at, at + 2).map(({ names }) => names));
  if (after.size === 0) return 0.5;
  return [...after].filter((name) => before.has(name)).length / after.size;
}

/**
 * Somebody is called by surname after the gap whose full name stands only before it: 1 in this paragraph or
 * the next, less further on.
 */
function recallsAt(profiles: readonly Profile[], at: number): number {
  const before = profiles.slice(Math.max(0, at - LOOK_BACK), at);
  const known = union(before.flatMap(({ introduced, recalled }) => [introduced, recalled]));
  const fresh = new Set<string>();
  let sum = 0;
  for (const [distance, { recalled, introduced }] of profiles.slice(at, at + LOOK_ON).entries()) {
    for (const name of introduced) fresh.add(name);
    const back = [...recalled].filter((name) => known.has(name) && !fresh.has(name));
    if (back.length > 0) sum += distance < 2 ? 1 : 0.5;
  }
  return Math.min(2, sum);
}

function union(sets: readonly ReadonlySet<string>[]): Set<string> {
  const all = new Set<string>();
  for (const set of sets) for (const entry of set) all.add(entry);
  return all;
}
