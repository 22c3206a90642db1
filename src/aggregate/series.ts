/** Counts per day, for a line over time. */
import {
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type SentimentLabel,
  type StanceLabel,
} from '../reaction.ts';
import { LabelCounts } from './distribution.ts';
import { towardOf } from './speakers.ts';
import type { DaySummary } from './summary-schema.ts';

class DayCounts {
  n = 0;
  readonly sentiment = new LabelCounts<SentimentLabel>(SENTIMENTS);
  readonly stances = new Map<string, LabelCounts<StanceLabel>>();
}

export class SeriesCounts {
  readonly #days = new Map<string, DayCounts>();
  #undated = 0;

  add({ sentiment, stances }: ScoredReaction, day: string | null): void {
    if (day === null) {
      this.#undated += 1;
      return;
    }
    const counts = this.#days.get(day) ?? new DayCounts();
    this.#days.set(day, counts);
    counts.n += 1;
    if (sentiment.label !== null) counts.sentiment.add(sentiment.label);
    for (const stance of stances) {
      if (stance.label === null) continue;
      const toward = counts.stances.get(stance.target) ?? new LabelCounts(STANCES);
      counts.stances.set(stance.target, toward);
      toward.add(stance.label);
    }
  }

  get undated(): number {
    return this.#undated;
  }

  /** In order of time, each day's targets in the given order. */
  list(targets: readonly string[]): DaySummary[] {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    return days.map(([day, { n, sentiment, stances }]) => ({
      day,
      n,
      sentiment: sentiment.counts(),
      stances: targets.flatMap((target) => {
        const counts = stances.get(target);
        return counts === undefined ? [] : [towardOf(target, counts)];
      }),
    }));
  }
}
