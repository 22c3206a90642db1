import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pace } from '../../src/serve/pace.ts';

const busyFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

test('steps of all answers come one by one, and leave half of the time to others', async () => {
  const pace = new Pace();
  const order: string[] = [];
  const step = (name: string): Promise<void> =>
    pace.step(() => {
      busyFor(20);
      order.push(name);
    });
  const others = later(5).then(() => order.push('who asks for little'));
  await Promise.all([step('one'), step('two'), step('three'), others]);
  expect(order).toEqual(['one', 'who asks for little', 'two', 'three']);
  const began = performance.now();
  await Promise.all([step('four'), step('five')]);
  // The rest after three, and the one after four.
  expect(performance.now() - began).toBeGreaterThan(75);
});

test('a step that fails tells so, and the next one has its turn', async () => {
  const pace = new Pace();
  const failing = pace.step(() => {
    throw new Error('no line can be made of this');
  });
  await expect(failing).rejects.toThrow('no line can be made of this');
  expect(await pace.step(() => 'next')).toBe('next');
});

test('one question is put to the table at a time, and who goes away gives the place free', async () => {
  const pace = new Pace();
  const gone = new AbortController();
  let isAnswered = false;
  const first = pace.asked(() => later(30).then(() => (isAnswered = true)));
  const left = pace.asked(() => Promise.resolve('never'), gone.signal);
  gone.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(await pace.asked(() => Promise.resolve(isAnswered))).toBe(true);
  await first;
});
