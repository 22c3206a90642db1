import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, integer, oneof, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/extract/reading.ts';
import type { TaggedSpan } from '../../src/extract/tagger.ts';
import { type Reaction, reactionSchema } from '../../src/reaction.ts';
import { repository } from '../helpers/program.ts';
import { reactionsIn } from '../helpers/said.ts';

const pieces = constantFrom(
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  '\n',
  '\n\n',
  '. ',
  ', ',
  ': ',
  '? ',
  ' — ',
  ' ',
  '(',
  ')',
  'Lena Brandt',
  'Brandt',
  'she',
  'He',
  'the minister',
  'Mayor',
  'said',
  'says',
  'tweeted',
  'wrote on X',
  'according to',
  'that',
  'and',
  'We waited',
  'nobody',
  'came',
  'angered many',
  'Islanders',
  'was',
  '2K',
  'likes',
  'BRANDT:',
  '***',
  '# Heading',
  '🙂',
  'ß',
  'سلام',
  'the statement',
  'Oslo’s',
);
const prose = readFileSync(join(repository, 'corpora/speakers/gold.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .flatMap((line) => (JSON.parse(line) as { text: string }).text.split(/ +/u));
/** A few words of prose, cut anywhere. */
const scraps = tuple(integer({ min: 0, max: prose.length - 1 }), integer({ min: 1, max: 5 })).map(
  ([from, count]) => prose.slice(from, from + count).join(' '),
);
const texts = array(oneof(pieces, scraps), { maxLength: 60 }).map((parts) => parts.join(' '));

function expectTruthful(text: string, reaction: Reaction): void {
  const { parts, start, end } = reaction.provenance;
  expect(parts.map((part) => text.slice(part.start, part.end)).join(' ')).toBe(reaction.text);
  expect([start, end]).toEqual([parts[0]!.start, parts.at(-1)!.end]);
  const mentions = [reaction.speaker?.mention, reaction.cue].filter(
    (mention) => mention !== null && mention !== undefined,
  );
  expect(mentions.map((mention) => text.slice(mention.start, mention.end))).toEqual(
    mentions.map((mention) => mention.text),
  );
}

describe('a reading', () => {
  it('gives every word back from where it says it stands, whatever the text', async () => {
    await assert(
      asyncProperty(texts, async (text) => {
        const { stories, reactions } = await readingOf({ name: 'x', text });
        for (const reaction of reactions) {
          reactionSchema.parse(reaction);
          expectTruthful(text, reaction);
          const story = stories[reaction.story!]!;
          expect(reaction.provenance.start).toBeGreaterThanOrEqual(story.start);
        }
      }),
      { numRuns: 600 },
    );
  });

  // Phrases that begin their sentence where something is looked for before them.
  it.each(['Nobody came.\n\nAlarmed by Brandt, the mayor, said', 'interview, which told that was . “'])(
    'comes to its end with %j',
    async (text) => {
      await expect(reactionsIn(text)).resolves.toBeInstanceOf(Array);
    },
  );

  it('is the same twice, ids included', async () => {
    const text = '“We waited,” Lena Brandt said. “Nobody came.”';
    expect(await reactionsIn(text)).toEqual(await reactionsIn(text));
  });

  it('goes in the order of the text, and its stories follow one another', async () => {
    const text = '# One\n“We waited,” Lena Brandt said.\n\n# Two\nThomas Ek said: “Nobody came.”';
    const { stories, reactions } = await readingOf({ name: 'x', text });
    expect(stories.map(({ heading }) => heading)).toEqual(['One', 'Two']);
    expect(reactions.map(({ story }) => story)).toEqual([0, 1]);
  });

  it('keeps the lines of hard-wrapped words apart', async () => {
    const line = 'The crew of the night ferry waited at the quay for four';
    const text = `${line}\n${line} hours.\n\n“${line}\n${line} hours,” said Lena\nBrandt, a nurse who was there with them all night.\n`;
    const [reaction] = await reactionsIn(text);
    expect(reaction!.provenance.parts).toHaveLength(2);
    expectTruthful(text, reaction!);
  });

  it.each(['', '   \n \n', '“', '\n'])('of %j holds nothing', async (text) => {
    expect((await readingOf({ name: 'x', text })).reactions).toEqual([]);
  });

  it('takes from a tagger what the rules miss, and leaves theirs alone', async () => {
    const text = '“We waited,” Lena Brandt said. The council demanded that the timetable be slower.';
    const span = (role: TaggedSpan['role'], words: string): TaggedSpan => {
      const start = text.indexOf(words);
      return { role, start, end: start + words.length, score: 0.9 };
    };
    const tagged = [
      span('content', 'We waited'),
      span('source', 'The council'),
      span('cue', 'demanded'),
      span('content', 'the timetable be slower'),
    ];
    const { reactions } = await readingOf({ name: 'x', text }, { tagger: async () => tagged });
    expect(
      reactions.map(({ text: words, speaker, cue, flags }) => [words, speaker?.name, cue?.text, flags]),
    ).toEqual([
      ['We waited,', 'Lena Brandt', 'said', []],
      ['the timetable be slower', 'The council', 'demanded', ['indirect']],
    ]);
  });

  it.each<[string, number, boolean]>([
    ['that the January ferry be kept', 0.7, true],
    ['that the January ferry be kept', 0.55, false],
    ['the old January timetable', 0.7, false],
    ['the old January timetable', 0.9, true],
  ])('takes %j from a tagger that is %f sure: %s', async (words, score, taken) => {
    const text = `The council demanded ${words}.`;
    const span = (role: TaggedSpan['role'], part: string): TaggedSpan => {
      const start = text.indexOf(part);
      return { role, start, end: start + part.length, score };
    };
    const tagged = [span('source', 'The council'), span('cue', 'demanded'), span('content', words)];
    const { reactions } = await readingOf({ name: 'x', text }, { tagger: async () => tagged });
    expect(reactions).toHaveLength(taken ? 1 : 0);
  });
});

describe('a text with marks of its layout', () => {
  it.each<[string, string, string, string]>([
    [
      'Markdown',
      '“We had *no choice*,” said **[Ingrid Solberg](https://example.org)**.',
      'Ingrid Solberg',
      'We had *no choice*,',
    ],
    [
      'zero-width characters',
      '“We\u200B wait,” said\u200B Lena\u00AD Brandt.',
      'Lena Brandt',
      'We\u200B wait,',
    ],
    [
      'hard-wrapped lines',
      [
        'The council of Westmere voted on Monday to close the old swimming',
        'baths, and few were pleased. “I learned to swim in there,” said Doreen',
        'Ashby, who had queued since noon on the steps of the old town hall.',
        '',
        'The vote was close, and the gallery of the hall was full until after',
        'midnight.',
      ].join('\n'),
      'Doreen Ashby',
      'I learned to swim in there,',
    ],
  ])('is read as if it had none (%s), and its words stand where it says', async (_, text, name, said) => {
    const { reactions } = await readingOf({ name: 'x', text });
    expect(reactions.map(({ speaker, text: words }) => [speaker?.name, words])).toEqual([[name, said]]);
    const [{ speaker, cue, provenance }] = reactions as [Reaction];
    for (const place of [speaker!.mention!, cue!])
      expect(text.slice(place.start, place.end)).toBe(place.text);
    expect(text.slice(provenance.start, provenance.end)).toBe(said);
  });
});
