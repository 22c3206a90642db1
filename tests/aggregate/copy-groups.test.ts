import { describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { post } from '../helpers/reactions.ts';

const MINUTE = 60_000;
const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 1) + minutes * MINUTE).toISOString();
const PETITION = 'Our hills, our birds, our future: no wind farm here, sign the petition today';

const overallOf = (posts: readonly ScoredReaction[]) => {
  const builder = summaryBuilder();
  for (const each of posts) builder.add(each);
  return builder.summary().overall;
};

const different = Array.from({ length: 20 }, (_, i) => {
  const words = ['ferry', 'library', 'bridge', 'harbour', 'tram'];
  return post(100 + i, {
    text: `${words[i % 5]} ${'abcdefghijklmnopqrst'[i]?.repeat(9)} ${i * 7919} was there ${i ** 3}`,
  });
});

/** Rows of the same words, `gap` minutes apart, each by an account of its own. */
const campaign = (n: number, gap: number, text = PETITION): ScoredReaction[] =>
  Array.from({ length: n }, (_, i) =>
    post(i + 1, { text: `${text}${'!'.repeat(i % 3)}`, publishedAt: at(i * gap) }),
  );

describe('near-copies', () => {
  test('are counted with wordings, accounts and time', () => {
    const posts = [
      ...campaign(6, 5),
      post(7, { text: `${PETITION} please`, publishedAt: at(40) }),
      post(8, { text: `${PETITION} please`, publishedAt: at(45), author: post(1).author }),
      ...different,
    ];
    const { copies, texts, concentration, n } = overallOf(posts);
    expect(copies).toMatchObject({ groups: 1, n: 8, coordinated: 1 });
    expect(copies.largest[0]).toMatchObject({
      text: PETITION,
      n: 8,
      share: Math.round((8 / 28) * 10_000) / 10_000,
      wordings: 2,
      voices: 7,
      first: '2026-03-01T00:00:00Z',
      last: '2026-03-01T00:45:00Z',
      burst: { voices: 7, from: '2026-03-01T00:00:00Z' },
      coordinated: true,
    });
    expect(texts).toBe(n - 7);
    expect(concentration.copies.n).toBe(8);
  });

  test('are the same in any order of rows', () => {
    const posts = [...campaign(9, 5), post(50, { text: `${PETITION} please` }), ...different];
    expect(overallOf(posts.toReversed()).copies).toEqual(overallOf(posts).copies);
  });

  test('are one group where each changes two words of the same text, and a petition over weeks is no burst', () => {
    const wordings = Array.from({ length: 20 }, (_, i) => {
      const verb = ['ruin', 'wreck', 'spoil', 'ruin'][i % 4]!;
      const shops = [
        'every small business',
        'each small business',
        'every small business',
        'every little shop',
      ][(i >> 1) % 4]!;
      return `The harbour tunnel will ${verb} our town and finish off ${shops} on Mill Street${'!'.repeat(i % 3)}`;
    });
    const said = (gap: number): ScoredReaction[] =>
      wordings.map((text, i) => post(i + 1, { text, publishedAt: at(i * gap) }));
    const [fast, slow] = [1.5, 1500].map((gap) => overallOf([...said(gap), ...different]).copies.largest[0]!);
    expect(fast).toMatchObject({ n: 20, voices: 20, coordinated: true });
    expect(slow).toMatchObject({ n: 20, voices: 20, coordinated: false });
  });

  test('are none where posts are different', () => {
    expect(overallOf(different).copies).toMatchObject({ groups: 0, n: 0, coordinated: 0, largest: [] });
  });
});

describe('a group looks coordinated', () => {
  const isFlagged = (posts: readonly ScoredReaction[]): boolean => overallOf(posts).copies.coordinated === 1;

  test.each([
    ['five accounts within an hour', campaign(5, 14), true],
    ['four accounts within an hour', campaign(4, 14), false],
    ['many accounts over days', campaign(40, 60 * 8), false],
    ['few words, which thousands say alone', campaign(30, 1, 'Thank you all so much'), false],
    [
      'one account again and again',
      campaign(30, 1).map((each) => Object.assign({}, each, { author: post(1).author })),
      false,
    ],
    [
      'reposts of one post',
      campaign(30, 1).map((each, i) => (i === 0 ? each : Object.assign({}, each, { repostOf: '1' }))),
      false,
    ],
    ['no dates', campaign(30, 1).map((each) => Object.assign({}, each, { publishedAt: null })), false],
  ])('%s', (_, posts, flagged) => expect(isFlagged(posts)).toBe(flagged));

  test('in the hour in which most accounts post it, wherever that lies', () => {
    const later = campaign(8, 2).map((each, i) =>
      Object.assign({}, each, { publishedAt: at(6000 + i * 2), author: post(200 + i).author }),
    );
    const [group] = overallOf([...campaign(3, 500), ...later]).copies.largest;
    expect(group).toMatchObject({ n: 11, burst: { voices: 8, from: at(6000).replace('.000Z', 'Z') } });
  });
});
