import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../src/aggregate/evidence.ts';
import {
  counted,
  labelsOf,
  partedWords,
  percent,
  percentWithRange,
  speakerOf,
  topicsCounted,
} from '../../src/report/wording.ts';
import { post, side, tone } from '../helpers/reactions.ts';

describe('a percentage', () => {
  test.each([
    [0, '0 %'],
    [0.004, '<1 %'],
    [0.005, '1 %'],
    [0.62, '62 %'],
    [0.995, '100 %'],
    [0.996, '>99 %'],
    [1, '100 %'],
  ])('of %f reads %s', (share, words) => {
    expect(percent(share)).toBe(words);
  });

  test('of nothing is a dash', () => {
    expect(percentWithRange({ n: 0, share: null, lo: null, hi: null })).toBe('—');
  });
});

test.each([
  [['ferry', 'bank'], '2 topics'],
  [['ferry', 'other'], '1 topic and “other”'],
  [['ferry', null], '1 topic'],
])('the topics %j are counted as %s', (topics, words) => {
  expect(topicsCounted(topics.map((topic) => ({ topic })))).toBe(words);
});

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [2000, '2,000 posts'],
])('%i is counted as %s', (n, words) => {
  expect(counted(n, 'post')).toBe(words);
});

test.each([
  ['Lena Brandt', 'lena', 'Lena Brandt (@lena)'],
  ['lena', 'lena', 'lena'],
  ['@lena', '@lena', '@lena'],
  ['Lena Brandt', null, 'Lena Brandt'],
  [null, 'lena', '@lena'],
  [null, null, 'speaker not named'],
])('%s with the handle %s is %s', (speaker, handle, words) => {
  expect(speakerOf({ speaker, handle })).toBe(words);
});

describe('the labels of a record', () => {
  const reaction = post(1, {
    sentiment: tone('negative', 0.4, true),
    stances: [
      side('Ferries', 'favor'),
      side('Ada Holm', 'against'),
      side('the board', 'against', 0.4, true),
      side('X', 'none'),
    ],
  });

  test('name the tone, then whom it is against, then whom it favors; no side goes without saying', () => {
    expect(labelsOf(evidenceOf(reaction, null))).toBe(
      'negative (unsure); against Ada Holm, the board (unsure); in favor of Ferries',
    );
  });

  test('are none where no model was asked', () => {
    expect(labelsOf(evidenceOf(post(1, { sentiment: tone(null) }), null))).toBe('not labelled');
  });
});

describe('where tone and side part', () => {
  const cell = { n: 12, share: 0.097, lo: 0.056, hi: 0.162, example: null };

  test.each([
    ['favor', 'negative', 'Negative in tone, yet in favor of Ferries: 10 % (6–16), 12 of n 124'],
    ['against', 'positive', 'Positive in tone, yet against Ferries: 10 % (6–16), 12 of n 124'],
  ] as const)('%s and %s', (stance, sentiment, words) => {
    expect(partedWords({ ...cell, stance, sentiment }, 124, 'Ferries')).toBe(words);
  });
});
