/** Counts and shares per day, for a line over time. */
import {
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type SentimentLabel,
  type StanceLabel,
} from '../reaction.ts';
import { VoicedLabels } from './distribution.ts';
import type { Known } from './known.ts';
import { towardOf } from './speakers.ts';
import type { DaySummary } from './summary-schema.ts';

class DayCounts {
  n = 0;
  readonly sentiment = new VoicedLabels<SentimentLabel>(SENTIMENTS);
  readonly stances = new Map<string, VoicedLabels<StanceLabel>>();
}

export class SeriesCounts {
  readonly #days = new Map<string, DayCounts>();
  #undated = 0;

  add({ sentiment, stances }: ScoredReaction, known: Known): void {
    const { day } = known;
    if (day === null) {
      this.#undated += 1;
      return;
    }
    const counts = this.#days.get(day) ?? new DayCounts();
    this.#days.set(day, counts);
    counts.n += 1;
    if (sentiment.label !== null) counts.sentiment.add(sentiment.label, sentiment.unsure, known);
    for (const stance of stances) {
      if (stance.label === null) continue;
      const toward = counts.stances.get(stance.target) ?? new VoicedLabels(STANCES);
      counts.stances.set(stance.target, toward);
      toward.add(stance.label, stance.unsure, known);
    }
  }

  get undated(): number {
    return this.#undated;
  }

  /** In order of time, each day's targets in the given order. */
  list(targets: readonly string[]): DaySummary[] {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    return days.map(([day, { n, sentiment, stances }]) => {
      const toward = targets.flatMap((target) => {
        const counts = stances.get(target);
        return counts === undefined ? [] : [{ target, counts }];
      });
      return {
        day,
        n,
        sentiment: sentiment.counts(),
        stances: toward.map(({ target, counts }) => towardOf(target, counts)),
        shares: {
          sentiment: sentiment.shares(),
          stances: toward.map(({ target, counts }) => Object.assign({ target }, counts.shares())),
        },
      };
    });
  }
}
