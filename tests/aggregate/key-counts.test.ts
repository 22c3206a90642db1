import { expect, test } from 'vitest';
import { KeyCounts } from '../../src/aggregate/key-counts.ts';
import { keyOf } from '../../src/aggregate/key-of.ts';

test('counts as a map does, through many growths', () => {
  const counts = new KeyCounts();
  const map = new Map<number, number>();
  for (let i = 0; i < 20_000; i += 1) {
    const key = keyOf(`text ${(i * i) % 7_919}`);
    const count = (map.get(key) ?? 0) + 1;
    map.set(key, count);
    expect(counts.add(key)).toBe(count);
  }
  expect(counts.size).toBe(map.size);
  for (const [key, count] of map) expect(counts.countOf(key)).toBe(count);
});

test('gives the largest counts, largest first, and fewer where there are fewer', () => {
  const counts = new KeyCounts();
  for (const [key, times] of [
    [1, 3],
    [2, 7],
    [3, 1],
  ] as const)
    for (let i = 0; i < times; i += 1) counts.add(key);
  expect(counts.largest(2)).toEqual([7, 3]);
  expect(counts.largest(10)).toEqual([7, 3, 1]);
});

test('a key that was never seen counts zero', () => {
  expect(new KeyCounts().countOf(keyOf('never'))).toBe(0);
});
