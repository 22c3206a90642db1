import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../src/extract/frames.ts';
import { storiesIn } from '../../src/extract/stories.ts';
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

  it('is none in an empty text', () => {
    expect(startsOf('')).toEqual([]);
  });

  it('has a heading where the text gives one', () => {
    const [story] = storiesIn(framesOf(`Storm Closes Hallasay Pier Again\n${first}`));
    expect(story!.heading).toBe('Storm Closes Hallasay Pier Again');
  });
});

/** Digests composed of the stories of the sample digest, in every order of three, without headings. */
describe('stories that nothing but their words part', () => {
  const gold = JSON.parse(
    readFileSync(new URL('../../corpora/digest/gold.ndjson', import.meta.url), 'utf8').split('\n')[0]!,
  ) as { text: string; stories: { start: number; end: number }[] };
  const stories = gold.stories.map(({ start, end }) =>
    gold.text
      .slice(start, end)
      .split('\n')
      .filter((line) => /[.!?]["”’]?$/u.test(line)),
  );

  it.each([
    ['P_k', pk, 0.1],
    ['WindowDiff', windowDiff, 0.12],
  ] as const)('are told apart with a %s of at most %f', (_, measure, most) => {
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
    const starts = storiesIn(framed).map(({ start }) => start);
    return {
      truth: parts.flatMap((lines, story) => lines.map(() => story)),
      found: framed.paragraphs.map(({ start }) => starts.filter((begin) => begin <= start).length),
    };
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
