/** Whether a share differs between two sets of records, and by how much. */
import type { EffectiveShare } from './design-effect.ts';
import { rounded, wilson } from './interval.ts';

export interface Difference {
  /** The second share minus the first, −1 to 1, with its 95 % interval. */
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided; not corrected for the number of comparisons. */
  readonly p: number;
}

/**
 * The difference of two independent shares with Newcombe's interval from the two score intervals (1998, method
 * 10), and the p-value of the score test of no difference. Both take the number of records that the shares are
 * worth, fewer than there are where voices repeat themselves.
 */
export function differenceOf(a: EffectiveShare, b: EffectiveShare): Difference {
  const [own, other] = [wilson(a.share, a.effective), wilson(b.share, b.effective)];
  const difference = b.share - a.share;
  return {
    difference: rounded(difference),
    lo: rounded(difference - Math.hypot(b.share - other.lo, own.hi - a.share)),
    hi: rounded(difference + Math.hypot(other.hi - b.share, a.share - own.lo)),
    p: pOf(a, b),
  };
}

function pOf(a: EffectiveShare, b: EffectiveShare): number {
  const pooled = (a.share * a.effective + b.share * b.effective) / (a.effective + b.effective);
  const variance = pooled * (1 - pooled) * (1 / a.effective + 1 / b.effective);
  return variance === 0 ? 1 : twoSided(Math.abs(b.share - a.share) / Math.sqrt(variance));
}

/** How often chance alone goes this far from zero, in standard deviations (Abramowitz and Stegun 7.1.26). */
function twoSided(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.min(1, Math.max(0, series * Math.exp(-x * x)));
}

/**
 * P-values corrected so that of all comparisons together the chance of even one false alarm stays under the level
 * (Holm 1979), whatever their dependence; in the order given.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected: number[] = Array.from({ length: ps.length });
  let highest = 0;
  order.forEach(({ p, index }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    corrected[index] = highest;
  });
  return corrected;
}
