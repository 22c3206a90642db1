import { describe, expect, test } from 'vitest';
import { NO_FILTERS, needlesOf, selectionOf } from '../../src/page/filters.ts';
import { SIDES, TONES } from '../../src/page/payload.ts';
import { dayNumber } from '../../src/page/records.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { recordsFrom } from './helpers.ts';

const records = recordsFrom(inventedRun);
const { names } = records.facts;
const left = (filters: Partial<typeof NO_FILTERS>): number =>
  selectionOf(records, { ...NO_FILTERS, ...filters }).rows.length;
const truth = (isIn: (reaction: (typeof inventedRun)[number]) => boolean): number =>
  inventedRun.filter((reaction) => reaction.kind !== 'commentary' && isIn(reaction)).length;

describe('what filters leave', () => {
  test('is all but commentary without any', () => {
    expect(left({})).toBe(truth(() => true));
    expect(left({ kind: 2 })).toBe(1);
  });

  test.each(TONES.map((tone, place) => [tone, place] as const))('tone %s', (tone, place) => {
    expect(left({ tone: place })).toBe(truth(({ sentiment }) => sentiment.label === tone));
  });

  test('a side is toward the target that is chosen, else toward any', () => {
    const against = SIDES.indexOf('against');
    const target = names.target.indexOf('Norrland Ferries');
    const takes = (toward: string | null) =>
      truth(({ stances }) =>
        stances.some((it) => it.label === 'against' && (toward === null || it.target === toward)),
      );
    expect(left({ side: against })).toBe(takes(null));
    expect(left({ side: against, target })).toBe(takes('Norrland Ferries'));
  });

  test('days are inclusive, and a record without a date is in none', () => {
    const [from, to] = [dayNumber('2026-03-04'), dayNumber('2026-03-05')];
    const isIn = (at: string | null): boolean => at !== null && at >= '2026-03-04' && at < '2026-03-06';
    expect(left({ from, to })).toBe(truth(({ publishedAt }) => isIn(publishedAt)));
  });

  test('a search finds every word, a phrase as one, names too, whatever the case', () => {
    expect(needlesOf('Quay "two KIDS"')).toEqual(['quay', 'two kids']);
    expect(left({ search: 'QUAY "two kids"' })).toBe(
      truth(({ text }) => text.includes('quay') && text.includes('two kids')),
    );
    expect(left({ search: '"kids two"' })).toBe(0);
    expect(left({ search: 'okafor' })).toBe(1);
  });
});

test('beside an entry stands how many records choosing it would leave', () => {
  const filters = { ...NO_FILTERS, tone: 0, search: 'boat' };
  const { facets } = selectionOf(records, filters);
  for (const facet of ['topic', 'target', 'side', 'tone', 'platform', 'language', 'kind'] as const)
    for (const [place, n] of facets[facet].counts.entries())
      expect(selectionOf(records, { ...filters, [facet]: place }).rows.length, `${facet} ${place}`).toBe(n);
});
