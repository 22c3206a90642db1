/** How labels are distributed: counts, shares with intervals, and the same weighted where asked. */
import { z } from 'zod';
import { type Interval, type Share, rounded, shareOf, wilson } from './interval.ts';
import { shareSchema } from './share-schema.ts';

const fraction = z.number().min(0).max(1);
const intervalSchema = z.object({ share: fraction, lo: fraction, hi: fraction }).readonly();

/** The schema of a distribution over `labels`. */
export function distributionSchema<const L extends string>(labels: readonly L[]) {
  return z
    .object({
      /** How many carry a label: the base of every share here. */
      n: z.int().nonnegative(),
      /** How many of them reached no label's threshold; they are counted under their best label. */
      unsure: z.int().nonnegative(),
      shares: z.record(z.enum(labels), shareSchema).readonly(),
      /** The same by weight; null unless weights were asked for and something is labelled. */
      weighted: z
        .object({
          /** Kish's effective sample size: as many equal voices would be as uncertain. */
          effective: z.number().nonnegative(),
          shares: z.record(z.enum(labels), intervalSchema).readonly(),
        })
        .readonly()
        .nullable(),
    })
    .readonly();
}

export interface Distribution<L extends string> {
  readonly n: number;
  readonly unsure: number;
  readonly shares: Readonly<Record<L, Share>>;
  readonly weighted: {
    readonly effective: number;
    readonly shares: Readonly<Record<L, Interval>>;
  } | null;
}

/** Counts labels one by one; memory does not grow with their number. */
export class LabelCounts<L extends string> {
  readonly #labels: readonly L[];
  readonly #counts: Map<L, number>;
  readonly #weights: Map<L, number>;
  #unsure = 0;
  #squares = 0;

  constructor(labels: readonly L[]) {
    this.#labels = labels;
    this.#counts = new Map(labels.map((label) => [label, 0]));
    this.#weights = new Map(labels.map((label) => [label, 0]));
  }

  add(label: L, unsure: boolean, weight: number): void {
    this.#counts.set(label, this.countOf(label) + 1);
    this.#weights.set(label, this.#weights.get(label)! + weight);
    this.#squares += weight * weight;
    if (unsure) this.#unsure += 1;
  }

  get n(): number {
    return this.#labels.reduce((sum, label) => sum + this.countOf(label), 0);
  }

  countOf(label: L): number {
    return this.#counts.get(label)!;
  }

  /** Label → count, in the order of the labels. */
  counts(): Record<L, number> {
    return this.#byLabel((label) => this.countOf(label));
  }

  distribution(weighted: boolean): Distribution<L> {
    const n = this.n;
    return {
      n,
      unsure: this.#unsure,
      shares: this.#byLabel((label) => shareOf(this.countOf(label), n)),
      weighted: weighted && n > 0 ? this.#weighted() : null,
    };
  }

  #weighted(): Distribution<L>['weighted'] {
    const total = this.#labels.reduce((sum, label) => sum + this.#weights.get(label)!, 0);
    const effective = (total * total) / this.#squares;
    const intervalOf = (label: L): Interval => {
      const share = this.#weights.get(label)! / total;
      const { lo, hi } = wilson(share, effective);
      return { share: rounded(share), lo: rounded(lo), hi: rounded(hi) };
    };
    return { effective: Math.round(effective * 10) / 10, shares: this.#byLabel(intervalOf) };
  }

  #byLabel<V>(valueOf: (label: L) => V): Record<L, V> {
    return Object.fromEntries(this.#labels.map((label) => [label, valueOf(label)])) as Record<L, V>;
  }
}
