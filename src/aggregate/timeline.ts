/** How many records a period, with bursts: by hour, day or week. */
import { z } from 'zod';
import { burstsIn } from './bursts.ts';
import type { DayOf } from './day.ts';
import { type Period, PERIODS, periodsBetween } from './period.ts';
import { rhythmOf } from './rhythm.ts';

const count = z.int().nonnegative();

export const timelineSchema = z
  .object({
    by: z.enum(PERIODS),
    /** In order of time, empty periods too; left out where there would be more than 20,000. */
    periods: z.array(z.object({ period: z.string(), n: count, burst: z.boolean() }).readonly()).readonly(),
  })
  .readonly();

export type Timeline = z.infer<typeof timelineSchema>;

/** How time is cut, and in which zone. */
export interface Clock {
  readonly by: Period;
  readonly nameOf: DayOf;
}

const MOST = 20_000;
const LENGTHS: Readonly<Record<Period, number>> = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };

export class TimelineCounts {
  readonly #clock: Clock;
  readonly #counts = new Map<string, number>();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(publishedAt: string | null): void {
    const period = this.#clock.nameOf(publishedAt);
    if (publishedAt === null || period === null) return;
    const time = Date.parse(publishedAt);
    this.#first = Math.min(this.#first, time);
    this.#last = Math.max(this.#last, time);
    this.#counts.set(period, (this.#counts.get(period) ?? 0) + 1);
  }

  timeline(): Timeline {
    const { by, nameOf } = this.#clock;
    if (this.#counts.size === 0 || (this.#last - this.#first) / LENGTHS[by] > MOST)
      return { by, periods: [] };
    const names = periodsBetween(this.#first, this.#last, by, nameOf);
    const counts = names.map((name) => this.#counts.get(name) ?? 0);
    const bursts = burstsIn(counts, rhythmOf(names, counts, by));
    return { by, periods: names.map((period, i) => ({ period, n: counts[i]!, burst: bursts[i]! })) };
  }
}
