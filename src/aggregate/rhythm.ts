/** The rhythm in which people post anyway: weekdays and weekends, days and nights. */
import type { Period } from './period.ts';

/** Of how many rounds the rhythm is told: from one alone nobody knows what comes again. */
const ROUNDS = 2;
/**
 * One period of the usual count is thought of beside those of a weekday or hour, so that a few tell little; so many
 * records at least, as chance alone makes small counts differ.
 */
const DOUBT = 5;

/** What comes again: the place of a period in it, by the period's name, and how many places a round has. */
interface Cycle {
  readonly length: number;
  placeOf(name: string): number;
}

const WEEKDAYS: Cycle = {
  length: 7,
  placeOf: (name) => new Date(`${name.slice(0, 10)}T00:00:00Z`).getUTCDay(),
};
const HOURS: Cycle = { length: 24, placeOf: (name) => Number(name.slice(11, 13)) };

const CYCLES: Readonly<Record<Period, readonly Cycle[]>> = {
  hour: [HOURS, WEEKDAYS],
  day: [WEEKDAYS],
  week: [],
};

/** How much of the mean each period usually has, 1 on average. */
export function rhythmOf(names: readonly string[], counts: readonly number[], by: Period): number[] {
  const parts = CYCLES[by].map((cycle) => partsOf(cycle, names, counts));
  const rhythm = names.map((name) => parts.reduce((product, partOf) => product * partOf(name), 1));
  const mean = rhythm.reduce((sum, part) => sum + part, 0) / names.length;
  return rhythm.map((part) => part / mean);
}

function partsOf(
  cycle: Cycle,
  names: readonly string[],
  counts: readonly number[],
): (name: string) => number {
  const rounds = roundsOf(cycle, names, counts);
  if (rounds.some((own) => own.length < ROUNDS)) return () => 1;
  const all = counts.reduce((sum, n) => sum + n, 0) / rounds.reduce((sum, own) => sum + own.length, 0);
  const doubt = Math.max(DOUBT, all);
  const parts = rounds.map((own) => {
    // The largest may be a burst, which is no rhythm: it counts as the one before it.
    const sorted = own.toSorted((a, b) => a - b);
    sorted[sorted.length - 1] = sorted.at(-2)!;
    return (sorted.reduce((sum, n) => sum + n, 0) + doubt) / (all * sorted.length + doubt);
  });
  return (name) => parts[cycle.placeOf(name)]!;
}

/** For each place of a cycle the counts in each of its rounds, a day as a whole where the cycle is of weekdays. */
function roundsOf(cycle: Cycle, names: readonly string[], counts: readonly number[]): number[][] {
  const sums = new Map<string, { place: number; n: number }>();
  names.forEach((name, i) => {
    const key = cycle === WEEKDAYS ? name.slice(0, 10) : name;
    const own = sums.get(key) ?? { place: cycle.placeOf(name), n: 0 };
    own.n += counts[i]!;
    sums.set(key, own);
  });
  const rounds: number[][] = Array.from({ length: cycle.length }, () => []);
  for (const { place, n } of sums.values()) rounds[place]!.push(n);
  return rounds;
}
