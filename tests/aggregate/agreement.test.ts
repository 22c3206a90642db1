import { describe, expect, test } from 'vitest';
import {
  cohenKappa,
  krippendorffAlpha,
  type LabelPair,
  observedAgreement,
} from '../../src/aggregate/agreement.ts';

const pairs = (counts: readonly (readonly [string, string, number])[]): LabelPair[] =>
  counts.flatMap(([a, b, n]) => Array.from({ length: n }, (): LabelPair => [a, b]));

/** The worked example of most textbooks: 20 and 15 times the same, 5 and 10 times not. */
const textbook = pairs([
  ['yes', 'yes', 20],
  ['yes', 'no', 5],
  ['no', 'yes', 10],
  ['no', 'no', 15],
]);

describe('agreement of two annotators', () => {
  test('observed: the share of like labels', () => {
    expect(observedAgreement(textbook)).toBe(0.7);
  });

  test("Cohen's kappa of the worked example is 0.4", () => {
    expect(cohenKappa(textbook)).toBeCloseTo(0.4, 12);
  });

  test("Krippendorff's alpha of it, chance being (55·54 + 45·44) / (100·99)", () => {
    const chance = (55 * 54 + 45 * 44) / (100 * 99);
    expect(krippendorffAlpha(textbook)).toBeCloseTo((0.7 - chance) / (1 - chance), 12);
  });

  test('both are 1 for perfect agreement, and where there is but one label', () => {
    const perfect = pairs([
      ['a', 'a', 3],
      ['b', 'b', 2],
    ]);
    expect([cohenKappa(perfect), krippendorffAlpha(perfect)]).toEqual([1, 1]);
    const sole = pairs([['a', 'a', 3]]);
    expect([cohenKappa(sole), krippendorffAlpha(sole)]).toEqual([1, 1]);
  });

  test('both fall under 0 for less than chance', () => {
    const opposed = pairs([
      ['a', 'b', 5],
      ['b', 'a', 5],
    ]);
    expect(cohenKappa(opposed)).toBeCloseTo(-1, 12);
    expect(krippendorffAlpha(opposed)).toBeLessThan(-0.8);
  });
});
