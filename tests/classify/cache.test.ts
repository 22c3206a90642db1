import { describe, expect, test } from 'vitest';
import { AnswerCache } from '../../src/classify/cache.ts';

describe('the cache of answers', () => {
  test('gives back what was remembered', () => {
    const cache = new AnswerCache<number>();
    cache.set(7, 'a text', 'a target');
    expect(cache.get('a text', 'a target')).toBe(7);
    expect(cache.get('a text', 'another target')).toBeUndefined();
  });

  test('never holds more than its bound; what was not used for longest leaves first', () => {
    const cache = new AnswerCache<number>(2);
    cache.set(1, 'one');
    cache.set(2, 'two');
    cache.get('one');
    cache.set(3, 'three');
    expect(cache.size).toBe(2);
    expect([cache.get('one'), cache.get('two'), cache.get('three')]).toEqual([1, undefined, 3]);
  });

  test('setting anew replaces', () => {
    const cache = new AnswerCache<number>(2);
    cache.set(1, 'one');
    cache.set(2, 'one');
    expect(cache.size).toBe(1);
    expect(cache.get('one')).toBe(2);
  });
});
