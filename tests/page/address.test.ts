import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_VIEW, ORDERS, SERIES, hashOf, viewOf } from '../../src/page/address.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { recordsFrom } from './helpers.ts';

const records = recordsFrom(inventedRun);
const { names } = records.facts;
const place = (list: readonly unknown[]) => fc.option(fc.nat(list.length - 1), { nil: null });
const day = fc.option(fc.integer({ min: 15_000, max: 25_000 }), { nil: null });

test('a view comes back from its address as it was', () => {
  const view = fc.record({
    filters: fc.record({
      topic: fc.oneof(place(names.topic), fc.constant(-1)),
      target: place(names.target),
      side: place([1, 2, 3]),
      tone: place([1, 2, 3]),
      platform: place(names.platform),
      language: place(names.language),
      kind: place([1, 2, 3]),
      voice: place(names.voice),
      from: day,
      to: day,
      search: fc.string({ unit: 'grapheme' }),
    }),
    order: fc.constantFrom(...ORDERS),
    series: fc.constantFrom(...SERIES),
    record: fc.option(fc.stringMatching(/^[0-9a-f]{12}$/), { nil: null }),
  });
  fc.assert(
    fc.property(view, (seen) => {
      expect(viewOf(hashOf(seen, records), records)).toEqual(seen);
    }),
  );
});

test('the view with which the page opens has no address of its own', () => {
  expect(hashOf(FIRST_VIEW, records)).toBe('');
  expect(viewOf('', records)).toEqual(FIRST_VIEW);
  expect(viewOf('#topic-3', records)).toEqual(FIRST_VIEW);
});

test('what an address names and the page doesn’t know is passed over', () => {
  expect(viewOf('#?topic=x&side=up&from=2026-13-45&order=1&voice=nobody', records)).toEqual(FIRST_VIEW);
});
