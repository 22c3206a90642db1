/** Whether a share differs between two sets of records, and by how much. */
import { rounded } from './interval.ts';
import { Z, twoSided } from './normal.ts';
import { type VoicedShare, boundsOf } from './voiced-share.ts';

export interface Difference {
  /** The second share minus the first, −1 to 1, with its 95 % interval. */
  readonly difference: number;
  readonly lo: number;
  readonly hi: number;
  /** Two-sided; not corrected for the number of comparisons. */
  readonly p: number;
}

/**
 * The difference of two independent shares: the interval from their two intervals (Newcombe 1998, method 10; Zou &
 * Donner 2008 for others than Wilson's), and as p-value the level at which that interval would just hold no
 * difference. So both mind how many voices stand behind the shares and how much each weighs.
 */
export function differenceOf(a: VoicedShare, b: VoicedShare): Difference {
  const difference = b.share - a.share;
  return {
    difference: rounded(difference),
    lo: rounded(difference - reachDown(a, b, Z)),
    hi: rounded(difference + reachDown(b, a, Z)),
    p: difference < 0 ? pOf(b, a) : pOf(a, b),
  };
}

/** How far below the difference seen the true one may lie. */
function reachDown(a: VoicedShare, b: VoicedShare, z: number): number {
  return Math.hypot(b.share - boundsOf(b, z).lo, boundsOf(a, z).hi - a.share);
}

/** Beyond so many standard deviations all is the same: never by chance. */
const FAR = 8;

/** @param b the larger share */
function pOf(a: VoicedShare, b: VoicedShare): number {
  const difference = b.share - a.share;
  if (difference === 0) return 1;
  let [near, far] = [0, FAR];
  for (let halving = 0; halving < 20; halving += 1) {
    const z = (near + far) / 2;
    if (reachDown(a, b, z) < difference) near = z;
    else far = z;
  }
  return twoSided(near);
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
