import { expect, test } from 'vitest';
import { progressText } from '../../src/commands/progress.ts';

const state = {
  account: { in: 12_800, out: 12_799, rejected: 1 },
  before: 0,
  input: 'posts.csv',
  share: 0.25,
  labels: 12_000,
  asked: 9_000,
};

test('tells rows, rate, rejects, share of the cache and time left', () => {
  expect(progressText(state, 16)).toBe(
    'posts.csv: 12,800 rows, 800 rows/s, 1 rejected, 25 % from the cache, 0:48 left',
  );
});

test('counts the rate from where this run began', () => {
  expect(progressText({ ...state, before: 12_000 }, 16)).toContain('50 rows/s');
  expect(progressText({ ...state, before: 12_000 }, 16)).toContain('12:48 left');
});

test('says nothing of the time left where the size is not known', () => {
  expect(progressText({ ...state, share: null }, 16)).not.toContain('left');
});

test('hours are told as such', () => {
  expect(progressText({ ...state, share: 0.02 }, 200)).toContain('2:43:20 left');
});
