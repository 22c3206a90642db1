/** Speakers resolved, held to twelve stories whose names were labelled before hearsay read them. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Resolution, resolutionOf } from '../../src/extract/coreference.ts';
import { quoteScores } from '../../src/extract/evaluation.ts';
import { type Labelled, labelledOf } from '../../src/extract/labelled.ts';
import { readingOf } from '../../src/extract/reading.ts';
import type { Pair } from '../../src/extract/span-matching.ts';
import type { Span, SpeakerForm } from '../../src/reaction.ts';

const file = new URL('../../corpora/speakers/gold.ndjson', import.meta.url);

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Record<'source' | 'cue' | 'content', [number, number][]>[];
}

const spans = (pairs: readonly [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));
const documents = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Gold)
  .map(({ id, text, attributions }) => ({
    id,
    text,
    attributions: attributions.map((entry) => ({
      ...entry,
      source: spans(entry.source),
      cue: spans(entry.cue),
      content: spans(entry.content),
    })) as unknown as Labelled[],
  }));

describe('the twelve stories', () => {
  let resolution: Resolution;
  beforeAll(async () => {
    const found: Labelled[][] = [];
    for (const { id, text } of documents)
      found.push((await readingOf({ name: id, text })).reactions.map(labelledOf));
    ({ resolution } = quoteScores(documents, found));
  });

  test.each([
    ['named', 0.85],
    ['described', 0.8],
    ['pronoun', 0.72],
    ['anonymous', 0.99],
  ] as const)('%s speakers get the labelled name in at least %f of the cases', (form, floor) => {
    const { right, of } = resolution.forms[form];
    expect(right / of).toBeGreaterThan(floor);
  });

  test('few quotations are given to another speaker of the story', () => {
    expect(resolution.merged).toBeLessThanOrEqual(8);
  });

  test('B³ has its precision above its recall: a link that is not sure is not made', () => {
    const { precision, recall, of } = resolution.bCubed;
    expect(precision / of).toBeGreaterThan(0.93);
    expect(recall / of).toBeGreaterThan(0.85);
  });
});

describe('the measure', () => {
  const labelled = (name: string, form: SpeakerForm = 'named'): Labelled =>
    ({ speaker: { name, form } }) as unknown as Labelled;
  const pairs = (...names: readonly (readonly [gold: string, found: string])[]): Pair[] =>
    names.map(([gold, found]) => ({ gold: labelled(gold), found: labelled(found), exact: true }));

  test('tells a wrong merge from a link that was not made', () => {
    const found = resolutionOf(pairs(['Ann Roe', 'Ann Roe'], ['Bo Li', 'Ann Roe'], ['Ann Roe', 'she']));
    expect(found.forms.named).toEqual({ right: 1, of: 3 });
    expect([found.merged, found.open]).toEqual([1, 1]);
  });

  test('is B³ as Bagga and Baldwin count it', () => {
    // One chain of three, cut into two and one: precision 1, recall (2/3 + 2/3 + 1/3) / 3.
    const { bCubed } = resolutionOf(pairs(['A', 'A'], ['A', 'A'], ['A', 'x']));
    expect(bCubed.precision / bCubed.of).toBeCloseTo(1, 12);
    expect(bCubed.recall / bCubed.of).toBeCloseTo(5 / 9, 12);
  });
});
