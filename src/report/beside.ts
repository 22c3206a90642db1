/** The same shares read another way, to stand beside the plain ones on the terminal and on the page. */
import { CORRECTIONS, type CorrectedBy } from '../aggregate/correction.ts';
import type { Distribution } from '../aggregate/distribution.ts';
import type { Interval } from '../aggregate/interval.ts';
import type { Weighting } from '../aggregate/voiced-counts.ts';
import { oneLine } from './plain.ts';
import { counted, grouped } from './wording.ts';

export interface Reading<L extends string> {
  readonly name: string;
  /** What stands behind it, in the place of a count. */
  readonly n: string;
  /** The same as a clause: `as sure as n 12`; null where there is nothing to say. */
  readonly clause: string | null;
  readonly shares: Readonly<Record<L, Interval>>;
}

const WEIGHT_WORDS: Readonly<Record<Weighting, string>> = {
  engagement: 'by engagement',
  voices: 'one voice each',
};

const CORRECTION_WORDS: Readonly<Record<CorrectedBy, string>> = {
  labels: 'corrected',
  'pooled-labels': 'corrected, pooled',
  model: 'corrected by card',
};

const CORRECTION_NOTES: Readonly<Record<CorrectedBy, string>> = {
  labels: 'corrected: by the labels by hand among these records, whose number stands as n',
  'pooled-labels':
    'corrected, pooled: too few labels by hand here, so those of all topics tell how often the model errs',
  model:
    'corrected by card: if the model errs here as on the sets of its card, and as unlike them as they are unlike each other; labels by hand would tell (--labels)',
};

const ERRORS_OF: Readonly<Record<CorrectedBy, string>> = {
  labels: 'errs as these labels say',
  'pooled-labels': 'errs as the labels of all topics say',
  model: 'errs as on the sets of its card',
};

type Corrected = Pick<Distribution<string>, 'corrected' | 'refuted'>;

/** A sentence for each kind of correction that these hold, and one for what could not be corrected. */
export function correctionNotes(
  sentiment: Corrected,
  targets: readonly (Corrected & { readonly target: string })[],
): string[] {
  const all = [
    { ...sentiment, name: 'sentiment' },
    ...targets.map((toward) => ({ ...toward, name: `stance toward ${oneLine(toward.target)}` })),
  ];
  const notes: string[] = [];
  for (const kind of CORRECTIONS) {
    if (all.some(({ corrected }) => corrected?.by === kind)) notes.push(CORRECTION_NOTES[kind]);
    const left = all.filter(({ refuted }) => refuted === kind).map(({ name }) => name);
    if (left.length > 0) notes.push(refutedNote(left, kind));
  }
  return notes;
}

/** Why a row is missing. */
function refutedNote(names: readonly string[], kind: CorrectedBy): string {
  return (
    `not ${CORRECTION_WORDS[kind]}: ${names.join(', ')}; such shares hardly come about where the model ` +
    `${ERRORS_OF[kind]}, so here it errs otherwise, and only labels by hand would tell how (--labels)`
  );
}

export function readingsBeside<L extends string>({ weighted, corrected }: Distribution<L>): Reading<L>[] {
  const readings: Reading<L>[] = [];
  if (weighted !== null) {
    const n = grouped(Math.round(weighted.effective));
    const [name, clause] = [WEIGHT_WORDS[weighted.by], `as sure as n ${n}`];
    readings.push({ name, n: `~${n}`, clause, shares: weighted.shares });
  }
  if (corrected !== null) {
    const labelled = grouped(corrected.labelled);
    readings.push({
      name: CORRECTION_WORDS[corrected.by],
      n: corrected.by === 'model' ? '' : labelled,
      clause:
        corrected.by === 'model' ? null : counted(corrected.labelled, 'label by hand', 'labels by hand'),
      shares: corrected.shares,
    });
  }
  return readings;
}

/** Where voices repeat themselves so much that the records tell clearly less than their number. */
export function repeatedVoices({
  n,
  effective,
}: Pick<Distribution<never>, 'n' | 'effective'>): string | null {
  if (effective === null || effective > 0.8 * n) return null;
  return `voices repeat: no surer than ${counted(Math.round(effective), 'record')} by different voices`;
}
