import { describe, expect, test } from 'vitest';
import { keptColumns, labelColumns, slugOf, type Target } from '../../src/batch/label-columns.ts';

const names = (...targets: string[]): readonly string[] =>
  labelColumns(
    'h_',
    targets.map((name): Target => ({ kind: 'name', name })),
  ).names;

describe('the names of the columns', () => {
  test('without a target', () => {
    expect(names()).toEqual([
      'h_sentiment',
      'h_sentiment_negative',
      'h_sentiment_neutral',
      'h_sentiment_positive',
      'h_flags',
    ]);
  });

  test('with one target', () => {
    expect(names('phone ban').slice(4)).toEqual([
      'h_stance',
      'h_stance_favor',
      'h_stance_against',
      'h_stance_none',
      'h_flags',
    ]);
  });

  test('with several, in argument order', () => {
    expect(
      names('the Mayor', 'Phone ban').filter((name) => !/favor|against|none|sentiment/.test(name)),
    ).toEqual(['h_stance_the_mayor', 'h_stance_phone_ban', 'h_flags']);
  });

  test.each([
    [
      ['Ban', 'ban', 'BAN!'],
      ['h_stance_ban', 'h_stance_ban_2', 'h_stance_ban_3'],
    ],
    [
      ['x', 'x favor'],
      ['h_stance_x', 'h_stance_x_favor_2'],
    ],
  ])('never twice: %j', (targets, expected) => {
    const found = names(...targets);
    expect(new Set(found).size).toBe(found.length);
    for (const name of expected) expect(found).toContain(name);
  });
});

test.each([
  ['Phone ban', 'phone_ban'],
  ["  The Mayor's — office ", 'the_mayor_s_office'],
  ['ﬁne ①', 'fine_1'],
  ['İstanbul', 'i_stanbul'],
  ['شهردار', 'target'],
])('the slug of %s is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

describe('the cells', () => {
  const sentiment = {
    label: 'negative',
    negative: 0.9312,
    neutral: 0.00004,
    positive: 0,
    unsure: false,
  } as const;
  const stance = { target: 'a', label: 'favor', favor: 1, against: 0, none: 0, unsure: true } as const;
  const columns = labelColumns('h_', [
    { kind: 'column', name: 'a' },
    { kind: 'column', name: 'b' },
  ]);

  test('have four decimals, and are empty where the row has no target', () => {
    expect(columns.cells({ sentiment, stances: [stance], flags: [] }, [null, 'a'])).toEqual([
      'negative',
      '0.9312',
      '0.0000',
      '0.0000',
      '',
      '',
      '',
      '',
      'favor',
      '1.0000',
      '0.0000',
      '0.0000',
      'unsure:stance',
    ]);
  });

  test('name flags in the order of the vocabulary, what is unsure last', () => {
    const unsure = { ...sentiment, unsure: true };
    expect(
      columns.cells({ sentiment: unsure, stances: [], flags: ['no-text', 'duplicate'] }, [null, null]).at(-1),
    ).toBe('duplicate;no-text;unsure:sentiment');
  });
});

describe('columns that are there already', () => {
  test('are refused', () => {
    expect(() => keptColumns('a.csv', ['id', 'h_flags'], names(), false)).toThrow(
      'there is a column "h_flags" already',
    );
  });

  test('give way with --overwrite, each of that name', () => {
    expect(keptColumns('a.csv', ['id', 'h_flags', 'text', 'h_flags', 'H_flags'], names(), true)).toEqual([
      0, 2, 4,
    ]);
  });
});
