/** One pass over scored records → the figures of each topic and of everything together. */
import { SENTIMENTS, STANCES, type ScoredReaction } from '../reaction.ts';
import { type KnownErrors, type Remedies, type Remedy, pooledErrors } from './correction.ts';
import { dayIn } from './day.ts';
import { GroupCounts } from './group.ts';
import type { HandLabels } from './hand-labels.ts';
import { knownOf } from './known.ts';
import { NearCopies } from './near-copies.ts';
import { type Period, periodIn } from './period.ts';
import type { Summary } from './summary-schema.ts';
import type { Clock } from './timeline.ts';
import type { Weighting } from './voiced-counts.ts';

export { type Summary, summarySchema } from './summary-schema.ts';

export interface SummaryOptions {
  /** Also give shares weighted by engagement, or so that each voice counts once. */
  readonly weight?: Weighting | undefined;
  /** How timelines are cut; by day unless given. */
  readonly by?: Period | undefined;
  /** Zone in which a day begins, as in `Europe/Berlin`; UTC unless given. A usage error if unknown. */
  readonly timeZone?: string | undefined;
  /** What persons said of records, by which shares are corrected. */
  readonly labels?: HandLabels | undefined;
  /** How the models are known to err, for groups with few labels by hand or none; asked for at the end. */
  readonly errors?: (() => KnownErrors) | undefined;
}

export interface SummaryBuilder {
  add(reaction: ScoredReaction): void;
  /** The figures so far; the same records give the same figures in any order. */
  summary(): Summary;
}

/**
 * Memory grows with the number of topics, targets, days and voices, by 48 bytes with each record, and by some
 * three hundred with each of the first 200,000 different texts; the records themselves are not kept.
 */
export function summaryBuilder(options: SummaryOptions = {}): SummaryBuilder {
  const timeZone = options.timeZone ?? 'UTC';
  const weight = options.weight ?? null;
  const dayOf = dayIn(timeZone);
  const by = options.by ?? 'day';
  const clock: Clock = { by, nameOf: by === 'day' ? dayOf : periodIn(timeZone, by) };
  const overall = new GroupCounts(clock);
  const topics = new Map<string | null, GroupCounts>();
  const copies = new NearCopies();
  return {
    add(reaction) {
      const known = knownOf(reaction, dayOf, options.labels?.truthOf(reaction));
      const topic = topics.get(reaction.topic) ?? new GroupCounts(clock);
      topics.set(reaction.topic, topic);
      if (reaction.kind !== 'commentary') copies.add(reaction.text, known.copy);
      topic.add(reaction, known);
      overall.add(reaction, known);
    },
    summary() {
      const near = copies.groups();
      const asked = { weighting: weight, remedies: remediesOf([...topics.values()], options.errors?.()) };
      return {
        format: 1,
        weight,
        timeZone,
        overall: overall.summary(asked, near),
        topics: [...topics]
          .sort(([a, groupA], [b, groupB]) => groupOrder(groupA, groupB) || compared(a, b))
          .map(([topic, group]) => Object.assign({ topic }, group.summary(asked, near))),
      };
    },
  };
}

/** Labels by hand in all topics tell more of the errors made here than the model's record elsewhere. */
function remediesOf(topics: readonly GroupCounts[], known: KnownErrors | undefined): Remedies {
  const checked = topics.map((topic) => topic.checked);
  const remedy = (pooled: Remedy['sets'] | null, model: Remedy['sets'] | null): Remedy | null => {
    if (pooled !== null) return { by: 'pooled-labels', sets: pooled };
    return model && { by: 'model', sets: model };
  };
  return {
    sentiment: remedy(
      pooledErrors(
        SENTIMENTS.length,
        checked.map(({ sentiment }) => sentiment),
      ),
      known?.sentiment ?? null,
    ),
    stance: remedy(
      pooledErrors(
        STANCES.length,
        checked.map(({ stance }) => stance),
      ),
      known?.stance ?? null,
    ),
  };
}

/** Most labelled first, since shares are read; then most records. */
function groupOrder(a: GroupCounts, b: GroupCounts): number {
  return b.labelled - a.labelled || b.n - a.n;
}

/** By name; records without a topic come last. */
function compared(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
