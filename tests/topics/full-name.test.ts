import { describe, expect, test } from 'vitest';
import { fullName } from '../../src/topics/full-name.ts';

const posts = [
  'The Halden stadium is a waste',
  'Nobody wants the Halden stadium.',
  'Halden Stadium brings jobs',
  'Build the Halden stadium already',
  'The vote on Halden stadium is on Tuesday',
  'The Halden meadows are gone',
  'Metroline raises the fare',
  'Metroline wants more again',
  'Metroline fares are a scandal',
  'Thank you, Metroline',
  'Metroline, what a joke',
];

describe('a name in full', () => {
  test('has the word that nearly all posts add to it', () => {
    expect(fullName('Halden', posts)).toBe('Halden stadium');
  });

  test('is the name where posts go on in many ways', () => {
    expect(fullName('Metroline', posts)).toBe('Metroline');
  });

  test('has no small word after it', () => {
    const said = ['no', 'more', 'less', 'good', 'bad', 'old'].map((word) => `Metroline is ${word}`);
    expect(fullName('Metroline', said)).toBe('Metroline');
  });

  test('rests on different posts: copies of one are one', () => {
    const copies = Array.from({ length: 20 }, (_, i) => `Metroline raises fares! https://x.example/${i}`);
    expect(fullName('Metroline', [...copies, ...posts.slice(7)])).toBe('Metroline');
  });

  test('takes marks in a name as they are', () => {
    expect(
      fullName(
        'A+ (Group)',
        ['a', 'b', 'c', 'd', 'e'].map((word) => `A+ (Group) strike ${word}`),
      ),
    ).toBe('A+ (Group) strike');
  });
});
