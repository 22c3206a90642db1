/** Intervals of a score that has no formula: by drawing the rows anew (Efron, 1979). */
import { generator } from './draws.ts';
import type { Bounds } from './interval.ts';

/**
 * The middle 95 % of a statistic over samples of the same size, drawn with replacement. The draws are
 * seeded: the same items give the same interval.
 */
export function bootstrapInterval<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
  draws = 1000,
): Bounds {
  if (items.length === 0) return { lo: 0, hi: 0 };
  const random = generator(1);
  const values = Array.from({ length: draws }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)]!)),
  );
  values.sort((a, b) => a - b);
  return { lo: quantile(values, 0.025), hi: quantile(values, 0.975) };
}

/** @param sorted in ascending order; values between two ranks are interpolated */
export function quantile(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (high - low) * (rank - below);
}
