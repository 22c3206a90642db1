import { describe, expect, test } from 'vitest';
import { targetMentionsIn } from '../../src/topics/mentions.ts';

const weights = (text: string): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { name, weight } of targetMentionsIn(text)) sums[name] = (sums[name] ?? 0) + weight;
  return sums;
};

describe('what acts weighs more than what only stands there', () => {
  test.each([
    ['Then they blamed Sundline Ferries for it.', 'Sundline Ferries', 'They met in Oslo.', 'Oslo'],
    ['Then the crowd booed Lena Brandt.', 'Lena Brandt', '“No,” said Lena Brandt.', 'Lena Brandt'],
    [
      'They blamed the Hallasay Courier.',
      'Hallasay Courier',
      'He was heard near the Hallasay Courier.',
      'Hallasay Courier',
    ],
  ])('%s', (acting, actor, standing, bystander) => {
    expect(weights(acting)[actor]).toBeGreaterThan(weights(standing)[bystander] ?? 0);
  });
});

describe('mentions', () => {
  test.each([
    ['Norwegian authorities closed the pier.', ['Norwegian authorities']],
    ["Norway's government closed the pier.", ["Norway's government"]],
    ['Many resent the Kaluwe dam.', ['Kaluwe dam']],
    ['The Harbour Board met. Later the board voted.', ['Harbour Board', 'Harbour Board']],
    [
      'They blame the National Rescue Service (NRS). The NRS is late.',
      ['National Rescue Service', 'National Rescue Service'],
    ],
    ['@NordhafenBank #SaveTheFerry', ['Nordhafen Bank', 'Save The Ferry']],
    ['Thank you @SenBrandt', ['Brandt']],
    ['@AttorneyGeneral @MayorOfEllery', ['Attorney General', 'Mayor Of Ellery']],
    ['Vote no on Question 4, and on Prop 22.', ['Question 4', 'Prop 22']],
    ['The label calls it “The Long Loan”.', []],
    ['It was on Facebook in March.', []],
    ['She told the Irish Ledger so.', []],
    ['', []],
  ])('%s', (text, names) => {
    expect(targetMentionsIn(text).map(({ name }) => name)).toEqual(names);
  });
});
