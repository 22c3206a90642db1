/** How far two annotators of one file agree. */
import { cohenKappa, krippendorffAlpha, type LabelPair, observedAgreement } from '../aggregate/agreement.ts';
import { bootstrapInterval } from '../aggregate/bootstrap.ts';
import { type Confusion, confusionOf } from '../aggregate/confusion.ts';
import type { Bounds } from '../aggregate/interval.ts';
import { HearsayError } from '../errors.ts';
import type { LabelledFile, LabelledRow } from './labelled-rows.ts';

export interface LabelAgreement {
  readonly files: readonly [string, string];
  /** Rows that both have labelled; the others are left out. */
  readonly rows: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly agreement: number;
  readonly kappa: Bounds & { readonly score: number };
  readonly alpha: Bounds & { readonly score: number };
  /** The first annotator's labels down, the second's across. */
  readonly confusion: Confusion;
}

/** Rows are matched by id and target, or by text and target where there are no ids. */
export function labelAgreement(
  labels: readonly string[],
  first: LabelledFile,
  second: LabelledFile,
): LabelAgreement {
  const keyOf = keyFor([first, second]);
  const others = new Map(second.rows.map((row) => [keyOf(row), row]));
  const pairs = first.rows.flatMap((row): LabelPair[] => {
    const other = others.get(keyOf(row));
    return other ? [[row.label, other.label]] : [];
  });
  if (pairs.length === 0)
    throw new HearsayError('usage', `no row of ${second.name} has the id or text of one of ${first.name}`, {
      remedy: 'Give two files with labels for the same rows.',
    });
  return {
    files: [first.name, second.name],
    rows: pairs.length,
    onlyFirst: first.rows.length - pairs.length,
    onlySecond: others.size - pairs.length,
    agreement: observedAgreement(pairs),
    kappa: { score: cohenKappa(pairs), ...bootstrapInterval(pairs, cohenKappa) },
    alpha: { score: krippendorffAlpha(pairs), ...bootstrapInterval(pairs, krippendorffAlpha) },
    confusion: confusionOf(
      labels,
      pairs.map(([truth, found]) => ({ truth, found })),
    ),
  };
}

function keyFor(files: readonly LabelledFile[]): (row: LabelledRow) => string {
  const hasIds = files.every(({ rows }) => rows.every(({ id }) => id !== null));
  return ({ id, text, target }) => JSON.stringify([hasIds ? id : text, target]);
}
