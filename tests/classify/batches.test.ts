import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '../../src/classify/batches.ts';

const LIMITS = { window: 16, tokens: 100, rows: 8 };
const lengths = array(integer({ min: 1, max: 60 }), { maxLength: 80 });

describe('batches', () => {
  test('every sequence stands in exactly one batch', () => {
    assert(
      property(lengths, (all) => {
        const indexes = batchesOf(all, LIMITS).flat();
        expect(indexes.toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i));
      }),
    );
  });

  test('no batch is wider than its limits, padding included', () => {
    assert(
      property(lengths, (all) => {
        for (const batch of batchesOf(all, LIMITS)) {
          const padded = batch.length * Math.max(...batch.map((i) => all[i]!));
          expect(batch.length).toBeLessThanOrEqual(LIMITS.rows);
          expect(batch.length === 1 || padded <= LIMITS.tokens).toBe(true);
        }
      }),
    );
  });

  test('a window is the same whatever comes after it', () => {
    assert(
      property(lengths, lengths, (first, more) => {
        const whole = first.slice(0, Math.floor(first.length / LIMITS.window) * LIMITS.window);
        const alone = batchesOf(whole, LIMITS);
        expect(batchesOf([...whole, ...more], LIMITS).slice(0, alone.length)).toEqual(alone);
      }),
    );
  });

  test('sequences of like length share a batch', () => {
    expect(batchesOf([3, 50, 4, 49], LIMITS)).toEqual([
      [0, 2],
      [3, 1],
    ]);
  });
});
