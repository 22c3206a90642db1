import { describe, expect, test } from 'vitest';
import { alikeness, effectiveSize, shareByVoice } from '../../src/aggregate/design-effect.ts';

describe('how alike the records of one voice are', () => {
  test.each([
    ['not at all where every voice has one record', [one(1, 1, 40), one(1, 0, 60)], 0],
    ['wholly where each voice always says the same', [one(5, 5, 20), one(5, 0, 20)], 1],
    ['not at all where each voice is as mixed as all', [one(4, 2, 30)], 0],
  ])('%s', (_, clusters, alike) => {
    expect(alikeness(clusters)).toBeCloseTo(alike, 1);
  });

  test.each([
    ['where all say the same', [one(5, 5, 3)]],
    ['where one voice has all records', [one(10, 4, 1)]],
  ])('can not be told %s', (_, clusters) => {
    expect(alikeness(clusters)).toBeNull();
  });

  test('one account that floods and alone stands apart is noticed', () => {
    expect(alikeness([one(100, 100, 1), one(1, 0, 100), one(1, 1, 10)])).toBeGreaterThan(0.5);
  });

  test('where each voice is of one mind, however few and unequal they are', () => {
    expect(alikeness([one(80, 80, 1), one(30, 0, 1), one(2, 2, 3), one(1, 0, 2)])).toBe(1);
  });

  test('at most as uncertain as one draw a voice, at least as one draw a record', () => {
    expect(effectiveSize(100, 20 * 25, 100, 1)).toBe(20);
    expect(effectiveSize(100, 20 * 25, 100, 0)).toBe(100);
  });
});

describe('one voice each', () => {
  test('a thousand posts by one account are one voice', () => {
    expect(shareByVoice([one(1000, 1000, 1), one(1, 0, 9)], 1)).toMatchObject({ share: 0.1, effective: 10 });
  });

  test('a voice of two minds counts half on each side', () => {
    expect(shareByVoice([one(2, 1, 1), one(1, 0, 1)], 0).share).toBe(0.25);
  });
});

function one(size: number, hits: number, times: number) {
  return { size, hits, times };
}
