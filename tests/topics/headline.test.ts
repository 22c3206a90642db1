import { describe, expect, test } from 'vitest';
import { candidatesIn } from '../../src/topics/headline.ts';

const clauses = (sentence: string): string[] =>
  candidatesIn(sentence)
    .filter(({ form }) => form === 'clause')
    .map(({ text }) => text);

describe('clauses read as headlines do', () => {
  test.each([
    [
      'The Dutch council on Friday summoned the bus company to a hearing.',
      'Dutch council summons bus company',
    ],
    ['Harbour Bank will charge its customers three euros.', 'Harbour Bank to charge customers'],
    ['Several farmers have been arrested in Delmonde, the police said.', 'farmers arrested in Delmonde'],
    ['The city court has sentenced a baker to prison for fraud.', 'baker sentenced to prison'],
    ['A bear that left the woods has closed the school.', 'bear closes school'],
    ['In the harbour, the crews have blocked the pier.', 'crews block pier'],
  ])('%s', (sentence, expected) => {
    expect(clauses(sentence)).toContain(expected);
  });

  test.each([
    'Islanders took to social media to vent their fury.',
    'The mayor said that nothing was wrong.',
    'The board did not answer questions.',
    'Nobody.',
    '',
  ])('no clause for: %s', (sentence) => {
    expect(clauses(sentence)).toEqual([]);
  });
});

describe('groups', () => {
  test.each([
    ['Villagers spoke after the death of a young miner in Chisomba.', 'death of young miner'],
    ['They played down the significance of the recent airstrike.', 'recent airstrike'],
    ['A sea otter that swam into the harbour of Minasaki has made enemies.', 'sea otter in Minasaki'],
  ])('%s', (sentence, expected) => {
    expect(candidatesIn(sentence).map(({ text }) => text)).toContain(expected);
  });

  test('no candidate is longer than six words', () => {
    const sentence =
      'The very old and very long bridge committee of the eastern provinces council has rejected a detailed ' +
      'proposal for the second northern railway tunnel under the frozen river between both capitals.';
    for (const { text } of candidatesIn(sentence)) expect(text.split(' ').length).toBeLessThanOrEqual(6);
  });
});
