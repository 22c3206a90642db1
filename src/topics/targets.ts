/** Targets: who and what a story or an export is most about, for stance to be asked toward. */
import { targetMentionsIn } from './mentions.ts';
import type { NameCount, NameGroup } from './variants.ts';
import { groupedNames, nameKey } from './variants.ts';

/** A target with its support: how many texts speak of it, under which names. */
export interface TargetSupport {
  readonly name: string;
  readonly texts: number;
  readonly variants: readonly string[];
}

/** Names that carry less than this part of the first one's weight are bystanders. */
const LEAST_PART = 0.25;
const REPEAT = 0.5;

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

/** Targets of each topic with their support, most texts first. `topics[i]` is the topic of `texts[i]`. */
export function targetTable(
  texts: readonly string[],
  topics: readonly (string | null)[],
  most = 10,
): ReadonlyMap<string, readonly TargetSupport[]> {
  const members = new Map<string, string[]>();
  texts.forEach((text, index) => {
    const topic = topics[index] ?? 'other';
    members.set(topic, [...(members.get(topic) ?? []), text]);
  });
  return new Map(Array.from(members, ([topic, own]) => [topic, supportIn(own).slice(0, most)]));
}

function supportIn(texts: readonly string[]): TargetSupport[] {
  const mentioned = texts.map((text) => new Set(targetMentionsIn(text).map(({ name }) => nameKey(name))));
  const support = groupsOf(texts).map(({ name, variants, keys }) => ({
    name,
    texts: mentioned.filter((names) => [...keys].some((key) => names.has(key))).length,
    variants,
  }));
  return support.sort((a, b) => b.texts - a.texts);
}

/** Merged names; a name said again in one text counts half of what it did before, lest one text decide. */
function groupsOf(texts: readonly string[]): NameGroup[] {
  const counts: NameCount[] = texts.flatMap((text) => {
    const times = new Map<string, number>();
    return targetMentionsIn(text).map(({ name, weight }) => {
      const key = nameKey(name);
      const before = times.get(key) ?? 0;
      times.set(key, before + 1);
      return { name, weight: texts.length === 1 ? weight : weight * REPEAT ** before };
    });
  });
  return groupedNames(counts);
}
