import { describe, expect, it } from 'vitest';
import { reactionsIn } from '../helpers/said.ts';

const speakersIn = async (text: string): Promise<string[]> =>
  (await reactionsIn(text))
    .filter(({ kind }) => kind !== 'commentary')
    .map(({ speaker }) => (speaker === null ? 'nobody' : `${speaker.form}: ${speaker.name}`));

describe('speakers resolve to the name that the story gave first', () => {
  it.each<[string, string, string[]]>([
    ['a surname', 'Mayor Lena Brandt spoke on Friday.\n“We waited,” Brandt said.', ['named: Lena Brandt']],
    [
      'a double surname',
      'Minister Hanna Vries Maat spoke.\n“We waited,” Vries Maat said.',
      ['named: Hanna Vries Maat'],
    ],
    ['another spelling', 'She met Omar Abu-Salem.\n“We waited,” Abusalem said.', ['named: Omar Abu-Salem']],
    [
      'the first words of a body',
      'Coastline Ferries cut sailings.\nA statement from Coastline said, “We regret it.”',
      ['named: Coastline Ferries'],
    ],
    ['a pronoun', 'Mayor Lena Brandt left the hall.\n“We waited,” she said.', ['pronoun: Lena Brandt']],
    ['the pronoun that fits', 'Lena Brandt met Thomas Ek.\n“We waited,” she said.', ['pronoun: Lena Brandt']],
    [
      'the pronoun that fits the other',
      'Lena Brandt met Thomas Ek.\n“We waited,” he said.',
      ['pronoun: Thomas Ek'],
    ],
    [
      'the last speaker before others',
      'Lena Brandt, who knows Maria Ek, said they had waited. “We froze,” she added.',
      ['named: Lena Brandt', 'pronoun: Lena Brandt'],
    ],
    [
      'who answers in the same paragraph',
      'Nurse Pat Moe gave evidence. Coroner Ewan Birch asked: “What was done?” “Little,” she replied.',
      ['named: Ewan Birch', 'pronoun: Pat Moe'],
    ],
    [
      'a name that comes after the words with which the story opens',
      '“I was never fast,” she said.\nClara Moe, who has died, won three medals.',
      ['pronoun: Clara Moe'],
    ],
    [
      'the company that its calling tells',
      'Carmaker Voltane recalls its vans. “Park outside,” the company said. “Soon,” the carmaker added.',
      ['described: Voltane', 'described: Voltane'],
    ],
    [
      'no one who asks',
      'Thomas Ek left early. Asked by Omar Moe about the dam, he said: “It leaks.”',
      ['pronoun: Thomas Ek'],
    ],
    [
      'the owner of what was spoken of',
      'President Ek called her “slow”. “I am not,” he wrote. Governor Moe’s office was closed. At dinner she said: “I read.”',
      ['named: Ek', 'pronoun: Ek', 'pronoun: Moe'],
    ],
    [
      'kin by what was said of them first',
      'Ida Holm was hurt. Her husband, Jon Tveit, was not. “I ran,” said her husband.',
      ['described: Jon Tveit'],
    ],
    [
      'a pronoun after "according to"',
      'Chairwoman Lena Brandt left. According to her, “work resumes soon.”',
      ['pronoun: Lena Brandt'],
    ],
    [
      'the pronoun of a relative',
      'Lena Brandt lives on a boat. Her brother, Ulu, steers it. “I cook,” he said.',
      ['pronoun: Ulu'],
    ],
    [
      'a relative named without a comma',
      'Nguyen Thi Hoa sells soup. Her nephew Minh washes up. “I cook,” he said. Hoa laughs at that. “Never,” she said.',
      ['pronoun: Minh', 'pronoun: Nguyen Thi Hoa'],
    ],
    [
      'a pronoun is none of many',
      'Lena Brandt stepped out. Reporters asked Brandt about it. “I cook,” she said.',
      ['pronoun: Lena Brandt'],
    ],
    [
      'the ministry for it',
      'The ministry rejected the charge. “Each limit is met,” it said.',
      ['pronoun: The ministry'],
    ],
    [
      'who answers is not who asked',
      '“You had copies,” said Lena Brandt.\n“I had,” replied Dana Ek.\n“Did you read them?” Brandt asked.\n“I skimmed,” she said.',
      ['named: Lena Brandt', 'named: Dana Ek', 'named: Lena Brandt', 'pronoun: Dana Ek'],
    ],
    [
      'who was just named, by age',
      'Keeper Thomas Ek, 19, waved it away. “I do my job,” the teenager said.',
      ['described: Thomas Ek'],
    ],
    [
      'letters after a name',
      'Lena Brandt QC defended him. “He is a fool,” Brandt said.',
      ['named: Lena Brandt'],
    ],
    [
      'a surname that is a word',
      '“A poor year,” said Abigail Stone. Stone, who sells, added: “No more excuses.”',
      ['named: Abigail Stone', 'named: Abigail Stone'],
    ],
    [
      'whose statement, with a title',
      'Union leader Lena Brandt’s statement said: “It will last.”',
      ['described: Lena Brandt'],
    ],
    [
      'an office',
      'Harbor Minister Lena Brandt came.\n“We waited,” the minister said.',
      ['described: Lena Brandt'],
    ],
    [
      'a calling told in apposition',
      'Lena Brandt, a harbor pilot, came.\n“We waited,” the pilot said.',
      ['described: Lena Brandt'],
    ],
    [
      'a body by its head',
      'The Hallasay Island Council met.\nThe council said the plan was “a farewell”.',
      ['described: Hallasay Island Council'],
    ],
    [
      'a statement by its author',
      'A statement from the Harbor Ministry said the pier was closed.\n“We regret it,” the statement said.',
      ['named: Harbor Ministry', 'described: Harbor Ministry'],
    ],
    [
      'a body’s own writing',
      'The Van Dam Museum opened.\nThe museum’s report called it “a theft”.',
      ['described: Van Dam Museum'],
    ],
    [
      'a group behind they',
      'Port authorities, including two ministers, came late.\nThey describe it as “a small fire”.',
      ['pronoun: Port authorities'],
    ],
    [
      'the company by the body most told of',
      'Marlow Energy Plc fell on Friday. Marlow Energy sold its ships.\n“We regret it,” the company said.',
      ['described: Marlow Energy Plc'],
    ],
    [
      'somebody described behind she',
      'Mayor Thomas Ek came. One victim, a widow, wept outside. “I trusted him,” she said.',
      ['pronoun: One victim'],
    ],
    [
      'a short name across stories',
      '# One\nMayor Lena Brandt came.\n\n# Two\n“We waited,” Brandt said.',
      ['named: Lena Brandt'],
    ],
    [
      'nobody in particular',
      'Mayor Lena Brandt came.\n“We waited,” one user wrote.',
      ['anonymous: one user'],
    ],
    ['nobody else’s name', 'Mayor Lena Brandt came.\n“We waited,” Thomas Ek said.', ['named: Thomas Ek']],
    [
      'an open mention in its own words',
      '“We waited,” the harbor master said.',
      ['described: the harbor master'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await speakersIn(text)).toEqual(expected);
  });
});
