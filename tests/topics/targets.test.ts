import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { targetTable, targetsOf } from '../../src/topics/targets.ts';

const digest = readFileSync(new URL('../../corpora/digest/digest.txt', import.meta.url), 'utf8');

describe('the first target of a story in the sample digest is what its readers were told to judge', () => {
  test.each([
    ['Island Council Calls', 'Port Ellery will ban', 'Sundline Ferries'],
    ['Port Ellery will ban', 'Nordhafen Bank will charge', 'Port Ellery School Board'],
    ['Nordhafen Bank will charge', 'The government will move', 'Nordhafen Bank'],
    ['The government will move', 'The Van Aersen Museum in', 'Kaluwe dam'],
    ['The Van Aersen Museum in', 'A sea otter that', 'Van Aersen Museum'],
  ])('%s…', (opening, next, target) => {
    const story = digest.slice(digest.indexOf(opening), digest.indexOf(next));
    expect(targetsOf([story])[0]).toBe(target);
  });
});

const posts = [
  'Sundline Ferries is a joke',
  'I am done with @SundlineFerries. #SaveTheFerry',
  'Why does Sundline hate us? Sundline, Sundline, Sundline.',
  'Kerrigan will not help. Elspeth Kerrigan never does.',
  'Elspeth Kerrigan promised a boat.',
  'The sea was calm.',
];

describe('targets of an export', () => {
  test('names, handles and short forms are merged', () => {
    expect(targetsOf(posts, 2)).toEqual(['Sundline Ferries', 'Elspeth Kerrigan']);
  });

  test('a word that opens a post is a name where other posts have it as one, and no name where none has', () => {
    const opened = [
      'Medivane closed our ward',
      'Medivane sends bills to the dead',
      '#Medivane did it again',
      'Nothing good comes of Medivane Group.',
      'Nurses were told on Monday',
    ];
    const [first, second] = targetTable(
      opened,
      opened.map(() => 'ward'),
    ).get('ward')!;
    expect(first).toMatchObject({ name: 'Medivane Group', texts: 4 });
    expect(second).toBeUndefined();
  });

  test('a thing that posts call by the name before it is one target with it', () => {
    const said = ['a waste', 'a scandal', 'a joke', 'loud', 'ugly', 'for the rich'];
    const about = said.flatMap((word) => [
      `The Halden stadium is ${word}`,
      `Nobody says that Halden stadium is ${word}`,
    ]);
    const [first, second] = targetTable(
      about,
      about.map(() => 'stadium'),
    ).get('stadium')!;
    expect(first).toMatchObject({ name: 'Halden stadium', texts: 12 });
    expect(second).toBeUndefined();
  });

  test('the order of the posts does not matter', () => {
    expect(targetsOf([...posts].reverse())).toEqual(targetsOf(posts));
  });

  test('no names, no targets', () => {
    expect(targetsOf(['so it goes', ''])).toEqual([]);
    expect(targetsOf([])).toEqual([]);
  });

  test('each topic has its own, with how many posts speak of them', () => {
    const topics = ['boats', 'boats', 'boats', 'office', 'office', null];
    const table = targetTable(posts, topics);
    expect(table.get('boats')?.[0]).toMatchObject({ name: 'Sundline Ferries', texts: 3 });
    expect(table.get('office')).toMatchObject([{ name: 'Elspeth Kerrigan', texts: 2 }]);
    expect(table.get('other')).toEqual([]);
  });
});
