/** Shares corrected for a classifier's errors, by the best that is known of them. */
import { type ErrorCounts, adjustedCounts } from './adjusted-counting.ts';
import type { SentimentLabel, StanceLabel } from '../reaction.ts';
import { type Interval, rounded, wilson } from './interval.ts';
import { type Checked, predictionPowered } from './prediction-powered.ts';
import type { VoicedCounts } from './voiced-counts.ts';
import type { VoicedShare } from './voiced-share.ts';

/**
 * What a correction rests on: labels by hand in this very group; labels by hand in all groups together, where
 * this one has too few; or the errors that the model made on labelled rows elsewhere.
 */
export const CORRECTIONS = ['labels', 'pooled-labels', 'model'] as const;
export type CorrectedBy = (typeof CORRECTIONS)[number];

/** How the classifiers err, in each set on which they were judged; null where nothing is known. */
export interface KnownErrors {
  readonly sentiment: readonly ErrorCounts[] | null;
  readonly stance: readonly ErrorCounts[] | null;
}

/** The same, told apart by where it is known from. */
export interface Remedy {
  readonly by: Exclude<CorrectedBy, 'labels'>;
  /** In each set of labelled records; the labels in the order of the task's. */
  readonly sets: readonly ErrorCounts[];
}

export interface Remedies {
  readonly sentiment: Remedy | null;
  readonly stance: Remedy | null;
}

export interface Correction {
  readonly by: CorrectedBy;
  /** Records with a label by hand in this group. */
  readonly labelled: number;
  /** Null where the errors known could hardly have made what was found, so that they correct nothing. */
  readonly intervals: readonly Interval[] | null;
}

/** A label by hand, and one over the record's chance to be drawn for it. */
export interface HandGiven<L> {
  readonly label: L;
  readonly weight: number;
}

/** Labels by hand for one record. */
export interface Truth {
  readonly sentiment: HandGiven<SentimentLabel> | null;
  readonly stances: ReadonlyMap<string, HandGiven<StanceLabel>>;
}

/** A group with fewer labels by hand than this borrows from the others. */
const FEWEST = 30;
/** So many of each true label must be known for its errors to be. */
const FEWEST_OF_A_LABEL = 5;

/**
 * The corrected share of each label; null where nothing is known of the errors.
 * @param found the share of each label as found
 */
export function correction(
  voiced: VoicedCounts,
  found: readonly VoicedShare[],
  checked: readonly Checked[],
  remedy: Remedy | null,
): Correction | null {
  if (checked.length >= FEWEST)
    return {
      by: 'labels',
      labelled: checked.length,
      intervals: byLabels(voiced, found.length, checked),
    };
  if (remedy === null) return null;
  const intervals = adjustedCounts(
    remedy.sets,
    found.map(({ share }) => share),
    Math.min(...found.map(({ effective }) => effective)),
  );
  if (intervals === null) return null;
  const known = intervals === 'refuted' ? null : intervals.map(roundedInterval);
  return { by: remedy.by, labelled: checked.length, intervals: known };
}

function byLabels(voiced: VoicedCounts, labels: number, checked: readonly Checked[]): Interval[] {
  const found = Array.from({ length: labels }, (_, label) => ({
    clusters: voiced.clusters(label),
    of: (voice: number) => voiced.recordsOf(voice, label),
  }));
  return predictionPowered(checked, found).map(({ share, effective }) =>
    roundedInterval({ share, ...wilson(share, effective) }),
  );
}

const roundedInterval = ({ share, lo, hi }: Interval): Interval => ({
  share: rounded(share),
  lo: rounded(lo),
  hi: rounded(hi),
});

/** The errors in the labelled records of each group; null where all together are too few to tell. */
export function pooledErrors(
  labels: number,
  groups: readonly (readonly Checked[])[],
): readonly ErrorCounts[] | null {
  const all = groups.flat();
  const of = (truth: number): number => all.filter((it) => it.truth === truth).length;
  const isKnown = Array.from({ length: labels }, (_, truth) => of(truth) >= FEWEST_OF_A_LABEL);
  if (all.length < FEWEST || isKnown.includes(false)) return null;
  return groups.filter(({ length }) => length > 0).map((checked) => errorsIn(checked, labels));
}

/** As many records a row as its weights are worth. */
function errorsIn(checked: readonly Checked[], labels: number): ErrorCounts {
  return Array.from({ length: labels }, (_, truth) => {
    const records = checked.filter((it) => it.truth === truth);
    const total = records.reduce((sum, { weight }) => sum + weight, 0);
    const squares = records.reduce((sum, { weight }) => sum + weight ** 2, 0);
    return Array.from({ length: labels }, (__, found) =>
      records.reduce((sum, it) => sum + (it.found === found ? (it.weight * total) / squares : 0), 0),
    );
  });
}
