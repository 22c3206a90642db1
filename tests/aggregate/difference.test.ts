import { describe, expect, test } from 'vitest';
import { differenceOf, holm } from '../../src/aggregate/difference.ts';
import { independent } from '../../src/aggregate/voiced-share.ts';
import { randomNumbers } from '../helpers/invented-export.ts';

describe('the difference of two shares', () => {
  test("is Newcombe's example: 56 of 70 against 48 of 80", () => {
    const found = differenceOf(independent(48 / 80, 80), independent(56 / 70, 70));
    expect(found).toMatchObject({ difference: 0.2, lo: 0.0524, hi: 0.3339 });
    expect(found.p).toBeCloseTo(0.0079, 3);
  });

  test('covers the truth in 93 to 97 of 100 draws, and raises few false alarms', () => {
    const random = randomNumbers(7);
    const drawn = (n: number, p: number) => {
      const hits = Array.from({ length: n }, random).filter((value) => value < p).length;
      return independent(hits / n, n);
    };
    const DRAWS = 2000;
    let covered = 0;
    let alarms = 0;
    for (let i = 0; i < DRAWS; i += 1) {
      const { lo, hi } = differenceOf(drawn(120, 0.3), drawn(80, 0.5));
      if (lo <= 0.2 && hi >= 0.2) covered += 1;
      if (differenceOf(drawn(120, 0.3), drawn(80, 0.3)).p < 0.05) alarms += 1;
    }
    expect(covered / DRAWS).toBeGreaterThan(0.93);
    expect(covered / DRAWS).toBeLessThan(0.97);
    expect(alarms / DRAWS).toBeGreaterThan(0.03);
    expect(alarms / DRAWS).toBeLessThan(0.07);
  });
});

test("Holm's correction steps down and never turns the order round", () => {
  const corrected = holm([0.01, 0.04, 0.03, 0.005]);
  [0.03, 0.06, 0.06, 0.02].forEach((p, i) => expect(corrected[i]).toBeCloseTo(p, 10));
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});
