/** Simulations: a 95 % interval holds the truth in 93 to 97 of 100 draws, also where it is hard. */
import { describe, expect, test } from 'vitest';
import { VoicedLabels } from '../../src/aggregate/distribution.ts';
import type { Weighting } from '../../src/aggregate/voiced-counts.ts';
import { type Chance, chanceFrom, coverage } from '../helpers/chance.ts';

const LABELS = ['against', 'other'] as const;
const DRAWS = 2000;

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
