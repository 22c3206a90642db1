import { describe, expect, test } from 'vitest';
import { conceptsOf, speaksOf } from '../../src/topics/concepts.ts';

const phones = [
  'The phone ban is the best thing they did',
  'I hate the phone ban',
  'This ban is cruel to kids',
  'Finally a phone ban!',
  'Who voted for the ban?',
  'My kids like the phone ban',
];
const boats = ['The kids missed the boat', 'No boat for the kids', 'A boat at last', 'The boat is late'];

describe('concepts', () => {
  test('are the heads of noun groups that set a topic apart, with the word that belongs to them', () => {
    expect(conceptsOf(phones, boats)[0]).toEqual({ name: 'phone ban', texts: 6, key: 'ban' });
    expect(conceptsOf(boats, phones)[0]).toMatchObject({ name: 'boat', texts: 4 });
  });

  test('hold no praise', () => {
    const ward = [
      'The cleanest ward ever',
      'Not the cleanest ward',
      'Is it the cleanest ward?',
      'The ward is shut',
    ];
    expect(conceptsOf(ward, boats)[0]!.name).toBe('ward');
  });

  test('are no names and no words that stand for anything', () => {
    expect(
      conceptsOf(['Lena Brandt again', 'Lena Brandt said so', 'People, people', 'people', 'the people']),
    ).toEqual([]);
  });

  test('are not looked for in another language, or in nothing', () => {
    expect(conceptsOf(Array(5).fill('Das ist der Bus und nicht die Bahn'))).toEqual([]);
    expect(conceptsOf([])).toEqual([]);
  });
});

test('a text speaks of a concept in any form of its head', () => {
  expect(speaksOf('two bans', 'ban')).toBe(true);
  expect(speaksOf('a banner', 'ban')).toBe(false);
});
