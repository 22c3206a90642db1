import { describe, expect, test } from 'vitest';
import { type Comparison, comparisonBuilder, type Side } from '../../src/aggregate/compare.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { comparisonCsv, comparisonTable } from '../../src/report/compare-table.ts';
import { randomNumbers } from '../helpers/invented-export.ts';
import { post, side as stance, tone } from '../helpers/reactions.ts';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/gu) ?? [];
const names = { a: 'may.csv', b: 'june.csv' };
type Row = readonly [ScoredReaction, Side];

function compared(rows: Iterable<Row>): Comparison {
  const builder = comparisonBuilder(wordsOf);
  for (const [reaction, side] of rows) builder.add(reaction, side);
  return builder.comparison(names);
}

interface World {
  readonly topics: readonly string[];
  readonly against: number;
  readonly random: () => number;
  /** Posts an account. */
  readonly alike?: number;
}

/** `n` posts; an account keeps to its side. */
function drawn(n: number, side: Side, { topics, against, random, alike = 1 }: World): Row[] {
  const sides = Array.from({ length: Math.ceil(n / alike) }, () => random() < against);
  return Array.from({ length: n }, (_, i): Row => {
    const account = Math.floor(i / alike);
    const isAgainst = sides[account]!;
    const author = { id: `${side}${account}`, handle: null, name: `${side}${account}` };
    const topic = topics[Math.floor(random() * topics.length)]!;
    const text = `${topic} ${isAgainst ? 'shame' : 'fine'} ${i}`;
    const stances = [stance(`The ${topic}`, isAgainst ? 'against' : 'favor')];
    const sentiment = tone(isAgainst ? 'negative' : 'positive');
    return [post(i + 1, { topic, text, author, stances, sentiment }), side];
  });
}

describe('two exports side by side', () => {
  const random = randomNumbers(3);
  const rows = [
    ...drawn(300, 'a', { topics: ['ferry', 'library'], against: 0.3, random }),
    ...drawn(300, 'b', { topics: ['ferry', 'ferry', 'ferry', 'library'], against: 0.6, random }),
  ];
  const found = compared(rows);

  test('tell what changed, with an interval that leaves zero out', () => {
    const row = found.rows.find(({ target, label }) => target === 'The ferry' && label === 'against')!;
    expect(row.holds).toBe(true);
    expect(row.lo).toBeGreaterThan(0);
    expect(row.difference).toBeCloseTo(row.b.share - row.a.share, 3);
    const part = found.rows.find(({ topic, label }) => topic === 'ferry' && label === 'share of posts')!;
    expect(part.holds).toBe(true);
  });

  test('are the same in any order of records', () => {
    expect(compared(rows.toReversed())).toEqual(found);
  });

  test('tell which words are said more', () => {
    const [all] = found.words;
    expect(all!.topic).toBeNull();
    expect(all!.words.find(({ word }) => word === 'shame')!.z).toBeGreaterThan(0);
  });

  test('part what comes from other topics from what changed within them', () => {
    const negative = found.rows.find(
      ({ topic, target, label }) => topic === null && target === null && label === 'negative',
    )!;
    expect(negative.drivers!.mix + negative.drivers!.within).toBeCloseTo(negative.difference, 3);
    expect(Math.abs(negative.drivers!.within)).toBeGreaterThan(Math.abs(negative.drivers!.mix));
  });

  test('read as a table and as rows', () => {
    const table = comparisonTable(found);
    expect(table).toContain('A: may.csv (300 records, 300 voices)');
    expect(table).toMatch(/against The ferry · ferry +\d+ % +\d+ % +\+\d+ \(\+\d+ to \+\d+\)/);
    expect(table.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(comparisonCsv(found).trimEnd().split('\n')).toHaveLength(found.rows.length + 1);
  });
});

test('an account that floods one side is named, and what the difference would be without it', () => {
  const random = randomNumbers(5);
  const world = { topics: ['ferry'], against: 0.3, random };
  const flood = Array.from({ length: 200 }, (_, i): Row => [
    post(1000 + i, {
      topic: 'ferry',
      text: `shame ${i}`,
      sentiment: tone('negative'),
      author: { id: 'x', handle: null, name: 'Loudmouth' },
    }),
    'b',
  ]);
  const { rows } = compared([...drawn(200, 'a', world), ...drawn(200, 'b', world), ...flood]);
  const row = rows.find(({ target, label }) => target === null && label === 'negative')!;
  expect(row.accounts[0]).toMatchObject({ name: 'Loudmouth', a: 0, b: 200 });
  expect(row.difference).toBeGreaterThan(0.25);
  expect(Math.abs(row.accounts[0]!.without)).toBeLessThan(0.12);
  expect(row.holds).toBe(false);
});

test('without a difference even one change is claimed in no more than 5 of 100 comparisons, also where accounts repeat themselves', () => {
  const DRAWS = 200;
  const random = randomNumbers(11);
  const world = { topics: ['ferry', 'library', 'tram'], against: 0.4, random, alike: 4 };
  let alarms = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const { rows } = compared([...drawn(240, 'a', world), ...drawn(240, 'b', world)]);
    expect(rows.length).toBeGreaterThan(12);
    if (rows.some(({ holds }) => holds)) alarms += 1;
  }
  // Five in a hundred, and two standard errors of so many draws.
  expect(alarms / DRAWS).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / DRAWS));
}, 300_000);

test('where a side has fewer than ten records, it says that nothing can be compared', () => {
  const world = { topics: ['ferry'], against: 0.5, random: randomNumbers(1) };
  const table = comparisonTable(compared([...drawn(50, 'a', world), ...drawn(9, 'b', world)]));
  expect(table).toContain('Nothing can be compared: each share needs ten records on both sides.');
  expect(table).not.toContain('largest differences');
});
