import { describe, expect, test } from 'vitest';
import { adjustedCounts } from '../../src/aggregate/adjusted-counting.ts';
import type { Interval } from '../../src/aggregate/interval.ts';
import { HandLabels } from '../../src/aggregate/hand-labels.ts';
import { summarySchema, summaryBuilder } from '../../src/aggregate/summary.ts';
import type { SentimentLabel } from '../../src/reaction.ts';
import { summaryTable } from '../../src/report/table.ts';
import { post, tone } from '../helpers/reactions.ts';

const CONFUSION = [
  [60, 30, 10],
  [10, 80, 10],
  [5, 15, 80],
];

function corrected(...known: Parameters<typeof adjustedCounts>): Interval[] {
  const found = adjustedCounts(...known);
  if (found === null || found === 'refuted') throw new Error('nothing was corrected');
  return found;
}

describe('adjusted counting', () => {
  test('takes the mixture apart that the confusion makes of the truth', () => {
    // 50, 30 and 20 of a hundred, seen through the confusion.
    const [first, second, third] = corrected([CONFUSION], [0.34, 0.42, 0.24], 1000);
    expect([first!.share, second!.share, third!.share].map((share) => Math.round(share * 100))).toEqual([
      50, 30, 20,
    ]);
    expect(first!.lo).toBeLessThan(0.5);
    expect(first!.hi).toBeGreaterThan(0.5);
  });

  test('is the surer the more alike the errors are from set to set', () => {
    const other = [
      [90, 5, 5],
      [30, 60, 10],
      [30, 30, 40],
    ];
    const widthBy = (sets: Parameters<typeof adjustedCounts>[0]): number => {
      const { lo, hi } = corrected(sets, [0.34, 0.42, 0.24], 1000)[0]!;
      return hi - lo;
    };
    expect(widthBy([CONFUSION, CONFUSION, CONFUSION, CONFUSION, CONFUSION])).toBeLessThan(0.2);
    expect(widthBy([CONFUSION, CONFUSION, CONFUSION, other, other])).toBeGreaterThan(0.4);
    // Of one set nobody knows how far the next one differs.
    expect(widthBy([CONFUSION])).toBeGreaterThan(0.4);
  });

  test('claims no share of nothing where fewer are found than the errors alone would make', () => {
    const shares = corrected([CONFUSION], [0.62, 0.33, 0.05], 1000);
    for (const { share, lo, hi } of shares) {
      expect(share).toBeGreaterThan(0);
      expect(lo).toBeLessThanOrEqual(share);
      expect(hi).toBeGreaterThanOrEqual(share);
    }
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('is refuted where nearly all are found to have a label that is missed in a fifth of what truly has it', () => {
    const known = Array.from({ length: 5 }, () => CONFUSION);
    expect(adjustedCounts(known, [0.01, 0.01, 0.98], 1000)).toBe('refuted');
  });

  test.each([
    [
      'the model finds the same whatever is true',
      [
        [5, 5, 5],
        [5, 5, 5],
        [5, 5, 5],
      ],
    ],
    [
      'a true label is hardly known',
      [
        [50, 5, 5],
        [5, 50, 5],
        [1, 1, 2],
      ],
    ],
  ])('says nothing where %s', (_, counts) => {
    expect(adjustedCounts([counts], [0.4, 0.3, 0.3], 100)).toBeNull();
  });
});

/** Every other row is truly positive, of which half are found negative; in two topics. */
const foundOf = (row: number): SentimentLabel =>
  row % 4 === 1 ? 'neutral' : row % 4 === 0 ? 'positive' : 'negative';
const records = Array.from({ length: 200 }, (_, i) =>
  post(i + 1, { topic: i < 180 ? 'Large' : 'Small', sentiment: tone(foundOf(i + 1)) }),
);
const truthOf = (row: number): SentimentLabel =>
  row % 4 === 1 ? 'neutral' : row % 2 === 0 ? 'positive' : 'negative';

function summaryWith(labelled: readonly number[], errors = () => ({ sentiment: [CONFUSION], stance: null })) {
  const labels = new HandLabels(
    labelled.map((row) => ({ id: String(row), text: '', probability: null, sentiment: truthOf(row) })),
  );
  const builder = summaryBuilder({ labels, errors });
  for (const record of records) builder.add(record);
  const summary = builder.summary();
  return Object.fromEntries(summarySchema.parse(summary).topics.map((it) => [it.topic, it.sentiment]));
}

describe('corrected shares stand beside the plain ones', () => {
  test('by labels by hand where a topic has enough, else by those of all topics together', () => {
    const { Large, Small } = summaryWith(Array.from({ length: 90 }, (_, i) => i + 1).concat(185, 186));
    expect(Large!.shares.positive.share).toBe(0.25);
    expect(Large!.corrected).toMatchObject({ by: 'labels', labelled: 90 });
    expect(Large!.corrected!.shares.positive.share).toBeGreaterThan(0.4);
    expect(Small!.corrected).toMatchObject({ by: 'pooled-labels', labelled: 2 });
    expect(Small!.corrected!.shares.positive.share).toBeGreaterThan(0.4);
  });

  test('by the errors on the card of the model where nobody labelled anything', () => {
    const { Large } = summaryWith([]);
    expect(Large!.corrected).toMatchObject({ by: 'model', labelled: 0 });
  });

  test('nowhere where the errors on the card could hardly make what was found, and the table says so', () => {
    const errors = () => ({ sentiment: Array.from({ length: 5 }, () => CONFUSION), stance: null });
    const builder = summaryBuilder({ errors });
    for (let row = 1; row <= 200; row += 1) builder.add(post(row, { sentiment: tone('positive') }));
    const summary = builder.summary();
    expect(summary.topics[0]!.sentiment).toMatchObject({ corrected: null, refuted: 'model' });
    expect(summaryTable(summary, { width: 200 })).toContain('not corrected by card: sentiment;');
  });

  test('nowhere where nothing is known of the errors', () => {
    const nothing = () => ({ sentiment: null, stance: null });
    expect(summaryWith([], nothing as never).Large!.corrected).toBeNull();
  });
});
