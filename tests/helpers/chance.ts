/** Chance for simulations, the same on every run. */
import { randomFrom } from '../../src/topics/random.ts';

export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** True with this probability. */
  hit(probability: number): boolean;
  /** One of the labels, each with the probability given for it. */
  pick<L extends string>(probabilities: Readonly<Record<L, number>>): L;
}

export function chanceFrom(seed: number): Chance {
  const next = randomFrom(seed);
  return {
    next,
    hit: (probability) => next() < probability,
    pick(probabilities) {
      const entries = Object.entries(probabilities) as [keyof typeof probabilities, number][];
      let left = next();
      for (const [label, probability] of entries) {
        left -= probability;
        if (left < 0) return label;
      }
      return entries.at(-1)![0];
    },
  };
}

/** The share of `draws` whose interval holds the truth. */
export function coverage(
  truth: number,
  draws: number,
  interval: (draw: number) => { readonly lo: number | null; readonly hi: number | null },
): number {
  let held = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const { lo, hi } = interval(draw);
    if (lo !== null && hi !== null && lo <= truth && truth <= hi) held += 1;
  }
  return held / draws;
}
