import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../src/extract/frames.ts';
import { storiesIn } from '../../src/extract/stories.ts';

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

/**
 * Digests composed of the stories of the sample digest, in every order of three, without headings: P_k, the
 * share of paragraph pairs half a story apart that are wrongly held to be in one story or in two (Beeferman,
 * Berger and Lafferty, 1999).
 */
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

  it('are told apart with a P_k of at most 0.1', () => {
    const errors = ordersOfThree(stories.length).map((order) =>
      errorOf(order.map((index) => stories[index]!)),
    );
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(errors).toHaveLength(120);
    expect(mean).toBeLessThanOrEqual(0.1);
  });

  const ordersOfThree = (n: number): number[][] => {
    const all = Array.from({ length: n }, (_, index) => index);
    return all
      .flatMap((a) => all.flatMap((b) => all.map((c) => [a, b, c])))
      .filter((order) => new Set(order).size === 3);
  };

  function errorOf(parts: readonly (readonly string[])[]): number {
    const truth = parts.flatMap((lines, story) => lines.map(() => story));
    const text = parts.flat().join('\n');
    const framed = framesOf(text);
    const starts = storiesIn(framed).map(({ start }) => start);
    const found = framed.paragraphs.map(({ start }) => starts.filter((begin) => begin <= start).length);
    const half = Math.max(2, Math.round(truth.length / parts.length / 2));
    const pairs = truth
      .slice(half)
      .map((story, index) => (story === truth[index]) === (found[index + half] === found[index]));
    return pairs.filter((agrees) => !agrees).length / pairs.length;
  }
});
