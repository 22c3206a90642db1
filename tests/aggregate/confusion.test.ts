import { describe, expect, test } from 'vitest';
import {
  accuracy,
  classScores,
  confusionOf,
  macroRecall,
  meanF1,
  type Verdict,
} from '../../src/aggregate/confusion.ts';

const LABELS = ['favor', 'against', 'none'];
const verdicts = (...pairs: [string, string | null][]): Verdict[] =>
  pairs.map(([truth, found]) => ({ truth, found }));

/** favor: 2 of 3 found, one taken for against; against: 1 of 1; none: missed once, once not asked about. */
const confusion = confusionOf(
  LABELS,
  verdicts(
    ['favor', 'favor'],
    ['favor', 'favor'],
    ['favor', 'against'],
    ['against', 'against'],
    ['none', 'favor'],
    ['none', null],
  ),
);

describe('a confusion matrix', () => {
  test('has a row per true label, a column per found one, and one for nothing found', () => {
    expect(confusion.counts).toEqual([
      [2, 1, 0, 0],
      [0, 1, 0, 0],
      [1, 0, 0, 1],
    ]);
  });

  test('gives precision, recall and F1 per label', () => {
    const third = expect.closeTo(2 / 3, 12) as number;
    expect(classScores(confusion)).toEqual([
      { label: 'favor', precision: third, recall: third, f1: third, n: 3 },
      { label: 'against', precision: 0.5, recall: 1, f1: third, n: 1 },
      { label: 'none', precision: 0, recall: 0, f1: 0, n: 2 },
    ]);
  });

  test('counts what has no label found as wrong', () => {
    expect(accuracy(confusion)).toBe(0.5);
  });

  test('macro-recall is the mean over labels that occur', () => {
    expect(macroRecall(confusion)).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12);
    expect(macroRecall(confusionOf(LABELS, verdicts(['favor', 'favor'], ['none', 'favor'])))).toBe(0.5);
  });

  test('mean F1 is over all labels, or over those that are named', () => {
    expect(meanF1(confusion)).toBeCloseTo((2 / 3 + 2 / 3) / 3, 12);
    expect(meanF1(confusion, ['favor', 'against'])).toBeCloseTo(2 / 3, 12);
  });

  test('of nothing is all zeros', () => {
    const nothing = confusionOf(LABELS, []);
    expect([accuracy(nothing), macroRecall(nothing), meanF1(nothing)]).toEqual([0, 0, 0]);
  });
});
