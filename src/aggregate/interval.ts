/**
 * Shares of a count, with an interval. Everything here lies in 0–1 and is rounded to four decimals. The page's
 * script counts with the same functions, so nothing here may need more than the language itself.
 */
import { Z } from './normal.ts';

/** `n` of a base, its share of the base and a 95 % interval; the share is null where the base is empty. */
export interface Share {
  readonly n: number;
  readonly share: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
}

export interface Bounds {
  readonly lo: number;
  readonly hi: number;
}

/** A share, its lower and its upper bound. */
export interface Interval extends Bounds {
  readonly share: number;
}

/**
 * The score interval for a proportion `p` seen in `n` trials (Wilson 1927): it stays inside 0–1 and keeps
 * its coverage where few were counted. `n` may be fractional, for an effective sample size; `z` is how many
 * standard deviations it reaches.
 */
export function wilson(p: number, n: number, z = Z): Bounds {
  const z2 = z * z;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the ends the formula gives 0 and 1 but for the last bit of the arithmetic.
  return { lo: p === 0 ? 0 : Math.max(0, middle - half), hi: p === 1 ? 1 : Math.min(1, middle + half) };
}

/** `shareOf(26, 41)` → `{ n: 26, share: 0.6341, lo: 0.4813, hi: 0.7636 }`. */
export function shareOf(n: number, base: number): Share {
  if (base === 0) return { n, share: null, lo: null, hi: null };
  const { lo, hi } = wilson(n / base, base);
  return { n, share: rounded(n / base), lo: rounded(lo), hi: rounded(hi) };
}

/** Four decimals: more would claim a precision that no share of posts has, and none turns into an exponent. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
