import { describe, expect, test } from 'vitest';
import { RateLimit, clientOf, isLoopback } from '../../src/serve/guard.ts';
import { Problem } from '../../src/serve/problem.ts';

describe('only this machine reaches', () => {
  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.4', false],
    ['128.0.0.1', false],
    ['localhost.example', false],
    ['', false],
  ])('%j: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('a client is', () => {
  test.each([
    ['192.0.2.4', '192.0.2.4'],
    ['::ffff:192.0.2.4', '::ffff:192.0.2.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('for %s known as %s', (address, expected) => {
    expect(clientOf(address)).toBe(expected);
  });
});

describe('a rate', () => {
  const taken = (limit: RateLimit, client: string, now: number): boolean => {
    try {
      limit.take(client, now);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.status === 429) return false;
      throw error;
    }
  };

  test('lets two seconds’ worth pass at once, then so many a second, each client for itself', () => {
    const limit = new RateLimit(10);
    const passed = (client: string, times: number, now: number): number =>
      Array.from({ length: times }, () => taken(limit, client, now)).filter(Boolean).length;
    expect(passed('a', 30, 0)).toBe(20);
    expect(passed('b', 30, 0)).toBe(20);
    expect(passed('a', 30, 500)).toBe(5);
    expect(passed('a', 30, 10_000)).toBe(20);
  });

  test('of nothing is no limit', () => {
    const limit = new RateLimit(0);
    expect(Array.from({ length: 5000 }, () => taken(limit, 'a', 0)).every(Boolean)).toBe(true);
  });
});
