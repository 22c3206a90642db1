/**
 * Does a stance model mind its target? A model that reads the post alone scores the same with any target: asked
 * about another target of the file, or about none, its score must fall (Stanceformer, arXiv 2410.07083).
 */
import { HearsayError } from '../errors.ts';
import type { LabelledRow } from './labelled-rows.ts';

export const TARGET_CHECKS = ['swapped', 'blank'] as const;
export type TargetCheck = (typeof TARGET_CHECKS)[number];

/** What a model is asked about in place of a target that it is not told. */
const BLANK = '-';

/**
 * The target that the model is asked about for each row: the row's own without a check.
 * @throws HearsayError `usage` where there is no second target to swap with
 */
export function askedTargets(
  rows: readonly LabelledRow[],
  check: TargetCheck | undefined,
): readonly (string | null)[] {
  if (check === undefined) return rows.map(({ target }) => target);
  if (check === 'blank') return rows.map(() => BLANK);
  const targets = [...new Set(rows.map(({ target }) => target))].sort();
  if (targets.length < 2)
    throw new HearsayError('usage', 'there is one target only, and none to swap it with', {
      remedy: 'Leave --check-target away, or give rows toward several targets.',
    });
  // A different one each time, and the same ones in every run.
  return rows.map(({ target }, i) => {
    const steps = 1 + (i % (targets.length - 1));
    return targets[(targets.indexOf(target) + steps) % targets.length]!;
  });
}
