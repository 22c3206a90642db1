import { afterAll, describe, expect, test } from 'vitest';
import { openModels } from '../../src/classify/models.ts';
import { givenAssigner } from '../../src/topics/given.ts';
import { givenTopics } from '../../src/topics/topics-file.ts';

const models = await openModels();
afterAll(() => models.close());

const topics = givenTopics(
  `
- name: Ferry cuts
  words: [ferry, sailing]
  phrases: [relief vessel]
  hashtags: [SaveTheFerry]
  examples: [The island is cut off since the boats were cancelled., One boat a day is not a timetable.]
- name: Counter fee
  words: [bank]
  examples: [Three euros to withdraw my own money at the counter., They charge pensioners for cash.]
- name: Council
  words: [council, councillors]
`,
  'topics.yaml',
);

const byWords = await givenAssigner(topics);
const byBoth = await givenAssigner(topics, models.embed);
const namesOf = async (assigner: typeof byWords, text: string): Promise<string[]> =>
  (await assigner.assign([text]))[0]!.map(({ name }) => name);

describe('by words', () => {
  test.each([
    ['The ferries are late', ['Ferry cuts']],
    ['Two relief vessels!', ['Ferry cuts']],
    ['#savetheferry', ['Ferry cuts']],
    ['The council and the bank', ['Counter fee', 'Council']],
    ['The council cut the ferry', ['Ferry cuts', 'Council']],
    ['One boat a day is not a timetable', ['other']],
    ['vessel of relief', ['other']],
    ['', ['other']],
  ])('%s', async (text, names) => {
    expect(await namesOf(byWords, text)).toEqual(names);
  });

  test('more signs, a higher score', async () => {
    const [one, two, tag] = await byWords.assign(['ferry', 'a ferry sailing', 'ferry #SaveTheFerry']);
    expect([one, two, tag].map((shares) => shares![0]!.score)).toEqual([0.75, 0.875, 0.9375]);
  });
});

describe('by words and meaning', () => {
  test.each([
    ['They cancelled every boat and we are stuck on the island again', ['Ferry cuts']],
    ['My grandmother has to pay to take out her own cash', ['Counter fee']],
    ['The council cut the ferry', ['Ferry cuts', 'Council']],
    ['I baked a cake with plums', ['other']],
    ['We saw herons and otters on the grassy bank of a stream', ['other']],
  ])('%s', async (text, names) => {
    expect(await namesOf(byBoth, text)).toEqual(names);
  });
});

describe('a word counts however it is written', () => {
  test.each([
    ['an accent after its letter', 'caf\u00e9', 'The cafe\u0301 is shut'],
    ['an accent in its letter', 'cafe\u0301', 'The caf\u00e9 is shut'],
    ['other scripts', 'паром', 'Паром опять не пришёл'],
    ['an emoji', '⛴', 'Late again ⛴️ as always'],
    ['inside a hashtag', 'ferry', '#SaveTheFerry'],
    ['a possessive', 'ferry', 'the ferry’s engine'],
  ])('%s', async (_, word, text) => {
    const assigner = await givenAssigner(givenTopics(JSON.stringify([{ name: 'A', words: [word] }]), 'f'));
    expect(await namesOf(assigner, text)).toEqual(['A']);
  });
});

test('a name that means nothing does not gainsay a word', async () => {
  const area = await givenAssigner(givenTopics('- name: Area 3\n  words: [otters]', 'f'), models.embed);
  expect(await namesOf(area, 'We saw herons and otters on the grassy bank of a stream')).toEqual(['Area 3']);
});

test('names come in the order of the file', () => {
  expect(byBoth.names).toEqual(['Ferry cuts', 'Counter fee', 'Council']);
});
