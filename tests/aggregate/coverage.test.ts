/** Simulations: a 95 % interval holds the truth in 93 to 97 of 100 draws, also where it is hard. */
import { describe, expect, test } from 'vitest';
import { VoicedLabels } from '../../src/aggregate/distribution.ts';
import type { Weighting } from '../../src/aggregate/voiced-counts.ts';
import { type Chance, chanceFrom, coverage } from '../helpers/chance.ts';

const LABELS = ['against', 'other'] as const;
const DRAWS = 1000;

/** Voices that differ in how often they are against, the first of which writes `flood` records. */
function drawn(
  chance: Chance,
  truth: number,
  spread: number,
  sizes: readonly number[],
): VoicedLabels<'against' | 'other'> {
  const counts = new VoicedLabels(LABELS);
  for (const [voiceKey, size] of sizes.entries()) {
    const rate = truth + (chance.hit(0.5) ? spread : -spread);
    for (let i = 0; i < size; i += 1)
      counts.add(chance.hit(rate) ? 'against' : 'other', false, { voiceKey, weight: 1 });
  }
  return counts;
}

const FLOODED = [60, ...Array.from({ length: 20 }, () => 3), ...Array.from({ length: 140 }, () => 1)];

describe('the interval of a share holds the truth in 93 to 97 of 100 draws', () => {
  test.each([
    ['where every record is by another voice', 0.3, 0, Array.from({ length: 200 }, () => 1)],
    ['where voices write five records each', 0.4, 0.3, Array.from({ length: 60 }, () => 5)],
    ['where one account floods', 0.3, 0.2, FLOODED],
    ['where one account floods and voices hardly differ', 0.5, 0.05, FLOODED],
  ])('%s', (_, truth, spread, sizes) => {
    const chance = chanceFrom(8);
    const held = coverage(truth, DRAWS, () => drawn(chance, truth, spread, sizes).shareOf('against'));
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });

  test('with one voice each, also where one account floods', () => {
    const chance = chanceFrom(9);
    const by: Weighting = 'voices';
    const held = coverage(
      0.3,
      DRAWS,
      () => drawn(chance, 0.3, 0.2, FLOODED).distribution(by).weighted!.shares.against,
    );
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });

  test('which an interval that takes every record for one draw does not', () => {
    const chance = chanceFrom(8);
    const held = coverage(0.3, DRAWS, () => {
      const counts = new VoicedLabels(LABELS);
      const flooded = drawn(chance, 0.3, 0.2, FLOODED);
      for (const label of LABELS)
        for (let i = 0; i < flooded.countOf(label); i += 1)
          counts.add(label, false, { voiceKey: null, weight: 1 });
      return counts.shareOf('against');
    });
    expect(held).toBeLessThan(0.9);
  });
});

const SIDES = ['favor', 'against', 'none'] as const;
type Side = (typeof SIDES)[number];

/** How a classifier errs: per true label the chances of what it finds. */
type Errors = Readonly<Record<Side, Readonly<Record<Side, number>>>>;

/** Finds half of those against in favor: irony, say. */
const MISLED: Errors = {
  favor: { favor: 0.8, against: 0.1, none: 0.1 },
  against: { favor: 0.5, against: 0.3, none: 0.2 },
  none: { favor: 0.1, against: 0.05, none: 0.85 },
};
/** Overlooks sides that name nothing. */
const BLIND: Errors = {
  favor: { favor: 0.4, against: 0.05, none: 0.55 },
  against: { favor: 0.05, against: 0.35, none: 0.6 },
  none: { favor: 0.02, against: 0.03, none: 0.95 },
};

interface Export {
  readonly truth: Readonly<Record<Side, number>>;
  readonly errors: Errors;
  /** Records of each voice. */
  readonly sizes: readonly number[];
  /** Chance that a record is labelled by hand, by its found label. */
  readonly labelled: Readonly<Record<Side, number>>;
}

function classified(chance: Chance, { truth, errors, sizes, labelled }: Export): VoicedLabels<Side> {
  const counts = new VoicedLabels(SIDES);
  for (const [voiceKey, size] of sizes.entries()) {
    const mind = chance.pick(truth);
    for (let i = 0; i < size; i += 1) {
      const side = size > 1 && chance.hit(0.3) ? mind : chance.pick(truth);
      const found = chance.pick(errors[side]);
      const isLabelled = chance.hit(labelled[found]);
      const byHand = isLabelled ? { label: side, weight: 1 / labelled[found] } : null;
      counts.add(found, false, { voiceKey, weight: 1 }, byHand);
    }
  }
  return counts;
}

const APART = Array.from({ length: 400 }, () => 1);
const even = (rate: number) => ({ favor: rate, against: rate, none: rate });
const MOSTLY_AGAINST = { favor: 0.2, against: 0.5, none: 0.3 };
const MOSTLY_SILENT = { favor: 0.08, against: 0.12, none: 0.8 };

describe('the share corrected by labels by hand holds the truth in 93 to 97 of 100 draws', () => {
  test.each<[string, Export]>([
    [
      'in a topic where the classifier is misled',
      { truth: MOSTLY_AGAINST, errors: MISLED, sizes: APART, labelled: even(0.3) },
    ],
    [
      'in a topic where the same classifier overlooks sides',
      { truth: MOSTLY_SILENT, errors: BLIND, sizes: APART, labelled: even(0.4) },
    ],
    ['with few labels', { truth: MOSTLY_AGAINST, errors: MISLED, sizes: APART, labelled: even(0.12) }],
    [
      'where what was found against is labelled more often',
      {
        truth: MOSTLY_AGAINST,
        errors: BLIND,
        sizes: APART,
        labelled: { favor: 0.3, against: 0.5, none: 0.12 },
      },
    ],
    [
      'where one account floods',
      {
        truth: MOSTLY_AGAINST,
        errors: MISLED,
        sizes: [80, ...Array.from({ length: 60 }, () => 4), ...APART.slice(0, 200)],
        labelled: even(0.2),
      },
    ],
  ])('%s', (_, drawnFrom) => {
    const chance = chanceFrom(11);
    const held = coverage(drawnFrom.truth.against, 500, () => {
      const { corrected } = classified(chance, drawnFrom).distribution(null);
      return corrected?.by === 'labels' ? corrected.shares.against : { lo: 1, hi: 0 };
    });
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });

  test('where the share as found hardly ever does', () => {
    const chance = chanceFrom(11);
    const held = coverage(MOSTLY_AGAINST.against, 100, () =>
      classified(chance, {
        truth: MOSTLY_AGAINST,
        errors: MISLED,
        sizes: APART,
        labelled: even(0.3),
      }).shareOf('against'),
    );
    expect(held).toBeLessThan(0.05);
  });
});

describe('the share corrected by errors known from elsewhere holds the truth in 93 to 97 of 100 draws', () => {
  test.each([
    ['most against', MOSTLY_AGAINST],
    ['few against', MOSTLY_SILENT],
  ])('%s', (_, truth) => {
    const chance = chanceFrom(12);
    const held = coverage(truth.against, 400, () => {
      const counts = SIDES.map((side) => {
        const row = SIDES.map(() => 0);
        for (let i = 0; i < 150; i += 1) row[SIDES.indexOf(chance.pick(MISLED[side]))]! += 1;
        return row;
      });
      const found = classified(chance, { truth, errors: MISLED, sizes: APART, labelled: even(0) });
      return found.distribution(null, { by: 'model', counts }).corrected!.shares.against;
    });
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });
});
