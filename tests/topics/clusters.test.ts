import { describe, expect, test } from 'vitest';
import { centralText, clusterOf, clusterOfMembers, sharesOf } from '../../src/topics/clusters.ts';
import { centreOf } from '../../src/topics/separation.ts';
import { frequencies, termKeys } from '../../src/topics/term-index.ts';

const vector = (...values: number[]): Float32Array => centreOf([Float32Array.from(values)]);
const boats = ['late ferry', 'ferry again', 'no ferry', 'the ferry'];
const banks = ['bank fee', 'fee again', 'no fee', 'the fee'];
const all = frequencies([...boats, ...banks].map(termKeys));
const clusters = [
  clusterOf(boats, [vector(1, 0, 0), vector(1, 0.1, 0), vector(1, 0, 0.2), vector(1, 0.3, 0)], all, 8),
  clusterOf(banks, [vector(0, 1, 0), vector(0, 1, 0.1), vector(0.2, 1, 0), vector(0, 1, 0.3)], all, 8),
];
const shares = (text: string, ...values: number[]) =>
  sharesOf(text, vector(...values), clusters, ['A', 'B'], all);

describe('a post belongs', () => {
  test('where its neighbours are', () => {
    expect(shares('so late', 1, 0.1, 0)[0]).toMatchObject({ name: 'A' });
    expect(shares('so late', 0.1, 1, 0)[0]).toMatchObject({ name: 'B' });
  });

  test('where its words are, between two', () => {
    expect(shares('ferry', 1, 1, 0)[0]).toMatchObject({ name: 'A' });
    expect(shares('fee', 1, 1, 0)[0]).toMatchObject({ name: 'B' });
  });

  test('nowhere, far from all', () => {
    expect(shares('otter', 0, 0, 1)).toEqual([{ name: 'other', score: 1 }]);
  });

  test('with shares that add up to no more than 1, the largest first', () => {
    const scores = shares('again', 1, 1, 0).map(({ score }) => score);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.0001);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

test('the most central text is nearest to the centre', () => {
  expect(centralText(clusters[0]!)).toBe('ferry again');
});

test('a cluster without its strangers keeps its centre, and all members where all are strangers', () => {
  const [cluster] = clusters;
  const own = clusterOfMembers(cluster!, (i) => i !== 2);
  expect(own.texts).toEqual(['late ferry', 'ferry again', 'the ferry']);
  expect(own.centre).toBe(cluster!.centre);
  expect(clusterOfMembers(cluster!, () => false)).toBe(cluster);
});
