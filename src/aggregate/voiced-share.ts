/** A share that rests on voices of unlike weight, and the interval around it. */
import { type Bounds, wilson } from './interval.ts';
import { Z, below, studentPoint } from './normal.ts';

/** Voices of one weight: how far one of them moves the share when it changes its mind. */
export interface Step {
  readonly size: number;
  readonly times: number;
}

/** A share of the base and what stands behind it. */
export interface VoicedShare {
  readonly share: number;
  /** How many independent records are as uncertain. */
  readonly effective: number;
  /** Degrees of freedom of that number; Infinity where it is not estimated. */
  readonly freedom: number;
  /** The voices that weigh much, heaviest first. */
  readonly heavy: readonly Step[];
}

/** A share of so many records that tell nothing of one another. */
export function independent(share: number, effective: number): VoicedShare {
  return { share, effective, freedom: Number.POSITIVE_INFINITY, heavy: [] };
}

/** Where the heaviest voice alone makes this part of the variance, the share moves by leaps. */
const LEAPS = 0.1;
/** Voices that make less of it are no leaps, and what is left below that is no matter. */
const LEAP = 0.03;
const LEFT = 0.02;
/** So many ways for the heavy voices to decide are told apart. */
const MOST_WAYS = 512;

/** The steps that are leaps, out of all, heaviest first. */
export function leapsOf(steps: readonly Step[], effective: number): Step[] {
  const partOf = ({ size }: Step): number => size * size * effective;
  if (steps.length === 0 || partOf(steps[0]!) < LEAPS) return [];
  const leaps: Step[] = [];
  let [left, ways] = [1, 1];
  for (const step of steps) {
    const part = partOf(step);
    const wanted = part < LEAP ? 0 : Math.min(step.times, Math.ceil((left - LEFT) / part));
    const times = Math.min(wanted, Math.floor(MOST_WAYS / ways) - 1);
    if (times <= 0) break;
    leaps.push({ size: step.size, times });
    left -= times * part;
    ways *= times + 1;
  }
  return leaps;
}

/**
 * The shares that are not contradicted by the one seen: the score interval (Wilson 1927) on the effective size
 * (Kish 1965), its point taken from Student's distribution (Korn & Graubard 1998, Survey Methodology 24). Where few
 * voices weigh much, as one account that floods, the share moves by leaps that no normal curve describes: then
 * every way in which these voices may decide is gone through, and half of what falls on the share itself counts.
 */
export function boundsOf(seen: VoicedShare, z = Z): Bounds {
  const { share, effective, freedom, heavy } = seen;
  const point = freedom === Number.POSITIVE_INFINITY ? z : studentPoint(z, freedom);
  if (heavy.length === 0) return wilson(share, effective / (point / z) ** 2, z);
  const atLeast = chanceOfAtLeast(seen, point / z);
  const rare = below(-z);
  return {
    lo: share === 0 ? 0 : crossing(0, share, (p) => atLeast(p) < rare),
    hi: share === 1 ? 1 : crossing(1, share, (p) => 1 - atLeast(p) < rare),
  };
}

/** How often a share as large as the one seen comes up where `p` is true. */
function chanceOfAtLeast({ share, effective, heavy }: VoicedShare, wider: number): (p: number) => number {
  const all = heavy.reduce((sum, { size, times }) => sum + size * times, 0);
  const voices = heavy.reduce((sum, { times }) => sum + times, 0);
  const leaps = heavy.reduce((sum, { size, times }) => sum + size * size * times, 0);
  const rest = Math.max(1 / effective - leaps, 1e-9 / effective);
  const ways = waysOf(heavy);
  return (p) => {
    const deviation = wider * Math.sqrt(rest * p * (1 - p));
    return ways.reduce((sum, { leap, hits, number }) => {
      const chance = number * p ** hits * (1 - p) ** (voices - hits);
      return sum + chance * below((p + leap - all * p - share) / deviation);
    }, 0);
  };
}

interface Way {
  readonly leap: number;
  readonly hits: number;
  /** In how many ways these voices may decide so. */
  readonly number: number;
}

function waysOf(heavy: readonly Step[]): Way[] {
  let ways: Way[] = [{ leap: 0, hits: 0, number: 1 }];
  for (const { size, times } of heavy) {
    const more: Way[] = [];
    let number = 1;
    for (let hits = 0; hits <= times; hits += 1) {
      for (const way of ways)
        more.push({
          leap: way.leap + size * hits,
          hits: way.hits + hits,
          number: way.number * number,
        });
      number = (number * (times - hits)) / (hits + 1);
    }
    ways = more;
  }
  return ways;
}

/** Where a condition that holds near `outside` ends on the way to `inside`. */
function crossing(outside: number, inside: number, holds: (p: number) => boolean): number {
  let [from, to] = [outside, inside];
  for (let halving = 0; halving < 24; halving += 1) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
