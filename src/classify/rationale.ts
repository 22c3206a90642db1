/**
 * Which words carried a label: each word is left out of its text, wherever it stands, and the text is judged again.
 * What the label loses in probability is the word's weight (Li, Monroe and Jurafsky 2016, "Understanding Neural
 * Networks through Representation Erasure"). Where no word alone matters, since others say the same, three in a row
 * are left out together, then eight.
 */
import type { Rationale, ScoredReaction, StanceScore } from '../reaction.ts';
import type { Models } from './models.ts';
import { normalised } from './normalise.ts';
import { isOwn, saidOf } from './scored.ts';

const WORD =
  /(?:https?:\/\/|www\.)\S+|[#@]?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:['’-][\p{L}\p{M}\p{N}_]+)*|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f|\u200d\p{Extended_Pictographic})*/gu;
/** All links are one to the models. */
const LINK = /^(?:https?:\/\/|www\.)/i;
/** Words left out together, tried one after the other. */
const SIZES = [1, 3, 8] as const;
/** What a label must lose, in probability, for words to be its carriers. */
const LEAST = 0.03;
const MOST_CARRIERS = 6;
/** Words that are tried: a model takes in little more. */
const MOST_WORDS = 120;
/** What a text without words says of any one label. */
const CHANCE = 1 / 3;
/** Records asked about together. */
const WINDOW = 32;

type Asker = Pick<Models, 'sentiment' | 'stance'>;
type AboutOf = (reaction: ScoredReaction, target: string) => string | null;
type Word = Omit<Rationale[number], 'weight'>;

/** One label of one text; `target` is null for sentiment. */
interface Verdict {
  readonly key: string;
  readonly text: string;
  readonly about: string | null;
  readonly target: string | null;
  readonly label: string;
  readonly probability: number;
}

/** What is left of a text without some of its words. */
interface Erasure {
  readonly verdict: Verdict;
  readonly places: readonly Word[];
  readonly rest: string;
}

/**
 * The same records in their order, and in each label that takes a side the words that carried it.
 * @param aboutOf what stance toward a target was asked of together with the words of a record
 */
export async function* explained(
  reactions: AsyncIterable<ScoredReaction>,
  models: Asker,
  aboutOf: AboutOf = () => null,
): AsyncGenerator<ScoredReaction> {
  let window: ScoredReaction[] = [];
  for await (const reaction of reactions) {
    window.push(reaction);
    if (window.length < WINDOW) continue;
    yield* await withRationales(window, models, aboutOf);
    window = [];
  }
  yield* await withRationales(window, models, aboutOf);
}

async function withRationales(
  reactions: readonly ScoredReaction[],
  models: Asker,
  aboutOf: AboutOf,
): Promise<ScoredReaction[]> {
  const all = reactions.flatMap((reaction) => verdictsIn(reaction, aboutOf));
  const verdicts = new Map(all.map((verdict) => [verdict.key, verdict]));
  const rationales = await rationalesOf([...verdicts.values()], models);
  const added = (verdict: Verdict | null): { readonly rationale?: Rationale } =>
    verdict === null ? {} : { rationale: rationales.get(verdict.key) ?? [] };
  return reactions.map((reaction) => ({
    ...reaction,
    sentiment: { ...reaction.sentiment, ...added(toneOf(reaction)) },
    stances: reaction.stances.map((stance) => ({
      ...stance,
      ...added(sideOf(reaction, stance, aboutOf)),
    })),
  }));
}

function verdictsIn(reaction: ScoredReaction, aboutOf: AboutOf): Verdict[] {
  const sides = reaction.stances.map((stance) => sideOf(reaction, stance, aboutOf));
  return [toneOf(reaction), ...sides].filter((verdict) => verdict !== null);
}

/** Null for what is neutral or was not judged: that nothing was said is carried by no word. */
function toneOf({ text, sentiment }: ScoredReaction): Verdict | null {
  const { label } = sentiment;
  return label === null || label === 'neutral'
    ? null
    : verdictOf({ text, about: null, target: null, label }, sentiment[label]);
}

function sideOf(reaction: ScoredReaction, stance: StanceScore, aboutOf: AboutOf): Verdict | null {
  const { label, target } = stance;
  if (label === null || label === 'none' || isOwn(reaction, target)) return null;
  return verdictOf({ text: reaction.text, about: aboutOf(reaction, target), target, label }, stance[label]);
}

function verdictOf(asked: Omit<Verdict, 'key' | 'probability'>, probability: number | null): Verdict {
  const { text, about, target, label } = asked;
  return { ...asked, key: JSON.stringify([text, about, target, label]), probability: probability ?? 0 };
}

/** By the verdict's key; empty where not even eight words in a row matter. */
async function rationalesOf(
  verdicts: readonly Verdict[],
  models: Asker,
): Promise<ReadonlyMap<string, Rationale>> {
  const found = new Map<string, Rationale>();
  let open = verdicts;
  for (const size of SIZES) {
    const erasures = open.map((verdict) => erasuresOf(verdict, size));
    const losses = await lossesOf(erasures.flat(), models);
    let next = 0;
    for (const [i, { key }] of open.entries()) {
      const own = erasures[i]!;
      found.set(key, carriersIn(own, losses.slice(next, next + own.length)));
      next += own.length;
    }
    open = open.filter(({ key }) => found.get(key)!.length === 0);
  }
  return found;
}

function erasuresOf(verdict: Verdict, size: number): Erasure[] {
  const { text } = verdict;
  const words = wordsIn(text);
  const pieces = size === 1 ? repetitions(words) : runs(words, size, text);
  return pieces.map((places) => ({ verdict, places, rest: without(text, places) }));
}

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (LINK.test(word)) continue;
    words.push({ text: word, start: index, end: index + word.length });
    if (words.length === MOST_WORDS) break;
  }
  return words;
}

/** Each word once, with all places where it stands: "shame, shame" is carried by both. */
function repetitions(words: readonly Word[]): Word[][] {
  const places = new Map<string, Word[]>();
  for (const word of words) {
    const key = word.text.toLowerCase();
    const known = places.get(key);
    if (known === undefined) places.set(key, [word]);
    else known.push(word);
  }
  return [...places.values()];
}

/** Every `size` words in a row, half of them shared with the next, as one place each. */
function runs(words: readonly Word[], size: number, text: string): Word[][] {
  const found: Word[][] = [];
  for (let at = 0; at < words.length; at += Math.ceil(size / 2)) {
    const [first, last] = [words[at]!, words[Math.min(at + size, words.length) - 1]!];
    found.push([{ text: text.slice(first.start, last.end), start: first.start, end: last.end }]);
    if (at + size >= words.length) break;
  }
  return found;
}

function without(text: string, places: readonly Word[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of places) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** What the label of each erasure's text loses in probability. */
async function lossesOf(erasures: readonly Erasure[], models: Asker): Promise<number[]> {
  const losses = erasures.map(({ verdict }) => verdict.probability - CHANCE);
  const asked = [...erasures.keys()].filter((i) => normalised(erasures[i]!.rest) !== '');
  const tones = asked.filter((i) => erasures[i]!.verdict.target === null);
  const sides = asked.filter((i) => erasures[i]!.verdict.target !== null);
  const toneScores = await models.sentiment(tones.map((i) => erasures[i]!.rest));
  const sideScores = await models.stance(
    sides.map((i) => {
      const { rest, verdict } = erasures[i]!;
      return { text: saidOf(normalised(rest), verdict.about), target: verdict.target! };
    }),
  );
  const note = (i: number, score: object): void => {
    const { label, probability } = erasures[i]!.verdict;
    losses[i] = probability - ((score as Readonly<Record<string, number>>)[label] ?? CHANCE);
  };
  tones.forEach((i, at) => note(i, toneScores[at]!));
  sides.forEach((i, at) => note(i, sideScores[at]!));
  return losses;
}

/** The weightiest, in the order of the text; of runs that overlap the weightier one. */
function carriersIn(erasures: readonly Erasure[], losses: readonly number[]): Rationale {
  const ranked = [...erasures.keys()]
    .filter((i) => losses[i]! >= LEAST)
    .sort((a, b) => losses[b]! - losses[a]! || a - b);
  const carriers: Rationale[number][] = [];
  for (const i of ranked)
    for (const place of erasures[i]!.places) {
      const isFree = carriers.every(({ start, end }) => place.end <= start || place.start >= end);
      if (isFree && carriers.length < MOST_CARRIERS)
        carriers.push({ ...place, weight: Math.min(1, losses[i]!) });
    }
  return carriers.sort((a, b) => a.start - b.start);
}
