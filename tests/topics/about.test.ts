import { describe, expect, test } from 'vitest';
import { targetsAmong } from '../../src/topics/about.ts';

const targets = ['Nordhafen Bank', 'Elspeth Kerrigan', 'United States', 'Sundline Ferries', 'Kaluwe dam'];

describe('a text is about a target', () => {
  test.each([
    ['Nordhafen Bank has lost it', ['Nordhafen Bank']],
    ['nordhafen bank’s fee', ['Nordhafen Bank']],
    ['@NordhafenBank is there a waiver?', ['Nordhafen Bank']],
    ['Shame. #ShameOnNordhafenBank', ['Nordhafen Bank']],
    ['#Nordhafen is robbing us, says #kerrigan', ['Nordhafen Bank', 'Elspeth Kerrigan']],
    ['@SenKerrigan will lose', ['Elspeth Kerrigan']],
    ['The bank is robbing us', ['Nordhafen Bank']],
    ['Kerrigan must resign', ['Elspeth Kerrigan']],
    ['The U.S. did it', ['United States']],
    ['The US and Sundline', ['United States', 'Sundline Ferries']],
    ['Stop the dam', ['Kaluwe dam']],
  ])('%s', (text, expected) => {
    expect(targetsAmong(targets)(text)).toEqual(expected);
  });
});

describe('and not about one', () => {
  test.each([
    'He sat on the bank of a river',
    'Tell us who did it',
    'The states are united',
    'Elspeth is my aunt',
    'a ferry from Kaluwean hills',
    '',
  ])('%s', (text) => {
    expect(targetsAmong(['Elspeth Kerrigan', 'United States', 'Kaluwe dam'])(text)).toEqual([]);
  });

  test('"the bank" says nothing where two are banks', () => {
    expect(targetsAmong(['Nordhafen Bank', 'Harbour Bank'])('The bank is robbing us')).toEqual([]);
  });

  test('a surname says nothing where two bear it', () => {
    expect(targetsAmong(['Mairi Strachan', 'Callum Strachan'])('Strachan again')).toEqual([]);
  });
});
