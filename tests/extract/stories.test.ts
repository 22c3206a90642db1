import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { type FramedText, framesOf } from '../../src/extract/frames.ts';
import { openModels } from '../../src/classify/models.ts';
import type { Story } from '../../src/reaction.ts';
import { storiesByMeaning, storiesIn } from '../../src/extract/stories.ts';
import { pk, windowDiff } from '../helpers/segmentation.mjs';

const startsOf = (text: string): string[] =>
  storiesIn(framesOf(text)).map(({ start }) => text.slice(start, start + 12));

describe('stories', () => {
  const first =
    'The pier of Hallasay was closed on Friday after a storm.\nThe pier has been closed three times this year.';
  const second =
    'A bakery in Bergen sold its last loaf on Monday.\nThe bakery had sold bread and loaves since 1920.';

  it.each<[string, string]>([
    ['stars', `${first}\n* * *\n${second}`],
    ['dashes', `${first}\n-----\n${second}`],
    ['Markdown headings', `# Pier\n${first}\n\n# Bakery\n${second}`],
    [
      'headings in title case',
      `Storm Closes Hallasay Pier Again\n${first}\nOld Bakery Sells Its Last Loaf\n${second}`,
    ],
  ])('are parted at %s', (_, text) => {
    expect(startsOf(text)).toHaveLength(2);
  });

  it('are parted at separators alone where somebody has set them', () => {
    // Their words would part the second from the third as well.
    const third = 'Three goats climbed the town hall of Vik.\nThe goats ate the flag of the town hall.';
    expect(startsOf([first, `${second}\n${third}`, first].join('\n* * *\n'))).toEqual([
      'The pier of ',
      'A bakery in ',
      'The pier of ',
    ]);
  });

  it('is one where the text goes on about one matter', () => {
    expect(startsOf(first)).toEqual(['The pier of ']);
  });

  it('is one where an article goes from one matter of its story to the next', () => {
    const text = [
      'President Marta Delgado vowed on Thursday to fight on after the Senate blocked her water bill.',
      '“They looked at a thirsty country and shrugged,” Delgado told reporters.',
      'The vote was 48 to 52, with Senators Bill Ortega and Lynn Foss on the other side.',
      'Environmental groups condemned the outcome. “This is what capture looks like,” said Priya Raman of Rivers First.',
      'In Fresno, where wells have run dry, resident Alma Ruiz was less interested in politics.',
      '“My grandkids brush their teeth with bottled water,” she said.',
    ].join('\n');
    expect(startsOf(text)).toHaveLength(1);
  });

  it.each<[string, string[]]>([
    ['an agency', ['LIMA (Reuters) - ', 'Oslo (AFP) – ']],
    ['a place in capitals', ['LIMA — ', 'PORT-AU-PRINCE, Haiti — ']],
    ['a day', ['Lima, 3 May — ', 'OSLO, Oct. 12 (AP) -- ']],
  ])('are parted at datelines with %s, however short they are', (_, [one, other]) => {
    const text = `${one}A mine stopped work on Friday.\n${other}A ferry ran aground on Friday.`;
    expect(startsOf(text)).toEqual([one!.padEnd(12, 'A mine').slice(0, 12), other!.slice(0, 12)]);
  });

  it.each<[string, string]>([
    ['one dateline', `LIMA — ${first}\n${second}`],
    ['speakers before dashes', ['HOLT — No.', 'REID — Yes.', 'HOLT — Why?', 'REID — So.'].join('\n')],
    [
      'run-in heads',
      `${first}\n${first}\nNOBODY KNOWS WHY — The storm was weak.\nNOBODY ASKS — The pier is old.`,
    ],
  ])('are not parted at %s', (_, text) => {
    expect(startsOf(text)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['a sentence broken over lines', `${first}\nEditor’s note: The pier of Hallasay\nbelongs to the town.`],
    ['a signed line', `${first}\n“A ruin” — The Hallasay Post\n${first}`],
    ['words in marks', `${first}\n'Nobody Cares.'\n${first}`],
    ['a mark left open', `${first}\n“We are sorry,” the town said. “The\npier is old.”`],
  ])('are not parted at %s', (_, text) => {
    expect(startsOf(text)).toHaveLength(1);
  });

  it('is none in an empty text', () => {
    expect(startsOf('')).toEqual([]);
  });

  it('has a heading where the text gives one', () => {
    const [story] = storiesIn(framesOf(`Storm Closes Hallasay Pier Again\n${first}`));
    expect(story!.heading).toBe('Storm Closes Hallasay Pier Again');
  });
});

const gold = JSON.parse(
  readFileSync(new URL('../../corpora/digest/gold.ndjson', import.meta.url), 'utf8').split('\n')[0]!,
) as { text: string; stories: { start: number; end: number }[] };
const stories = gold.stories.map(({ start, end }) =>
  gold.text
    .slice(start, end)
    .split('\n')
    .filter((line) => /[.!?]["”’]?$/u.test(line)),
);

/** The number of the story in which each paragraph stands. */
const cutOf = (found: readonly Story[], { paragraphs }: FramedText): number[] =>
  paragraphs.map(({ start }) => found.filter((story) => story.start <= start).length - 1);
const truthOf = (parts: readonly (readonly string[])[]): number[] =>
  parts.flatMap((lines, story) => lines.map(() => story));

describe('stories on which words leave a doubt', async () => {
  const models = await openModels();
  afterAll(() => models.close());
  const asked: number[] = [];
  const encode = (texts: readonly string[]) => {
    asked.push(texts.length);
    return models.embed(texts);
  };
  const ferry = [
    'The night boat to Hallasay has been cancelled until spring, and the harbour is empty.',
    'Passengers slept on benches in the terminal while the crew looked for a spare engine.',
    'Nobody could say when sailings would begin again, and the last coach left at noon.',
    'Shopkeepers on the quay fear for the season, since visitors come by sea or not at all.',
  ];
  const cheese = [
    'A dairy in the mountains has won the gold medal for a cheese that ripens in a cave.',
    'The wheels are washed with brine every week and turned by hand through the winter.',
    'Judges praised its smell of hay and walnuts, and gave it the highest marks in years.',
    'The family keeps forty cows, and makes no more than a hundred wheels in a good summer.',
  ];

  it('are parted by what their paragraphs mean, each encoded once', async () => {
    // Words alone miss a border of these.
    const parts = [2, 3, 1].map((index) => stories[index]!);
    const framed = framesOf(parts.flat().join('\n'));
    expect(cutOf(storiesIn(framed), framed)).not.toEqual(truthOf(parts));
    expect(cutOf(await storiesByMeaning(framed, encode), framed)).toEqual(truthOf(parts));
    expect(asked.splice(0)).toEqual([parts.flat().length]);
  });

  it.each<[string, string]>([
    ['stars', [ferry.join('\n'), cheese.join('\n'), ferry.join('\n')].join('\n* * *\n')],
    [
      'headings',
      `Night Boat Is Cancelled Again\n${ferry.join('\n')}\nCheese Wins a Medal\n${cheese.join('\n')}`,
    ],
    ['datelines', `OSLO — ${ferry.join('\n')}\nBERN — ${cheese.join('\n')}`],
  ])('are not asked about where %s part them', async (_, text) => {
    expect((await storiesByMeaning(framesOf(text), encode)).length).toBeGreaterThan(1);
    expect(asked.splice(0)).toEqual([]);
  });
});

/** Digests composed of the stories of the sample digest, in every order of three, without headings. */
describe('stories that nothing but their words part', () => {
  it.each([
    ['P_k', 0.1, pk],
    ['WindowDiff', 0.12, windowDiff],
  ] as const)('are told apart with a %s of at most %d', (_, most, measure) => {
    const errors = ordersOfThree(stories.length).map((order) => {
      const { truth, found } = readingOf(order.map((index) => stories[index]!));
      return measure(truth, found);
    });
    expect(errors).toHaveLength(120);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThanOrEqual(most);
  });

  const ordersOfThree = (n: number): number[][] => {
    const all = Array.from({ length: n }, (_, index) => index);
    return all
      .flatMap((a) => all.flatMap((b) => all.map((c) => [a, b, c])))
      .filter((order) => new Set(order).size === 3);
  };

  function readingOf(parts: readonly (readonly string[])[]): { truth: number[]; found: number[] } {
    const framed = framesOf(parts.flat().join('\n'));
    return { truth: truthOf(parts), found: cutOf(storiesIn(framed), framed) };
  }
});

describe('the measures', () => {
  const truth = [0, 0, 0, 0, 1, 1, 1, 1];

  it('are 0 for the right cut', () => {
    expect([pk(truth, truth), windowDiff(truth, truth)]).toEqual([0, 0]);
  });

  it('count the probes that see another border', () => {
    // Of six probes of length 2, the two over the missed border are wrong.
    const uncut = truth.map(() => 0);
    expect([pk(truth, uncut), windowDiff(truth, uncut)]).toEqual([1 / 3, 1 / 3]);
  });

  it('WindowDiff also sees a border too many inside a probe', () => {
    const doubled = [0, 0, 0, 1, 2, 2, 2, 2];
    expect(windowDiff(truth, doubled)).toBeGreaterThan(pk(truth, doubled));
  });
});
