import { describe, expect, test } from 'vitest';
import { STRATEGIES, sampleOf } from '../../src/aggregate/sample.ts';

const candidates = Array.from({ length: 1000 }, (_, i) => ({
  id: `r${i}`,
  stratum: i < 40 ? 'favor' : i < 240 ? 'against' : 'none',
  confidence: i % 10 === 0 ? 0.4 : 0.95,
}));
const idsOf = (drawn: readonly { item: { id: string } }[]): string[] => drawn.map(({ item }) => item.id);

describe.each(STRATEGIES)('a %s sample', (strategy) => {
  test('is the same in any order of rows, and another with another seed', () => {
    const ids = idsOf(sampleOf(candidates, 150, strategy, 1));
    expect(idsOf(sampleOf(candidates.toReversed(), 150, strategy, 1))).toEqual(ids);
    expect(idsOf(sampleOf(candidates, 150, strategy, 2))).not.toEqual(ids);
  });

  test('has about as many as asked for, none twice', () => {
    const ids = idsOf(sampleOf(candidates, 150, strategy, 3));
    expect(Math.abs(ids.length - 150)).toBeLessThanOrEqual(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('weighted by one over the chances, counts what the whole holds', () => {
    let total = 0;
    for (let seed = 1; seed <= 40; seed += 1)
      for (const { item, probability } of sampleOf(candidates, 150, strategy, seed))
        if (item.confidence === 0.4) total += 1 / probability / 40;
    expect(total).toBeGreaterThan(88);
    expect(total).toBeLessThan(112);
  });

  test('of more than there are is all, each with certainty', () => {
    const drawn = sampleOf(candidates.slice(0, 5), 10, strategy, 1);
    expect(drawn).toHaveLength(5);
    expect(drawn.every(({ probability }) => probability === 1)).toBe(true);
  });
});

test('a stratified sample takes as many of each stratum, a small one whole', () => {
  const strata = sampleOf(candidates, 150, 'stratified', 1).map(({ item }) => item.stratum);
  const count = (name: string): number => strata.filter((it) => it === name).length;
  expect([count('favor'), count('against'), count('none')]).toEqual([40, 55, 55]);
});

test('an uncertain sample holds mostly what the model is unsure of', () => {
  const drawn = sampleOf(candidates, 100, 'uncertain', 1);
  expect(drawn.filter(({ item }) => item.confidence === 0.4).length).toBeGreaterThan(40);
});
