/** Shares on the page are those of the tables. */
import { expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { NO_FILTERS, selectionOf } from '../../src/page/filters.ts';
import { SIDES, TONES } from '../../src/page/payload.ts';
import { leanOfSides, pairOf, voicedSides, voicedSplit, voicedTones } from '../../src/page/tallies.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { post, side, tone } from '../helpers/reactions.ts';
import { recordsFrom } from './helpers.ts';

// One account that floods, so that the intervals have to know of voices.
const flood = Array.from({ length: 40 }, (_, index) =>
  post(1000 + index, {
    author: { id: 'loud', handle: 'loud', name: 'Loud' },
    sentiment: tone('negative'),
    stances: [side('Norrland Ferries', index % 7 === 0 ? 'favor' : 'against')],
  }),
);
const run = [...inventedRun, ...flood];
const builder = summaryBuilder();
for (const reaction of run) builder.add(reaction);
const summary = builder.summary();
const records = recordsFrom(run);
const { rows } = selectionOf(records, NO_FILTERS);
const { names } = records.facts;

test('tone by topic', () => {
  for (const { topic, sentiment } of summary.topics) {
    const place = topic === null ? -1 : names.topic.indexOf(topic);
    const split = voicedSplit(
      voicedTones(records, rows, (index) => records.topic[index]!, [place]).get(place)!,
    );
    expect(split.n).toBe(sentiment.n);
    expect(split.shares).toEqual(TONES.map((label) => sentiment.shares[label]));
  }
});

test('stance and lean by topic and target', () => {
  for (const { topic, targets } of summary.topics)
    for (const { target, shares, lean } of targets) {
      const key = pairOf(topic === null ? -1 : names.topic.indexOf(topic), names.target.indexOf(target));
      const sides = voicedSides(records, rows, true, [key]).get(key)!;
      expect(voicedSplit(sides).shares).toEqual(SIDES.map((label) => shares[label]));
      expect(leanOfSides(sides)).toBe(lean);
    }
});
