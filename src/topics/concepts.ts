/**
 * Concepts: things without a name of their own that people take sides on ("phone ban", "school closures"). The
 * heads of a topic's noun groups that set it apart, with the word before them where it belongs to them.
 */
import { tagsOf } from '../text/lexicon.ts';
import { phrasesIn } from '../text/phrases.ts';
import { contentWords, languageByWords, stemOf } from '../text/terms.ts';
import { isNamed, isNamingGroup, keptWords } from './naming-group.ts';

export interface Concept {
  /** Lower case, as most often written. */
  readonly name: string;
  /** How many of the texts speak of it. */
  readonly texts: number;
  /** Stems of its words: a text speaks of it where it has them side by side. */
  readonly key: string;
}

/** Texts that are read for noun groups; a part of a large topic says what its concepts are. */
const READ = 400;
const LEAST_TEXTS = 3;
const MOST = 10;
const LEAST_SHARE = 0.06;
/** A pair stands for its head where it is this part of it. */
const PAIR_PART = 0.3;
/** Heads that anything can have. */
const VAGUE = new Set(
  `people person man woman men women kid kids child children guy everyone one family world country life way thing
  lot part case point fact reason idea place number side word question problem issue money job work news post
  tweet video story person change help year hour minute morning night home house`
    .split(/\s+/u)
    .map(stemOf),
);

/** At most ten concepts of `texts`, most telling first. `elsewhere` are texts of other topics, to set them apart from. */
export function conceptsOf(texts: readonly string[], elsewhere: readonly string[] = []): Concept[] {
  const read = texts.slice(0, READ).filter((text) => languageByWords(text) === 'en');
  const here = countsOf(read.map(groupsIn));
  const there = new Map<string, number>();
  for (const text of elsewhere.slice(0, READ))
    for (const key of keysOf(text)) there.set(key, (there.get(key) ?? 0) + 1);
  const outside = Math.max(1, Math.min(READ, elsewhere.length));
  const lift = (key: string, count: number): number => count / read.length - (there.get(key) ?? 0) / outside;
  const heads = [...here]
    .filter(
      ([key, { texts: count }]) => !key.includes(' ') && !VAGUE.has(key) && isCommon(count, read.length),
    )
    .map(([key, { texts: count }]) => ({ key, count, value: lift(key, count) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
  const keys = texts.map(keysOf);
  return heads.slice(0, MOST).map(({ key }) => {
    const chosen = pairOf(key, here) ?? key;
    const speaking = keys.filter((own) => own.has(key)).length;
    return { name: bestWriting(here.get(chosen)!.written), texts: speaking, key };
  });
}

const isCommon = (count: number, all: number): boolean => count >= LEAST_TEXTS && count >= LEAST_SHARE * all;

/** Whether a text speaks of a concept. */
export const speaksOf = (text: string, key: string): boolean => keysOf(text).has(key);

const keysOf = (text: string): Set<string> => new Set(contentWords(text).map(stemOf));

interface Counted {
  texts: number;
  readonly written: Map<string, number>;
}

/** The heads of a text's noun groups, alone and with the word before them, by key with their writing. */
function groupsIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const content = keysOf(text);
  for (const phrase of phrasesIn(text)) {
    if (!isNamingGroup(phrase) || isNamed(phrase)) continue;
    const words = keptWords(phrase).map((word) => word.toLowerCase());
    const [head, before] = [words.at(-1), words.at(-2)];
    if (head === undefined || !content.has(stemOf(head))) continue;
    found.set(stemOf(head), head);
    if (before !== undefined && content.has(stemOf(before)) && !isGraded(before))
      found.set(`${stemOf(before)} ${stemOf(head)}`, `${before} ${head}`);
  }
  return found;
}

/** "[cleanest] hospital" is praise of the thing and no thing of its own. */
const isGraded = (word: string): boolean =>
  tagsOf(word).some((tag) => tag === 'Superlative' || tag === 'Comparative');

function countsOf(groups: readonly ReadonlyMap<string, string>[]): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const group of groups)
    for (const [key, written] of group) {
      const own = counts.get(key) ?? { texts: 0, written: new Map<string, number>() };
      counts.set(key, own);
      own.texts++;
      own.written.set(written, (own.written.get(written) ?? 0) + 1);
    }
  return counts;
}

/** The pair that ends in a head and makes up much of it. */
function pairOf(head: string, counts: ReadonlyMap<string, Counted>): string | undefined {
  const least = PAIR_PART * counts.get(head)!.texts;
  const pairs = [...counts].filter(([key, { texts }]) => key.endsWith(` ${head}`) && texts >= least);
  return pairs.sort((a, b) => b[1].texts - a[1].texts || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function bestWriting(written: ReadonlyMap<string, number>): string {
  return [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}
