import { describe, expect, it } from 'vitest';
import { measuresOf, quoteScores } from '../../src/extract/evaluation.ts';
import type { Labelled } from '../../src/extract/labelled.ts';

const text = '“We waited four long hours,” Lena Brandt said. Thomas Ek said that the pier was closed.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const entry = (content: string, source: string, cue: string, more: Partial<Labelled> = {}): Labelled => ({
  content: [at(content)],
  source: [at(source)],
  cue: [at(cue)],
  ...more,
});
const direct = entry('“We waited four long hours,”', 'Lena Brandt', 'said');
const indirect = entry('that the pier was closed', 'Thomas Ek', 'said that');

const scored = (found: readonly Labelled[]) =>
  quoteScores([{ id: '1', text, attributions: [direct, indirect] }], [found]);

describe('scores of a reading', () => {
  it('are full for the same reading, marks and "that" aside', () => {
    const scores = scored([
      entry('We waited four long hours', 'Lena Brandt', 'said'),
      entry('the pier was closed', 'Thomas Ek', 'said that', { flags: ['indirect'] }),
    ]);
    expect(scores.contents.exact).toEqual({ right: 2, found: 2, labelled: 2 });
    expect(scores.sources.exact).toEqual({ right: 2, found: 2, labelled: 2 });
    expect(scores.direct).toEqual({ right: 1, found: 1, labelled: 1 });
    expect(scores.directSpeaker).toEqual({ right: 1, of: 1 });
  });

  it('count an overlap as overlapping, not as exact', () => {
    const scores = scored([entry('four long hours', 'Brandt', 'said')]);
    expect(scores.contents.exact.right).toBe(0);
    expect(scores.contents.overlapping).toEqual({ right: 1, found: 1, labelled: 2 });
    expect(scores.sources.overlapping.right).toBe(1);
    expect(scores.sources.exact.right).toBe(0);
  });

  it('count what was invented', () => {
    expect(measuresOf(scored([entry('Lena', 'Lena', 'said')]).contents.overlapping).precision).toBe(0);
  });

  it('pair one to one', () => {
    const scores = scored([
      entry('We waited', 'Lena Brandt', 'said'),
      entry('four long', 'Lena Brandt', 'said'),
    ]);
    expect(scores.contents.overlapping.right).toBe(1);
  });

  it('count the wrong speaker of a direct quotation', () => {
    expect(scored([entry('We waited four long hours', 'Thomas Ek', 'said')]).directSpeaker).toEqual({
      right: 0,
      of: 1,
    });
  });

  it('compare names and kinds only where the labels tell them', () => {
    const told = { speaker: { name: 'Lena Brandt', form: 'named' as const }, kind: 'quotation' as const };
    const scores = quoteScores(
      [{ id: '1', text, attributions: [{ ...direct, ...told }] }],
      [[{ ...direct, ...told, kind: 'post' }]],
    );
    expect(scores.told.name).toEqual({ right: 1, of: 1 });
    expect(scores.told.kind).toEqual({ right: 0, of: 1 });
    expect(scores.told.platform).toEqual({ right: 0, of: 0 });
  });

  it('are 0 where nothing was found or labelled', () => {
    expect(measuresOf({ right: 0, found: 0, labelled: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
