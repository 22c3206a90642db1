import { expect, test } from 'vitest';
import { Agreement, vendorLabel } from '../../src/batch/agreement.ts';

test.each([
  ['Positive', 'positive'],
  [' neg ', 'negative'],
  ['NEUTRAL', 'neutral'],
  ['-0.4', 'negative'],
  ['0,3', 'positive'],
  ['0', 'neutral'],
  ['mixed', null],
  ['', null],
  ['17', null],
])('a vendor that writes %j means %s', (cell, label) => {
  expect(vendorLabel(cell)).toBe(label);
});

test('counts rows where both have a label, and goes on from kept counts', () => {
  const first = new Agreement();
  first.add('positive', 'positive');
  first.add('positive', 'negative');
  const second = new Agreement(first.counts);
  second.add('neutral', 'neutral');
  second.add('mixed', 'neutral');
  second.add('neutral', null);
  expect(second.table('a.csv', 'Sentiment')).toMatchInlineSnapshot(`
    "a.csv: sentiment in "Sentiment" and ours agree on 2 of 3 rows (67 %)
                 ours negative   ours neutral  ours positive
      negative               0              0              0
      neutral                0              1              0
      positive               1              0              1"
  `);
});

test('with nothing to compare there is nothing to say', () => {
  expect(new Agreement().table('a.csv', 'Sentiment')).toBe('');
});
