/** The reader held to the gold labels of the sample digest, which were made before it. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { measuresOf, type QuoteScores, quoteScores } from '../../src/extract/evaluation.ts';
import { type Labelled, labelledOf } from '../../src/extract/labelled.ts';
import { type Reading, readingOf } from '../../src/extract/reading.ts';
import type { Span } from '../../src/reaction.ts';

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly stories: readonly { readonly start: number; readonly end: number }[];
  readonly attributions: readonly Record<'source' | 'cue' | 'content', [number, number][]>[];
}

const file = new URL('../../corpora/digest/gold.ndjson', import.meta.url);
const gold = JSON.parse(readFileSync(file, 'utf8').split('\n')[0]!) as Gold;
const spans = (pairs: readonly [number, number][]): Span[] => pairs.map(([start, end]) => ({ start, end }));
const attributions = gold.attributions.map((entry) => ({
  ...entry,
  source: spans(entry.source),
  cue: spans(entry.cue),
  content: spans(entry.content),
})) as unknown as Labelled[];

describe('the sample digest', () => {
  let reading: Reading;
  let scores: QuoteScores;
  beforeAll(async () => {
    reading = await readingOf({ name: gold.id, text: gold.text });
    scores = quoteScores(
      [{ id: gold.id, text: gold.text, attributions }],
      [reading.reactions.map(labelledOf)],
    );
  });

  it('is parted into its stories', () => {
    expect(reading.stories.map(({ start, end }) => [start, end])).toEqual(
      gold.stories.map(({ start, end }) => [start, end]),
    );
  });

  it('has the words of every attribution, to the character', () => {
    const { precision, recall } = measuresOf(scores.contents.exact);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.97);
  });

  it('has the mention and the cue of every attribution', () => {
    expect(measuresOf(scores.sources.exact).f1).toBeGreaterThanOrEqual(0.97);
    expect(measuresOf(scores.cues.exact).f1).toBeGreaterThanOrEqual(0.97);
  });

  it.each(['name', 'form', 'kind', 'platform', 'engagement', 'flags'] as const)('tells the %s', (key) => {
    const { right, of } = scores.told[key];
    expect(of).toBeGreaterThan(60);
    expect(right / of).toBeGreaterThanOrEqual(0.97);
  });

  it('takes no title, slogan or term for a quotation', () => {
    const { right, found } = scores.direct;
    expect(found - right).toBe(0);
  });
});
