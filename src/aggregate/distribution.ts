/** How labels are distributed: counts, shares with intervals, and the same weighted where asked. */
import { z } from 'zod';
import {
  CORRECTIONS,
  type CorrectedBy,
  type HandGiven,
  type Remedies,
  type Remedy,
  correction,
} from './correction.ts';
import { type Interval, type Share, rounded, wilson } from './interval.ts';
import type { Known } from './known.ts';
import type { Checked } from './prediction-powered.ts';
import { shareSchema } from './share-schema.ts';
import { VoicedCounts, WEIGHTINGS, type Weighting } from './voiced-counts.ts';
import { type VoicedShare, boundsOf } from './voiced-share.ts';

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
      /**
       * As many records, each by another voice, would be as uncertain: `n` unless voices repeat themselves. Of
       * the labels' figures the smallest; null where nothing is labelled.
       */
      effective: z.number().nonnegative().nullable(),
      shares: z.record(z.enum(labels), shareSchema).readonly(),
      /** The same by weight; null unless weights were asked for and something is labelled. */
      weighted: z
        .object({
          /** Whether by engagement, or one voice each. */
          by: z.enum(WEIGHTINGS),
          /** Kish's effective sample size: as many equal voices would be as uncertain. */
          effective: z.number().nonnegative(),
          shares: z.record(z.enum(labels), intervalSchema).readonly(),
        })
        .readonly()
        .nullable(),
      /** The plain shares corrected for the classifier's errors; null where nothing is known of these. */
      corrected: z
        .object({
          /** By labels by hand in this group or pooled over all groups, or by the model's errors elsewhere. */
          by: z.enum(CORRECTIONS),
          /** Records of this group with a label by hand. */
          labelled: z.int().nonnegative(),
          shares: z.record(z.enum(labels), intervalSchema).readonly(),
        })
        .readonly()
        .nullable(),
      /** What would have corrected them, but could hardly have made what was found; else null. */
      refuted: z.enum(CORRECTIONS).nullable(),
    })
    .readonly();
}

export interface Distribution<L extends string> {
  readonly n: number;
  readonly unsure: number;
  readonly effective: number | null;
  readonly shares: Readonly<Record<L, Share>>;
  readonly weighted: {
    readonly by: Weighting;
    readonly effective: number;
    readonly shares: Readonly<Record<L, Interval>>;
  } | null;
  readonly corrected: {
    readonly by: CorrectedBy;
    readonly labelled: number;
    readonly shares: Readonly<Record<L, Interval>>;
  } | null;
  readonly refuted: CorrectedBy | null;
}

/** What is asked of a distribution beside its plain shares. */
export interface Asked {
  readonly weighting: Weighting | null;
  readonly remedies: Remedies;
}

/** Counts labels one by one; memory does not grow with their number. */
export class LabelCounts<L extends string> {
  readonly #counts: Record<L, number>;
  #n = 0;

  constructor(labels: readonly L[]) {
    this.#counts = byLabel(labels, () => 0);
  }

  add(label: L): void {
    this.#counts[label] += 1;
    this.#n += 1;
  }

  get n(): number {
    return this.#n;
  }

  countOf(label: L): number {
    return this.#counts[label];
  }

  /** Label → count, in the order of the labels. */
  counts(): Record<L, number> {
    return { ...this.#counts };
  }
}

type Voiced = Pick<Known, 'voiceKey' | 'weight'>;

/** Counts labels with the voices they come from; memory grows with the number of voices. */
export class VoicedLabels<L extends string> {
  readonly #labels: readonly L[];
  readonly #plain: LabelCounts<L>;
  readonly #voiced: VoicedCounts;
  readonly #checked: Checked[] = [];
  #unsure = 0;

  constructor(labels: readonly L[]) {
    this.#labels = labels;
    this.#plain = new LabelCounts(labels);
    this.#voiced = new VoicedCounts(labels.length);
  }

  /** @param truth the label by hand, where there is one */
  add(label: L, unsure: boolean, known: Voiced, truth: HandGiven<L> | null = null): void {
    const { voiceKey, weight } = known;
    this.#plain.add(label);
    if (truth !== null)
      this.#checked.push({
        truth: this.#labels.indexOf(truth.label),
        found: this.#labels.indexOf(label),
        voice: voiceKey,
        weight: truth.weight,
      });
    this.#voiced.add(this.#labels.indexOf(label), voiceKey, weight);
    if (unsure) this.#unsure += 1;
  }

  get labels(): readonly L[] {
    return this.#labels;
  }

  get n(): number {
    return this.#plain.n;
  }

  /** Label → count, in the order of the labels. */
  counts(): Record<L, number> {
    return this.#plain.counts();
  }

  /** Label → share with its 95 % interval. */
  shares(): Record<L, Share> {
    return byLabel(this.#labels, (label) => this.shareOf(label));
  }

  /** The records with a label by hand. */
  get checked(): readonly Checked[] {
    return this.#checked;
  }

  countOf(label: L): number {
    return this.#plain.countOf(label);
  }

  /** The label's share among some labels, and how many records it is worth; null where none has one of them. */
  shareAmong(label: L, among: readonly L[]): VoicedShare | null {
    return this.#voiced.plain(
      this.#labels.indexOf(label),
      among.map((it) => this.#labels.indexOf(it)),
    );
  }

  /** The label's share with its 95 % interval. */
  shareOf(label: L): Share {
    return this.#shareFrom(label, this.shareAmong(label, this.#labels));
  }

  #shareFrom(label: L, found: VoicedShare | null): Share {
    const n = this.countOf(label);
    return found === null ? { n, share: null, lo: null, hi: null } : { n, ...intervalOf(found) };
  }

  distribution(weighting: Weighting | null, remedy: Remedy | null = null): Distribution<L> {
    const found = byLabel(this.#labels, (label) => this.shareAmong(label, this.#labels));
    const all = this.#labels.flatMap((label) => found[label] ?? []);
    return {
      n: this.n,
      unsure: this.#unsure,
      effective: all.length === 0 ? null : smallest(all),
      shares: byLabel(this.#labels, (label) => this.#shareFrom(label, found[label])),
      weighted: weighting === null || this.n === 0 ? null : this.#weighted(weighting),
      ...this.#corrected(all, remedy),
    };
  }

  #corrected(
    all: readonly VoicedShare[],
    remedy: Remedy | null,
  ): Pick<Distribution<L>, 'corrected' | 'refuted'> {
    const found = all.length === 0 ? null : correction(this.#voiced, all, this.#checked, remedy);
    if (found === null) return { corrected: null, refuted: null };
    const { by, labelled, intervals } = found;
    if (intervals === null) return { corrected: null, refuted: by };
    const shares = byLabel(this.#labels, (label) => intervals[this.#labels.indexOf(label)]!);
    return { corrected: { by, labelled, shares }, refuted: null };
  }

  #weighted(by: Weighting): Distribution<L>['weighted'] {
    const found = byLabel(this.#labels, (label) => this.#voiced.weighted(this.#labels.indexOf(label), by)!);
    return {
      by,
      effective: smallest(Object.values(found)),
      shares: byLabel(this.#labels, (label) => (by === 'voices' ? intervalOf : wideIntervalOf)(found[label])),
    };
  }
}

export function intervalOf(seen: VoicedShare): Interval {
  const { lo, hi } = boundsOf(seen);
  return { share: rounded(seen.share), lo: rounded(lo), hi: rounded(hi) };
}

/** What is liked much may be liked for its side, so the many liked little don't vouch for the few liked much. */
function wideIntervalOf(seen: VoicedShare): Interval {
  const [own, plain] = [boundsOf(seen), wilson(seen.share, seen.effective)];
  return {
    share: rounded(seen.share),
    lo: rounded(Math.min(own.lo, plain.lo)),
    hi: rounded(Math.max(own.hi, plain.hi)),
  };
}

/** To one decimal, as it is no count. */
function smallest(shares: readonly VoicedShare[]): number {
  return Math.round(Math.min(...shares.map(({ effective }) => effective)) * 10) / 10;
}

function byLabel<L extends string, V>(labels: readonly L[], valueOf: (label: L) => V): Record<L, V> {
  return Object.fromEntries(labels.map((label) => [label, valueOf(label)])) as Record<L, V>;
}
