/** Faults that a careful person found in passages of styles the rules had not been written on, each now mended. */
import { describe, expect, it } from 'vitest';
import { storiesIn } from '../../src/extract/stories.ts';
import { framesOf } from '../../src/extract/frames.ts';
import { quotedIn } from '../helpers/said.ts';

/** `words | mention | cue | kind` without names resolved. */
const inShort = async (text: string): Promise<string[]> =>
  (await quotedIn(text)).map((line) => line.replace(/ → [^|]*/u, ' '));

describe('passages of unseen styles', () => {
  it.each<[string, string, string[]]>([
    [
      'posted by somebody, the verb first',
      'Posted on Threads a few minutes ago by the mayor’s office: “Stay at home.”',
      ['Stay at home. | the mayor’s office | Posted | post'],
    ],
    [
      'a user with followers posts',
      'A user with 40,000 followers replied: “Easy to say.”',
      ['Easy to say. | A user | replied | post'],
    ],
    [
      'a split quotation handed down',
      '“If you can’t stand the heat,” as Ek’s grandmother used to say, “buy a fan.”',
      ['If you can’t stand the heat, buy a fan. | Ek’s grandmother | say | quotation'],
    ],
    [
      'a reflexive is nobody',
      'Dana Ek herself was brief: “No comment.” “I can wait,” she told herself.',
      ['No comment. | Dana Ek | no cue | quotation', 'I can wait, | she | told | quotation'],
    ],
    [
      'called so by two',
      'The film was called “brilliant” by one critic and “a nap” by another.',
      ['brilliant | one critic | called | quotation, mixed', 'a nap | another | called | quotation, mixed'],
    ],
    [
      'an object after the passive',
      'The ferry boss was joined by Sen. Dana Ek, who called the fee “a joke on islanders”.',
      ['a joke on islanders | Dana Ek | called | quotation, mixed'],
    ],
    [
      'told somebody, and others passed it on',
      'Dana Ek told the board that “patience has an end”, according to two members.',
      ['patience has an end | Dana Ek | told | quotation, mixed'],
    ],
    [
      'said, and a paper passed it on',
      'Dana Ek said the fee was “a matter of patience”, the Harbour Courier reported.',
      ['a matter of patience | Dana Ek | said | quotation, mixed'],
    ],
    [
      'quoted by a paper',
      'Bank chief Dana Ek was quoted by the Post as saying: “There is no money.”',
      ['There is no money. | Dana Ek | was quoted by the Post as saying | quotation'],
    ],
    [
      'a body in the description of a person',
      'The member for North Quay, Captain Dana Ek, left the hall, describing the fee as “a monument to waste”.',
      ['a monument to waste | Dana Ek | describing | quotation, mixed'],
    ],
    [
      'a screenshot of somebody’s words',
      'A screenshot of a message from headteacher Dana Ek, passed on by parents, reads: “No caps.”',
      ['No caps. | Dana Ek | reads | quotation'],
    ],
    [
      'a verb that no list has, after a question',
      '“Did you read it?” the captain pressed.',
      ['Did you read it? | the captain | pressed | quotation'],
    ],
    [
      'words that a colon opens end with their sentence',
      'Dana Ek said: “He took it.” Thomas Ek laughed.',
      ['He took it. | Dana Ek | said | quotation'],
    ],
    [
      'praise, and the words in paragraphs of their own',
      'Fire chief Dana Ek praised her crews.\n“They went in twice.\n“The roof was coming down.”',
      ['They went in twice. The roof was coming down. | Dana Ek | no cue | quotation'],
    ],
    [
      'a handle after its verb',
      '“A lovely boat,” posted @dana_ek_daily on X.',
      ['A lovely boat, | @dana_ek_daily | posted | post'],
    ],
    [
      'a talk in turns',
      '“How many nets?” asked Ek.\n“Six,” said Lund.\n“The licence says four.”\n“Then it is wrong.”',
      [
        'How many nets? | Ek | asked | quotation',
        'Six, | Lund | said | quotation',
        'The licence says four. | Ek | no cue | quotation',
        'Then it is wrong. | Lund | no cue | quotation',
      ],
    ],
    [
      'whom a verb with its particle is aimed at',
      'Dana Ek has hit back at fans who branded her coat “a crime scene”.',
      ['a crime scene | fans | branded | quotation, mixed'],
    ],
    [
      'a verb with its particle',
      'When Thomas Ek mocked the plan, Dana Lund shot back: “Read it first.”',
      ['Read it first. | Dana Lund | shot back | quotation'],
    ],
    [
      'the plan told in the words of a letter that goes on',
      'Dana Ek announced the cuts in a LinkedIn post that began: “Today I wept.”',
      ['Today I wept. | Dana Ek | began | post'],
    ],
    [
      'a sentence cut in two by the cue and a clause',
      '“I don’t think,” Dana Ek said on Friday, when asked about it, “that it matters.”',
      ['I don’t think, that it matters. | Dana Ek | said | quotation'],
    ],
    [
      'how somebody put it',
      '“This is theft,” was how pensioner Dana Ek put it.',
      ['This is theft, | Dana Ek | no cue | quotation'],
    ],
    [
      'a team that say so',
      'Writing in the journal, the team say the reef “may heal in ten years”.',
      ['may heal in ten years | the team | say | quotation, mixed'],
    ],
    [
      'an offer is told of',
      'Dana Ek said that Thomas Lund would offer “a prayer for all” at the end.',
      ['a prayer for all | Dana Ek | said | quotation, mixed'],
    ],
    [
      'a statement, and another name in the clause before',
      'When Thomas Lund died in May, President Dana Ek released the following statement: “We mourn.”',
      ['We mourn. | Dana Ek | no cue | quotation'],
    ],
    [
      'a remark of hers',
      'The board split over her April remark that “the boat has sailed”.',
      ['the boat has sailed | her | no cue | quotation, mixed'],
    ],
    [
      'who speaks in the first clause',
      'Even as Dana Ek claimed that “the boat has sailed,” an adviser said it had not.',
      ['the boat has sailed, | Dana Ek | claimed | quotation, mixed'],
    ],
    [
      'an inverted cue after a clause',
      'Because the boat was late, explained Lund, “the soup went cold and nobody minded”.',
      ['the soup went cold and nobody minded | Lund | explained | quotation'],
    ],
    [
      'a verb of saying opens the sentence',
      'Said Lund: “The soup went cold.”',
      ['The soup went cold. | Lund | Said | quotation'],
    ],
    ['a name that somebody gave is no quotation', 'The film was called “The Long Winter” by Dana Ek.', []],
    [
      'a verdict',
      '“Brilliant,” was the verdict of the Evening Post.',
      ['Brilliant, | Evening Post | no cue | quotation'],
    ],
    ['a word held at a distance', 'The minister’s “reform” is a tax by another name, her critics say.', []],
    [
      'a word that the verb of naming takes',
      'The critics call it “reform”, and smile.',
      ['reform | The critics | call | quotation, mixed'],
    ],
    [
      'a relative clause with a verb of its own',
      '“Nobody told us,” one resident, who asked not to be named, said.',
      ['Nobody told us, | one resident | said | quotation'],
    ],
    [
      'in brackets',
      'The mayor (who told us “never again”) left early.',
      ['never again | The mayor | told | quotation, mixed'],
    ],
    [
      'an answer asked for',
      '“We regret it,” said Ida Holm. Brandt’s answer? “No.”',
      ['We regret it, | Ida Holm | said | quotation', 'No. | Brandt | no cue | quotation'],
    ],
    [
      'the asker is “I”',
      '“It floats,” said Ida Holm. “Is it safe?” I ask.',
      ['It floats, | Ida Holm | said | quotation', 'Is it safe? | I | ask | quotation'],
    ],
    [
      'in the words of somebody',
      'In the words of one islander, “it is a slow death”. “Shame!” shouted others.',
      [
        'it is a slow death | one islander | no cue | quotation, mixed',
        'Shame! | others | shouted | quotation',
      ],
    ],
    [
      'whose lawyer it is, and his name',
      '“He is innocent,” said his lawyer, Karl Moe. According to her lawyer, he is “a crook”.',
      [
        'He is innocent, | Karl Moe | said | quotation',
        'a crook | her lawyer | According to | quotation, mixed',
      ],
    ],
    [
      'in the words of a friend who has a name',
      'Ek was, in the words of his old friend the poet Iris Moe, “a man who could argue with a gate”.',
      ['a man who could argue with a gate | Iris Moe | no cue | quotation, mixed'],
    ],
    [
      'according to what somebody issued',
      'The boat was “never in danger”, according to a statement issued by Coastline Ferries.',
      ['never in danger | Coastline Ferries | according to | quotation, mixed'],
    ],
    [
      'a statement that somebody released',
      'A statement released by the mayor’s office read: “We are sorry.”',
      ['We are sorry. | the mayor’s office | read | quotation'],
    ],
    [
      'papers that somebody obtained are not theirs',
      'According to a letter obtained by the Harbour Post, the fee was “a joke on islanders”.',
      ['a joke on islanders | a letter | According to | quotation, mixed'],
    ],
    [
      'people told of what they speak of',
      'Two envoys briefed on the talks described the mood as “poisonous”.',
      ['poisonous | Two envoys | described | quotation, mixed'],
    ],
    [
      'two who say one thing',
      '“We married there,” Bill and Norma Moe wrote.',
      ['We married there, | Bill and Norma Moe | wrote | quotation'],
    ],
    [
      'an office of two fields',
      'Water and Energy Minister Joseph Moe called it “a gift”.',
      ['a gift | Joseph Moe | called | quotation, mixed'],
    ],
    [
      'the last of a list is no pair',
      'The hall held Omar Lund, Dana Ek and Ida Holm, who joked: “I came for the soup.”',
      ['I came for the soup. | Ida Holm | joked | quotation'],
    ],
    [
      'a headline that opens with words',
      '“We lost everything”: flood victims return home\n\nThe river fell on Friday.',
      ['We lost everything | flood victims | no cue | quotation'],
    ],
    [
      'a headline that opens with words of a person',
      '‘No way back for me’: Dana Ek on leaving politics\n\nThe vote is on Friday.',
      ['No way back for me | Dana Ek | no cue | quotation'],
    ],
    [
      'an office, its field and a name',
      'Leader of the opposition Dana Ek accused the board of “sleeping at the wheel”.',
      ['sleeping at the wheel | Dana Ek | accused | quotation, mixed'],
    ],
    [
      'a friend of somebody is another',
      'A friend of the singer Dana Ek said: “She is tired.”',
      ['She is tired. | A friend | said | quotation'],
    ],
    [
      'an office with its field and its name after a comma',
      '“It leaks,” said the bank’s head of research, Dana Ek.',
      ['It leaks, | Dana Ek | said | quotation'],
    ],
    [
      'a sign that stands by something',
      'A sign by the gate reads: “Do not applaud.”',
      ['Do not applaud. | A sign | reads | quotation'],
    ],
    [
      'a message that somebody has seen',
      'Dana Ek wrote in a message seen by the Harbour Post: “Sign the knife.”',
      ['Sign the knife. | Dana Ek | wrote | quotation'],
    ],
    [
      'more words after a pause',
      '“Four minutes and holding,” Dana Ek said. Then: “We have a scrub, a scrub.”',
      ['Four minutes and holding, We have a scrub, a scrub. | Dana Ek | said | quotation'],
    ],
    ['words that something is told of', 'Dana Ek left. “To be, or not to be” is older than her.', []],
    [
      'a feature that did something',
      'Dana Ek wrote that the feature “went too far”.',
      ['went too far | Dana Ek | wrote | quotation, mixed'],
    ],
    [
      'a witness with a name',
      'Witness Hamid Sultani said: “First a flash.”',
      ['First a flash. | Hamid Sultani | said | quotation'],
    ],
    ['one of them', '“It was zipped,” one of them said.', ['It was zipped, | one | said | quotation']],
    [
      'what somebody gave to somebody',
      'Winner Clara Moe dedicated her gold to “everyone who gets up at four”.',
      ['everyone who gets up at four | Clara Moe | no cue | quotation, mixed'],
    ],
    [
      'who took it for something',
      'The axe was found by a walker, Pete Moe, who first took it for “a bit of an old pipe”.',
      ['a bit of an old pipe | Pete Moe | no cue | quotation, mixed'],
    ],
    [
      'Japanese marks',
      '「We will rebuild,」 said Mayor Dana Ek. 「Soon.」',
      ['We will rebuild, Soon. | Dana Ek | said | quotation'],
    ],
    [
      'a transcript with times',
      '[00:01:12] LENA BRANDT: We waited, on Facebook.\n[00:01:20] THOMAS EK: Nobody came?\n',
      [
        'We waited, on Facebook. | LENA BRANDT | no cue | quotation',
        'Nobody came? | THOMAS EK | no cue | quotation',
      ],
    ],
    [
      'a newspaper’s questions',
      'Harbour Post: Why?\nLena Brandt: It rained.\nHarbour Post: And then?\nLena Brandt: It snowed.\n',
      [
        'Why? | Harbour Post | no cue | quotation',
        'It rained. | Lena Brandt | no cue | quotation',
        'And then? | Harbour Post | no cue | quotation',
        'It snowed. | Lena Brandt | no cue | quotation',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await inShort(text)).toEqual(expected);
  });

  it('entries of a live report, each under its time, are one story', () => {
    const entries = ['14:05', '2.20pm GMT', 'Friday, 3 May 2026', '15:02 BST'].map(
      (time, index) => `${time}\nThe harbour master closed gate ${index + 1} of the port of Vik.\n`,
    );
    const stories = storiesIn(framesOf(`Live: storm reaches the coast\n\n${entries.join('\n')}`));
    expect(stories.map(({ heading }) => heading)).toEqual(['Live: storm reaches the coast']);
  });
});
