import { expect, test } from 'vitest';
import { type Checked, predictionPowered } from '../../src/aggregate/prediction-powered.ts';
import { randomNumbers } from '../helpers/invented-export.ts';

/** Of three labels the second is often taken for the third; a few dozen of the records are checked by hand. */
function drawn(random: () => number, n = 150, checkedOf = 40) {
  const records = Array.from({ length: n }, (_, voice): Checked => {
    const truth = random() < 0.7 ? 0 : random() < 0.5 ? 1 : 2;
    const found = truth === 1 && random() < 0.6 ? 2 : random() < 0.1 ? 0 : truth;
    return { truth, found, voice, weight: 1 };
  });
  const foundOf = (label: number) => {
    const hits = records.filter((it) => it.found === label).length;
    return {
      clusters: [
        { size: 1, hits: 1, times: hits },
        { size: 1, hits: 0, times: n - hits },
      ],
      of: (voice: number) => ({ size: 1, hits: Number(records[voice]!.found === label) }),
    };
  };
  return predictionPowered(records.slice(0, checkedOf), [0, 1, 2].map(foundOf));
}

test('the corrected shares of all labels add up to one, also where one of them is none', () => {
  const random = randomNumbers(12);
  const draws = Array.from({ length: 200 }, () => drawn(random).map(({ share }) => share));
  expect(draws.some((shares) => shares.includes(0))).toBe(true);
  for (const shares of draws) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
});
