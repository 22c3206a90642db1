import { expect, test } from 'vitest';
import { Turns } from '../../src/serve/turns.ts';

const full = (): Error => new Error('full');

/** Work that ends when it is told to. */
function held() {
  let end = (): void => {};
  const work = new Promise<void>((resolve) => (end = resolve));
  return { work: () => work, end };
}

test('so many work at a time, so many wait, in their order, and no more', async () => {
  const turns = new Turns(1, 2);
  const [first, order] = [held(), [] as number[]];
  const running = turns.taken(first.work, full);
  const waiting = [1, 2].map((n) => turns.taken(async () => void order.push(n), full));
  expect(turns.waiting).toBe(2);
  await expect(turns.taken(async () => 3, full)).rejects.toThrow('full');
  first.end();
  await Promise.all([running, ...waiting]);
  expect(order).toEqual([1, 2]);
  expect(await turns.taken(async () => 4, full)).toBe(4);
});

test('who goes away while waiting gives the place free, and who fails hands the turn on', async () => {
  const turns = new Turns(1, 1);
  const [first, gone] = [held(), new AbortController()];
  const running = turns.taken(first.work, full);
  const left = turns.taken(async () => 'never', full, gone.signal);
  gone.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  const failing = turns.taken(() => Promise.reject(new Error('failed')), full);
  first.end();
  await running;
  await expect(failing).rejects.toThrow('failed');
  expect(await turns.taken(async () => 'next', full)).toBe('next');
});
