import { describe, expect, test } from 'vitest';
import { groupNames } from '../../src/topics/names.ts';

const ferry = [
  'The ferry timetable is a joke',
  'New ferry timetable again',
  'Who wrote this ferry timetable?',
];
const bank = ['Harbour Bank charges a fee', 'A fee at Harbour Bank', 'HARBOUR BANK FEE'];

describe('names of groups', () => {
  test('a pair stands for its words, as most often written', () => {
    const [first, second] = groupNames([ferry, bank]);
    expect(first!.terms[0]).toBe('ferry timetable');
    expect(second!.terms.slice(0, 2)).toEqual(['Harbour Bank', 'fee']);
    expect(second!.name).toMatch(/^Harbour Bank, fee/u);
  });

  test('what all groups say names none', () => {
    const [first] = groupNames([
      ['people want the ferry', 'people miss the ferry', 'ferry'],
      ['people want the bank', 'people miss the bank', 'people'],
    ]);
    expect(first!.terms[0]).toBe('ferry');
  });

  test('no word is said twice', () => {
    const [group] = groupNames([['ferries and ferry boats', 'a ferry boat', 'the ferry, the boat']]);
    expect(group!.terms.join(' ').match(/ferr/gu)).toHaveLength(1);
  });

  test('two groups of the same words have two names', () => {
    const names = groupNames([ferry, ferry]).map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });

  test('words that judge name nothing, but stand in names of others', () => {
    const judged = ['Awful decision, the pier', 'Awful decision about the pier', 'awful, the pier is awful'];
    const [pier, landlord] = groupNames([judged, ['Perfect Homes.', 'Perfect Homes, again.']]);
    expect(pier!.name).toBe('Pier');
    expect(pier!.terms.join(' ').toLowerCase()).toContain('awful');
    expect(landlord!.name).toMatch(/^Perfect Homes/u);
  });

  test('what goes by a number is named with it', () => {
    const voted = ['Yes on', 'No on', 'We discuss', 'Polls for', 'Why vote on'].map(
      (words) => `${words} Question 4!`,
    );
    expect(groupNames([voted, bank])[0]!.name).toMatch(/^Question 4/u);
  });

  test('a group without words has a name', () => {
    expect(groupNames([['😡'], []]).map(({ name }) => name)).toEqual(['Topic 1', 'Topic 2']);
  });
});
