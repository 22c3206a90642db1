import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lookahead } from '../../src/batch/lookahead.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

const never = new AbortController().signal;
const limits = { items: 4, weight: 100, weightOf: () => 1, isBusy: () => false };

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test('gives results in order, whoever is ready first', async () => {
  const work = async (n: number): Promise<number> => {
    await pause((7 * n) % 5);
    return n * n;
  };
  expect(await all(lookahead(numbers(20), work, limits, never))).toEqual(
    Array.from({ length: 20 }, (_, n) => [n, n * n]),
  );
});

test('has no more in hand than the limits say', async () => {
  let [inHand, most] = [0, 0];
  const work = async (): Promise<void> => {
    most = Math.max(most, ++inHand);
    await pause(1);
    inHand--;
  };
  await all(lookahead(numbers(30), work, limits, never));
  expect(most).toBe(4);
  await all(lookahead(numbers(30), work, { ...limits, weight: 2 }, never));
  expect(most).toBe(4);
});

test('one item may be heavier than the limit', async () => {
  const work = (n: number): Promise<number> => Promise.resolve(n);
  const heavy = { ...limits, weight: 1, weightOf: () => 50 };
  expect(await all(lookahead(numbers(3), work, heavy, never))).toHaveLength(3);
});

test('a failure shows when it is its turn, after what went before', async () => {
  const work = (n: number): Promise<number> =>
    n === 2 ? Promise.reject(new Error('two')) : Promise.resolve(n);
  const found: number[] = [];
  await expect(async () => {
    for await (const [n] of lookahead(numbers(5), work, limits, never)) found.push(n);
  }).rejects.toThrow('two');
  expect(found).toEqual([0, 1]);
});

test('stops waiting when told to', async () => {
  const stop = AbortSignal.timeout(20);
  const endless = (): Promise<never> => new Promise(() => {});
  expect(await all(lookahead(numbers(5), endless, limits, stop))).toEqual([]);
});
