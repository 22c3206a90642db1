/** Targets: who and what a story or an export is most about, for stance to be asked toward. */
import { OTHER_TOPIC } from '../reaction.ts';
import { isCommonWord } from '../text/lexicon.ts';
import type { Concept } from './concepts.ts';
import { conceptsOf } from './concepts.ts';
import { fullName } from './full-name.ts';
import { type TargetMention, targetMentionsIn } from './mentions.ts';
import type { NameCount, NameGroup } from './variants.ts';
import { groupedNames, nameKey, plainName } from './variants.ts';

/** A target with its support: how many texts speak of it, under which names. */
export interface TargetSupport {
  readonly name: string;
  /** A name is somebody or something that bears it; a concept has none ("phone ban"). */
  readonly kind: 'name' | 'concept';
  readonly texts: number;
  /** The part of the topic's texts that speak of it, 0–1. */
  readonly share: number;
  /** Forms met, most used first. */
  readonly variants: readonly string[];
}

/** Targets that carry less than this part of the first one's weight are bystanders. */
const LEAST_PART = 0.25;
/** The same for the targets of a topic, by the texts that speak of them. */
const LEAST_RANK = 0.3;
/** What one more mention in the same text counts, of the one before. */
const REPEAT = 0.5;
/** A concept stands before a name where twice as many texts speak of it. */
const CONCEPT_WORTH = 0.5;
/** A target of a topic is spoken of in this many of its texts, and this part of them, or it is chance. */
const LEAST_TEXTS = 2;
const LEAST_SHARE = 0.04;

/**
 * The people, organisations, countries and offices that `texts` are most about, at most `most`, the weightiest
 * first; names merged across variants, in their readable full form. One text is a story; many are posts.
 */
export function targetsOf(texts: readonly string[], most = 3): string[] {
  const groups = groupsOf(texts);
  const top = groups[0]?.weight ?? 0;
  return groups
    .filter(({ weight }) => weight >= LEAST_PART * top)
    .slice(0, most)
    .map(({ name }) => name);
}

/**
 * Targets of each topic of an export with their support, the one that it is most about first: names, and the
 * concept that sets the topic apart. `topics[i]` is the topic of `texts[i]`, null for none.
 */
export function targetTable(
  texts: readonly string[],
  topics: readonly (string | null)[],
  most = 10,
): ReadonlyMap<string, readonly TargetSupport[]> {
  const topicOf = (index: number): string => topics[index] ?? OTHER_TOPIC;
  const said = mentionsByGroup(texts);
  const members = new Map<string, number[]>();
  texts.forEach((_, index) => {
    const own = members.get(topicOf(index));
    if (own === undefined) members.set(topicOf(index), [index]);
    else own.push(index);
  });
  const fullNames = new Map<string, string>();
  const inFull = (name: string): string => {
    const full = fullNames.get(name) ?? fullName(name, texts);
    fullNames.set(name, full);
    return full;
  };
  return new Map(
    Array.from(members, ([topic, own]) => {
      const elsewhere = texts.filter((_, index) => topicOf(index) !== topic);
      const names = namesIn(own.map((index) => said[index]!));
      const inside = own.map((index) => texts[index] as string);
      return [topic, ranked(names, inside, evenly(elsewhere), inFull).slice(0, most)];
    }),
  );
}

interface Ranked extends TargetSupport {
  readonly rank: number;
}

/** For each text the names that it speaks of, merged over all texts, each with its weight there, at most 1. */
function mentionsByGroup(texts: readonly string[]): ReadonlyMap<NameGroup, number>[] {
  const groups = groupsOf(texts);
  const byKey = new Map(groups.flatMap((group) => Array.from(group.keys, (key) => [key, group] as const)));
  return texts.map((text) => {
    const said = new Map<NameGroup, number>();
    for (const { name, weight } of targetMentionsIn(text)) {
      const group = byKey.get(nameKey(name));
      if (group !== undefined) said.set(group, Math.min(1, Math.max(weight, said.get(group) ?? 0)));
    }
    return said;
  });
}

function namesIn(said: readonly ReadonlyMap<NameGroup, number>[]): Ranked[] {
  const support = new Map<NameGroup, { texts: number; rank: number }>();
  for (const own of said)
    for (const [group, weight] of own) {
      const { texts, rank } = support.get(group) ?? { texts: 0, rank: 0 };
      support.set(group, { texts: texts + 1, rank: rank + weight });
    }
  return Array.from(support, ([{ name, variants }, { texts, rank }]) => ({
    name,
    kind: 'name',
    texts,
    share: texts / said.length,
    variants,
    rank,
  }));
}

/** A few hundred of many, spread over all. */
function evenly(texts: readonly string[], most = 400): string[] {
  const step = Math.max(1, texts.length / most);
  return Array.from(
    { length: Math.min(most, texts.length) },
    (_, i) => texts[Math.floor(i * step)] as string,
  );
}

function ranked(
  found: readonly Ranked[],
  texts: readonly string[],
  elsewhere: readonly string[],
  inFull: (name: string) => string,
): TargetSupport[] {
  const names = found.map((each) => (isFrequent(each, texts.length) ? named(each, inFull(each.name)) : each));
  const concept = conceptsOf(texts, elsewhere)
    .map(({ name, texts: speaking, key }): Concept => ({ name: inFull(name), texts: speaking, key }))
    .find((each) => !isNamed(each, names) && isMatter(each, names));
  const all = concept === undefined ? names : [...names, rankedConcept(concept, texts.length)];
  const top = Math.max(0, ...all.map(({ rank }) => rank));
  return all
    .filter((each) => isFrequent(each, texts.length) && each.rank >= LEAST_RANK * top)
    .toSorted((a, b) => b.rank - a.rank || (a.name < b.name ? -1 : 1))
    .map(({ name, kind, texts: count, share, variants }) => ({ name, kind, texts: count, share, variants }));
}

const isFrequent = ({ texts, share }: TargetSupport, all: number): boolean =>
  texts >= Math.min(LEAST_TEXTS, all) && share >= LEAST_SHARE;

const named = (target: Ranked, name: string): Ranked => ({
  ...target,
  name,
  variants: [...new Set([name, ...target.variants])],
});

/** A concept that a name holds already ("dam", "Kaluwe dam"), or that opens with one ("kaluwe gates"), is no target of its own. */
function isNamed({ name }: Concept, names: readonly TargetSupport[]): boolean {
  const words = name.split(' ');
  return names.some(
    (other) =>
      other.texts >= LEAST_TEXTS &&
      (words.every((word) => holds(other.name, word)) || other.name.toLowerCase() === words[0]),
  );
}

/** A word alone is the matter where no name is met as often ("masks"); else it is a thing met in it ("boat"). */
function isMatter({ name, texts }: Concept, names: readonly TargetSupport[]): boolean {
  return name.includes(' ') || names.every((other) => other.texts <= texts);
}

const holds = (name: string, word: string): boolean => name.toLowerCase().split(' ').includes(word);

function rankedConcept({ name, texts }: Concept, all: number): Ranked {
  return { name, kind: 'concept', texts, share: texts / all, variants: [name], rank: CONCEPT_WORTH * texts };
}

/**
 * Merged names; a name said again in one text counts half of what it did before, lest one text decide. A guess
 * counts where it is a name that is met elsewhere too, or the first or last word of one.
 */
function groupsOf(texts: readonly string[]): NameGroup[] {
  const mentions = texts.map(targetMentionsIn);
  const met = namesMet(mentions.flat());
  const counts: NameCount[] = mentions.flatMap((own) => {
    const times = new Map<string, number>();
    return own
      .filter(({ name, isGuess }) => isGuess !== true || met.has(nameKey(name)))
      .map(({ name, weight }) => {
        const before = times.get(nameKey(name)) ?? 0;
        times.set(nameKey(name), before + 1);
        return { name, weight: texts.length === 1 ? weight : weight * REPEAT ** before };
      });
  });
  return groupedNames(counts);
}

/** Keys of the names that are no guess, and of their first and last words. */
function namesMet(mentions: readonly TargetMention[]): ReadonlySet<string> {
  const met = new Set<string>();
  for (const { name, isGuess } of mentions) {
    if (isGuess === true) continue;
    met.add(nameKey(name));
    const words = plainName(name).split(' ');
    for (const word of [words[0]!, words.at(-1)!])
      if (!isCommonWord(word.toLowerCase())) met.add(nameKey(word));
  }
  return met;
}
