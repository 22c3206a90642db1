import { describe, expect, test } from 'vitest';
import { signsByTopic } from '../../src/topics/signs.ts';

const ferry = [
  'The ferry was late',
  'Two ferries gone #SaveTheBoat',
  'No ferry today #savetheboat',
  'A ferry strike #SaveTheBoat',
];
const bank = [
  'The counter fee is late',
  'That counter fee again',
  'Pay the counter fee',
  'Counter fee, no thanks',
];
const signs = signsByTopic([...ferry, ...bank], [...ferry.map(() => 'ferry'), ...bank.map(() => 'bank')]);

describe('signs of a topic', () => {
  test('are words that most of its texts have and no others', () => {
    expect(signs.get('ferry')!.words).toContain('ferry');
    expect(signs.get('bank')!.words).toEqual(expect.arrayContaining(['counter', 'fee']));
  });

  test('leave out what other topics say as well, and what too few say', () => {
    const words = [...signs.values()].flatMap((own) => own.words);
    expect(words).not.toContain('late');
    expect(words).not.toContain('strike');
  });

  test('count a hashtag in any case as one, as it is written most', () =>
    expect(signs.get('ferry')!.hashtags).toEqual(['SaveTheBoat']));
});
