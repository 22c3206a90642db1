/**
 * Where a text turns to another matter: the cheapest cut into stretches. A stretch costs what its words cost with a
 * vocabulary of its own (Utiyama and Isahara, "A Statistical Model for Domain-Independent Text Segmentation", ACL
 * 2001) and, where vectors tell what paragraphs mean, how far these lie from their middle (Arlot, Celisse and
 * Harchaoui, "A Kernel Multiple Change-point Algorithm", JMLR 2019). Stretches are held together by what points
 * back and loosened by what leads begin with.
 */
import { areFiled } from './datelines.ts';
import { BY_MEANING, BY_WORDS, leansBack, type Likeness, likelyCuts, oddsOf } from './digest-likeness.ts';
import type { Profile } from './paragraph-profile.ts';

/** What a stretch costs, and which cuts are believed. */
interface Manner {
  /** Price of one more stretch, in units of the logarithm of the text's length. */
  readonly price: number;
  readonly words: number;
  readonly meaning: number;
  readonly likeness: Likeness;
}

const WORDS: Manner = { price: 3, words: 1, meaning: 0, likeness: BY_WORDS };
/** Chosen on digests composed of PolNeAR's training articles. */
const MEANING: Manner = { price: 6.5, words: 0.5, meaning: 20, likeness: BY_MEANING };
/** Logarithm of the odds under which words alone are sure that a text is one story. */
const OPEN = -0.5;

/** How much more likely a turn is at a paragraph with this feature, as logarithms of odds. */
const SIGNS = {
  recalls: -8,
  pointsBack: -4,
  opensWithMark: -3.6,
  quotesEarly: -2,
  sharedNames: -3.2,
  introduces: 1.9,
  dated: 1.5,
  marked: 14,
  afterHeading: -40,
} as const;
const REACH = 6;
const LOOK_BACK = 30;
const LOOK_ON = 8;
/** Paragraphs in one stretch at most, so that a book is read in time. */
const LONGEST = 200;
/** A dateline under a heading, a byline between them, heads no story of its own. */
const UNDER_HEADING = 3;

/** Numbers of the paragraphs at which a new matter begins, without the first. `tests/bench/segments.mjs` measures it. */
type Turns = readonly number[];

/** What words alone tell. */
export interface WordTurns {
  readonly turns: Turns;
  /** They leave it open how many stories there are: no heading or dateline parts the text, but words might. */
  readonly isOpen: boolean;
}

export function turnsByWords(profiles: readonly Profile[]): WordTurns {
  const marked = markedIn(profiles);
  const { turns, odds } = turnsBy(WORDS, profiles, marked);
  const isMarked = marked.some((isOne, index) => isOne && index > 0);
  return { turns, isOpen: !isMarked && odds.some((each) => each > OPEN) };
}

/** @param vectors what each paragraph means, of length 1 */
export const turnsByMeaning = (profiles: readonly Profile[], vectors: readonly Float32Array[]): Turns =>
  turnsBy(MEANING, profiles, markedIn(profiles), vectors).turns;

function turnsBy(
  manner: Manner,
  profiles: readonly Profile[],
  marked: readonly boolean[],
  vectors?: readonly Float32Array[],
): { readonly turns: Turns; readonly odds: readonly number[] } {
  const free = freeCuts(profiles, marked, manner, vectors);
  const odds = oddsOf(profiles, free, manner.likeness);
  const likely = new Set(likelyCuts(free, odds, profiles.length, manner.likeness));
  return { turns: free.filter((cut) => marked[cut] || likely.has(cut)), odds };
}

/** Whether a story begins at a paragraph by what somebody set there: a heading, a dateline among others. */
function markedIn(profiles: readonly Profile[]): boolean[] {
  const isDated = areFiled(profiles.map(({ dateline }) => dateline));
  return profiles.map(
    ({ isHeading, dateline }, index) =>
      isHeading ||
      (isDated &&
        dateline !== null &&
        !profiles.slice(Math.max(0, index - UNDER_HEADING), index).some((before) => before.isHeading)),
  );
}

/** The cheapest cuts, but for those after which people are called by names given before. */
function freeCuts(
  profiles: readonly Profile[],
  marked: readonly boolean[],
  manner: Manner,
  vectors?: readonly Float32Array[],
): number[] {
  const counts = profiles.map(wordsOf);
  const total = counts.reduce((sum, words) => sum + words.size, 0);
  const price = manner.price * Math.log(Math.max(2, total));
  const prices = profiles.map((_, index) => (index === 0 ? 0 : price - easeAt(profiles, index, marked)));
  const cuts = cheapestCut({ counts, prices, marked, manner, vectors });
  return cuts.filter((cut) => marked[cut] || !leansBack(profiles, cut, cuts));
}

/** Words and names of a paragraph; a name counts beside its words. */
function wordsOf({ terms, names }: Profile): ReadonlyMap<string, number> {
  const words = new Map(terms);
  for (const name of names) words.set(`#${name}`, 1);
  return words;
}

interface Priced {
  readonly counts: readonly ReadonlyMap<string, number>[];
  /** Of a cut before each paragraph. */
  readonly prices: readonly number[];
  readonly marked: readonly boolean[];
  readonly manner: Manner;
  readonly vectors?: readonly Float32Array[] | undefined;
}

/** By shortest path over the gaps. */
function cheapestCut({ counts, prices, marked, manner, vectors }: Priced): number[] {
  const costsFrom = wordCosts(counts);
  const best = Array.from({ length: counts.length + 1 }, () => Infinity);
  const from = Array.from({ length: counts.length + 1 }, () => 0);
  best[0] = 0;
  for (let start = 0; start < counts.length; start += 1) {
    const wordCost = costsFrom();
    const spread = spreads();
    for (let end = start; end < Math.min(counts.length, start + LONGEST); end += 1) {
      const words = manner.words * wordCost(end);
      const meaning = vectors ? manner.meaning * spread(vectors[end]!) : 0;
      const cost = best[start]! + prices[start]! + words + meaning;
      const isLong = end > start || counts.length === 1 || marked[start]!;
      if (isLong && cost < best[end + 1]!) [best[end + 1], from[end + 1]] = [cost, start];
    }
  }
  return cutsOf(from);
}

/** Begins a stretch: what its words cost under their own counts plus one, as paragraph after paragraph joins it. */
function wordCosts(counts: readonly ReadonlyMap<string, number>[]): () => (paragraph: number) => number {
  const { numbers, amounts, vocabulary } = numbered(counts);
  const gains = gainTable();
  const stretch = new Int32Array(vocabulary);
  return () => {
    stretch.fill(0);
    let size = 0;
    let gain = 0;
    return (paragraph) => {
      const words = numbers[paragraph]!;
      const times = amounts[paragraph]!;
      for (let i = 0; i < words.length; i += 1) {
        const word = words[i]!;
        const before = stretch[word]!;
        const now = before + times[i]!;
        stretch[word] = now;
        gain += gains(now) - gains(before);
        size += times[i]!;
      }
      return size * Math.log(size + vocabulary) - gain;
    };
  };
}

/** The words of each paragraph as numbers from 0, and how often each stands there. */
function numbered(counts: readonly ReadonlyMap<string, number>[]): {
  readonly numbers: readonly Int32Array[];
  readonly amounts: readonly Int32Array[];
  /** How many different words there are. */
  readonly vocabulary: number;
} {
  const known = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = known.get(word) ?? known.size;
    known.set(word, number);
    return number;
  };
  const numbers = counts.map((words) => Int32Array.from(words.keys(), numberOf));
  const amounts = counts.map((words) => Int32Array.from(words.values()));
  return { numbers, amounts, vocabulary: known.size };
}

/** `n log(n + 1)`, each reckoned once. */
function gainTable(): (count: number) => number {
  const known = [0];
  return (count) => {
    for (let next = known.length; next <= count; next += 1) known.push(next * Math.log(next + 1));
    return known[count]!;
  };
}

/** Sum of the squared distances of a growing stretch's vectors from their mean. */
function spreads(): (vector: Float32Array) => number {
  let sum = new Float64Array(0);
  let count = 0;
  let square = 0;
  return (vector) => {
    if (count === 0) sum = new Float64Array(vector.length);
    let product = 0;
    for (let i = 0; i < vector.length; i += 1) {
      product += sum[i]! * vector[i]!;
      sum[i]! += vector[i]!;
    }
    count += 1;
    square += 2 * product + 1;
    return count - square / count;
  };
}

function cutsOf(from: readonly number[]): number[] {
  const cuts: number[] = [];
  for (let at = from[from.length - 1]!; at > 0; at = from[at]!) cuts.unshift(at);
  return cuts;
}

function easeAt(profiles: readonly Profile[], at: number, marked: readonly boolean[]): number {
  const here = profiles[at]!;
  const signs = {
    recalls: recallsAt(profiles, at),
    pointsBack: Number(here.pointsBack || leansOn(here, profiles[at - 1]!)),
    opensWithMark: Number(here.opensWithMark),
    quotesEarly: Number(here.quotesEarly),
    sharedNames: sharedNamesAt(profiles, at),
    introduces: Number(here.introduced.size > 0 && !here.pointsBack),
    dated: Number(here.dated),
    marked: Number(marked[at]),
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
  const after = profiles.slice(at, at + LOOK_ON);
  if (after.every(({ recalled }) => recalled.size === 0)) return 0;
  const before = profiles.slice(Math.max(0, at - LOOK_BACK), at);
  const known = union(before.flatMap(({ introduced, recalled }) => [introduced, recalled]));
  const fresh = new Set<string>();
  let sum = 0;
  for (const [distance, { recalled, introduced }] of after.entries()) {
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
