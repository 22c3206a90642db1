import { describe, expect, test } from 'vitest';
import { phrasesIn } from '../../src/text/phrases.ts';
import { groupsOf, isNamingGroup, keptWords, shortened } from '../../src/topics/naming-group.ts';

const groups = (text: string): string[] =>
  groupsOf(phrasesIn(text)).map((each) => `${each.form}: ${each.text}`);
const first = (text: string) => phrasesIn(text).find(isNamingGroup)!;

test.each([
  ['the two old ferries', 'old ferries'],
  ['its “lifeline” routes', 'lifeline routes'],
  ['the officers killing', 'officers'],
])('of %s is kept: %s', (text, kept) => {
  expect(keptWords(first(text)).join(' ')).toBe(kept);
});

test.each([
  ['Transport Secretary Elspeth Kerrigan', ['Elspeth Kerrigan']],
  ['Elspeth Kerrigan', []],
  ['the new winter timetable', ['winter timetable', 'winter timetable']],
])('%s is shortened to %j', (text, shorter) => {
  expect(shortened(first(text))).toEqual(shorter);
});

describe('groups', () => {
  test.each([
    ['Elspeth Kerrigan spoke.', ['name: Elspeth Kerrigan']],
    ['They saw the Kaluwe dam.', ['group: Kaluwe dam']],
    ['It was a case of fraud.', ['group: fraud']],
    [
      'There was anger over the counter fee.',
      ['group: anger', 'group: anger over counter fee', 'group: counter fee'],
    ],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });
});
