/** Simulations: a 95 % interval holds the truth in 93 to 97 of 100 draws, also where it is hard. */
import { describe, expect, test } from 'vitest';
import { VoicedLabels } from '../../src/aggregate/distribution.ts';
import type { Weighting } from '../../src/aggregate/voiced-counts.ts';
import { type Chance, chanceFrom, coverage } from '../helpers/chance.ts';

const LABELS = ['against', 'other'] as const;
const DRAWS = 1000;

/** Voices of these sizes, each against in as many of its records as its mind, drawn anew, has it. */
function drawn(
  chance: Chance,
  mindOf: () => number,
  sizes: readonly number[],
): VoicedLabels<'against' | 'other'> {
  const counts = new VoicedLabels(LABELS);
  for (const [voiceKey, size] of sizes.entries()) {
    const rate = mindOf();
    for (let i = 0; i < size; i += 1)
      counts.add(chance.hit(rate) ? 'against' : 'other', false, { voiceKey, weight: 1 });
  }
  return counts;
}

const times = (n: number, size: number): number[] => Array.from({ length: n }, () => size);
const FLOODED = [60, ...times(20, 3), ...times(140, 1)];
/** From very loud to silent, as accounts are. */
const UNEQUAL = Array.from({ length: 120 }, (_, i) => Math.max(1, Math.round(60 / (i + 1) ** 0.8)));
const TWELVE = [80, 40, 30, 20, 10, 8, 5, 4, 3, 2, 1, 1];

describe('the interval of a share holds the truth in 93 to 97 of 100 draws', () => {
  test.each([
    ['where every record is by another voice', 0.3, 0, times(200, 1)],
    ['where voices write five records each, of minds that differ', 0.4, 0.3, times(60, 5)],
    ['where voices write five records each, of minds that hardly differ', 0.4, 0.05, times(60, 5)],
  ])('%s', (_, truth, spread, sizes) => {
    const chance = chanceFrom(8);
    const mind = (): number => truth + (chance.hit(0.5) ? spread : -spread);
    const held = coverage(truth, DRAWS, () => drawn(chance, mind, sizes).shareOf('against'));
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });

  // Few voices that decide by leaps can't come closer: 98 where a share is small.
  test.each([
    ['voices write three records each', times(150, 3), 0.1, 0.3],
    ['voices are as unequal as accounts are', UNEQUAL, 0.1, 0.3],
    ['one account writes a third', FLOODED, 0.1, 0.3],
    ['one account writes half', [150, ...times(150, 1)], 0.1, 0.3],
    ['there are twelve voices, equally loud', times(12, 20), 0.1, 0.3],
    ['there are twelve voices, very unequal', TWELVE, 0.1, 0.3],
  ])('or little more where %s and each is of one mind', (_, sizes, rare, often) => {
    for (const truth of [rare, often]) {
      const chance = chanceFrom(10);
      const mind = (): number => Number(chance.hit(truth));
      const held = coverage(truth, 500, () => drawn(chance, mind, sizes).shareOf('against'));
      expect(held).toBeGreaterThanOrEqual(0.93);
      expect(held).toBeLessThanOrEqual(0.99);
    }
  });

  // A label that few of few voices carry at all: the records can hardly tell how alike a voice's are.
  test.each([
    ['twelve voices, equally loud', times(12, 20)],
    ['twelve voices, very unequal', TWELVE],
    ['thirty voices', times(30, 10)],
  ])('or more where one of five or ten of %s carries the label every other time', (_, sizes) => {
    for (const carrying of [0.2, 0.1]) {
      const chance = chanceFrom(13);
      const mind = (): number => (chance.hit(carrying) ? 0.5 : 0);
      const held = coverage(carrying / 2, 500, () => drawn(chance, mind, sizes).shareOf('against'));
      expect(held).toBeGreaterThanOrEqual(0.93);
    }
  });

  // So few that all of them may agree by chance, and then nothing tells that they need not have.
  test.each([5, 6])('or 90 and more where there are %i voices', (voices) => {
    const minds: readonly (readonly [number, (chance: Chance) => number])[] = [
      [0.3, (chance) => Number(chance.hit(0.3))],
      [0.5, (chance) => (chance.hit(0.5) ? 0.8 : 0.2)],
      [0.4, (chance) => (chance.hit(0.5) ? 0.5 : 0.3)],
      [0.5, (chance) => chance.next()],
    ];
    for (const [truth, mind] of minds) {
      const chance = chanceFrom(14);
      const draw = (): VoicedLabels<'against' | 'other'> =>
        drawn(chance, () => mind(chance), times(voices, 20));
      expect(coverage(truth, 500, () => draw().shareOf('against'))).toBeGreaterThanOrEqual(0.9);
    }
  });

  test.each([
    ['whose own mind can be anything', 0.3, 0.2],
    ['who is like the others', 0.3, 0],
  ])('or more where one account floods %s', (_, truth, spread) => {
    const chance = chanceFrom(8);
    const mind = (): number => truth + (chance.hit(0.5) ? spread : -spread);
    const held = coverage(truth, 500, () => drawn(chance, mind, FLOODED).shareOf('against'));
    expect(held).toBeGreaterThanOrEqual(0.93);
  });

  test('with one voice each, also where one account floods', () => {
    const chance = chanceFrom(9);
    const by: Weighting = 'voices';
    const held = coverage(
      0.3,
      DRAWS,
      () =>
        drawn(chance, () => (chance.hit(0.5) ? 0.5 : 0.1), FLOODED).distribution(by).weighted!.shares.against,
    );
    expect(held).toBeGreaterThanOrEqual(0.93);
    expect(held).toBeLessThanOrEqual(0.97);
  });

  test('which an interval that takes every record for one draw does not', () => {
    const chance = chanceFrom(8);
    const held = coverage(0.3, 300, () => {
      const counts = new VoicedLabels(LABELS);
      const flooded = drawn(chance, () => Number(chance.hit(0.3)), FLOODED);
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

const APART = times(400, 1);
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
        sizes: [80, ...times(60, 4), ...times(200, 1)],
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

/** The confusion of one set of labelled records: its classifier errs by chance a little otherwise. */
function errsOtherwise(chance: Chance, errors: Errors): Errors {
  const row = (of: Errors[Side]): Errors[Side] => {
    const parts = SIDES.map((side) => of[side] * (0.4 + 1.2 * chance.next()));
    const total = parts.reduce((sum, part) => sum + part, 0);
    return Object.fromEntries(SIDES.map((side, i) => [side, parts[i]! / total])) as Errors[Side];
  };
  return { favor: row(errors.favor), against: row(errors.against), none: row(errors.none) };
}

const GOOD: Errors = {
  favor: { favor: 0.7, against: 0.15, none: 0.15 },
  against: { favor: 0.15, against: 0.65, none: 0.2 },
  none: { favor: 0.1, against: 0.1, none: 0.8 },
};

// Eight sets tell how far a ninth differs only roughly, so it is no better than this.
describe('the share corrected by errors known from elsewhere holds the truth in nine of ten draws or more', () => {
  test.each([
    ['most against', MOSTLY_AGAINST],
    ['few against', MOSTLY_SILENT],
  ])('though they differ from set to set: %s', (_, truth) => {
    const chance = chanceFrom(12);
    const held = coverage(truth.against, 100, () => {
      const sets = Array.from({ length: 8 }, () => {
        const errors = errsOtherwise(chance, GOOD);
        return SIDES.map((side) => {
          const row = SIDES.map(() => 0);
          for (let i = 0; i < 60; i += 1) row[SIDES.indexOf(chance.pick(errors[side]))]! += 1;
          return row;
        });
      });
      const errors = errsOtherwise(chance, GOOD);
      const found = classified(chance, { truth, errors, sizes: APART, labelled: even(0) });
      // Where no errors like these make what was found, nothing is claimed.
      return found.distribution(null, { by: 'model', sets }).corrected?.shares.against ?? { lo: 0, hi: 1 };
    });
    expect(held).toBeGreaterThanOrEqual(0.9);
  });
});
