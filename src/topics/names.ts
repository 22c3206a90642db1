/**
 * Names for groups of texts: the terms that set each apart, by class-based TF-IDF (Grootendorst 2022): how many
 * of a group's texts have the term, times the logarithm of how rare it is over all groups.
 */
import { termsIn } from '../text/terms.ts';
import { numberedName } from './full-name.ts';

export interface GroupName {
  /** At most three terms, joined by commas: `Face masks, wear, mandate`. Unique among the groups. */
  readonly name: string;
  /** The ten weightiest terms as most often written, weightiest first. */
  readonly terms: readonly string[];
}

const IN_NAME = 3;
const LISTED = 10;
/** A pair takes the place of its words where it stands for this part of the rarer one. */
const PAIR_PART = 0.4;
/** Words that judge or only turn a verb: a name says what a topic is about, not what people make of it. */
const UNNAMING = new Set(
  `amazing appalling ashamed awesome awful bad best better brilliant crazy cruel disgraceful disgusting
  down dreadful dumb excellent fantastic filthy gorgeous great greedy happy horrible idiotic insane joke
  lol lovely nasty outrageous pathetic perfect proud ridiculous rubbish rude sad shame shameful shocking
  stupid superb terrible ugly useless wonderful worse worst wow`.split(/\s+/u),
);
/** A term that fewer texts of a group have is chance. */
const LEAST_TEXTS = 2;

interface Counted {
  readonly size: 1 | 2;
  /** Texts that have the term, and its writings. */
  texts: number;
  readonly written: Map<string, number>;
}

type Counts = Map<string, Counted>;

export function groupNames(groups: readonly (readonly string[])[]): GroupName[] {
  const counts = groups.map(countsOf);
  const total = new Map<string, number>();
  for (const own of counts) for (const [key, { texts }] of own) total.set(key, (total.get(key) ?? 0) + texts);
  const mean = groups.reduce((sum, texts) => sum + texts.length, 0) / Math.max(1, groups.length);
  const ranked = counts.map((own, index) => rankedTerms(own, groups[index]!.length, total, mean));
  return uniquelyNamed(ranked, groups);
}

function countsOf(texts: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const { key, written, size } of termsIn(text)) {
      const own = counts.get(key) ?? { size, texts: 0, written: new Map<string, number>() };
      counts.set(key, own);
      if (!seen.has(key)) own.texts++;
      seen.add(key);
      own.written.set(written, (own.written.get(written) ?? 0) + 1);
    }
  }
  return counts;
}

/** Terms of a group, weightiest first; a word gives way to the pair that mostly holds it. */
function rankedTerms(
  counts: Counts,
  texts: number,
  total: ReadonlyMap<string, number>,
  mean: number,
): string[] {
  const weight = (key: string, own: Counted): number =>
    (own.texts / texts) * Math.log(1 + mean / total.get(key)!) * (own.size === 2 ? Math.SQRT2 : 1);
  const frequent = [...counts].filter(([, own]) => own.texts >= Math.min(LEAST_TEXTS, texts));
  const held = heldByPairs(frequent, counts);
  const scored = frequent
    .filter(([key]) => !held.has(key))
    .map(([key, own]) => ({ key, text: bestWriting(own), score: weight(key, own) }))
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return apart(scored).slice(0, LISTED);
}

/** Words that stand mostly inside one pair, and pairs too rare to stand for their words. */
function heldByPairs(frequent: readonly (readonly [string, Counted])[], counts: Counts): Set<string> {
  const held = new Set<string>();
  for (const [key, pair] of frequent) {
    if (pair.size === 1) continue;
    const words = key.split(' ').map((word) => ({ word, texts: counts.get(word)?.texts ?? 0 }));
    const rarer = Math.min(...words.map(({ texts }) => texts));
    if (pair.texts < PAIR_PART * rarer) held.add(key);
    else for (const { word, texts } of words) if (pair.texts >= PAIR_PART * texts) held.add(word);
  }
  return held;
}

/** Leaves out a term that shares a word with a weightier one. */
function apart(terms: readonly { key: string; text: string }[]): string[] {
  const used = new Set<string>();
  return terms
    .filter(({ key }) => {
      const words = key.split(' ');
      const fresh = words.every((word) => !used.has(word));
      if (fresh) for (const word of words) used.add(word);
      return fresh;
    })
    .map(({ text }) => text);
}

/** As most often written; what is all in capitals in a few texts only is not shouted in a name. */
function bestWriting({ written }: Counted): string {
  const total = [...written.values()].reduce((sum, count) => sum + count, 0);
  const ranked = [...written].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1));
  const [best, count] = ranked[0] as [string, number];
  return count > total / 2 || best === best.toLowerCase() ? best : lowered(ranked, best);
}

function lowered(ranked: readonly (readonly [string, number])[], best: string): string {
  return ranked.find(([text]) => text === text.toLowerCase())?.[0] ?? best;
}

/** Three terms each; where two groups get the same name, the later takes its next term too. */
function uniquelyNamed(ranked: readonly string[][], groups: readonly (readonly string[])[]): GroupName[] {
  const taken = new Set<string>();
  return ranked.map((terms, index) => {
    const naming = (terms.some(isNaming) ? terms.filter(isNaming) : terms).map((term) =>
      numberedName(term, groups[index]!),
    );
    let count = IN_NAME;
    const nameOf = (): string => capitalised(naming.slice(0, count).join(', '));
    while (taken.has(nameOf()) && count < naming.length) count++;
    const name = nameOf() === '' || taken.has(nameOf()) ? `${nameOf() || 'Topic'} ${index + 1}` : nameOf();
    taken.add(name);
    return { name, terms };
  });
}

/** A pair with two capitals is somebody's or something's name ("Perfect Homes"). */
const isNaming = (term: string): boolean =>
  /^\p{Lu}\S* \p{Lu}/u.test(term) ||
  !term
    .toLowerCase()
    .split(' ')
    .some((word) => UNNAMING.has(word));

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
