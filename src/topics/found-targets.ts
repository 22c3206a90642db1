/** Targets found in an export, and which of them a post is asked about. */
import { OTHER_TOPIC } from '../reaction.ts';
import { targetsAmong } from './about.ts';
import type { TargetSupport } from './targets.ts';
import { targetTable } from './targets.ts';
import { copyKey } from './copies.ts';

export interface FoundTargets {
  /** Targets of each topic with their support. */
  readonly table: ReadonlyMap<string, readonly TargetSupport[]>;
  /** The targets that a post of a topic is about, or clearly implies. */
  targetsOf(text: string, topic: string | null): string[];
}

/** A topic implies its first target where this part of its texts, or more, speak of it. */
const LEAST_IMPLIED = 0.15;

/**
 * Finds the targets of each topic from a sample of its texts; `topics[i]` is the topic of `texts[i]`. A post is
 * about the targets of its topic that it speaks of, and about a name that it speaks of whatever its topic. One
 * that speaks of no name is about what its whole topic is about.
 */
export function foundTargets(
  texts: readonly string[],
  topics: readonly (string | null)[],
  most = 3,
): FoundTargets {
  const table = targetTable(texts, topics, most);
  const names = new Set([...table.values()].flatMap((own) => own.filter(isName).map(({ name }) => name)));
  const ownOf = (topic: string | null): readonly TargetSupport[] =>
    topic === null || topic === OTHER_TOPIC ? [] : (table.get(topic) ?? []);
  const byTopic = new Map<string | null, (text: string) => string[]>();
  const spokenIn = (topic: string | null): ((text: string) => string[]) => {
    const known = byTopic.get(topic);
    if (known !== undefined) return known;
    const among = targetsAmong([...new Set([...ownOf(topic).map(({ name }) => name), ...names])]);
    byTopic.set(topic, among);
    return among;
  };
  return {
    table,
    targetsOf(text, topic) {
      const own = ownOf(topic);
      const spoken = spokenIn(topic)(text);
      const implied = copyKey(text) !== '' ? impliedBy(own, spoken, names) : [];
      return [...implied, ...spoken];
    },
  };
}

/** What the whole topic is about: its concept, unless the post turns to another topic's name; else its name. */
function impliedBy(
  own: readonly TargetSupport[],
  spoken: readonly string[],
  names: ReadonlySet<string>,
): string[] {
  const [first] = own;
  if (first === undefined || first.share < LEAST_IMPLIED || spoken.includes(first.name)) return [];
  const elsewhere = spoken.filter((target) => names.has(target) && !own.some(({ name }) => name === target));
  const isTold = isName(first) ? spoken.some((target) => names.has(target)) : elsewhere.length > 0;
  return isTold ? [] : [first.name];
}

const isName = ({ kind }: TargetSupport): boolean => kind === 'name';
