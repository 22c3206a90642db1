import { describe, expect, test } from 'vitest';
import { dayIn } from '../../src/aggregate/day.ts';
import { DiverseEvidence, TopEvidence, evidenceOf, loudness } from '../../src/aggregate/evidence.ts';
import { knownOf } from '../../src/aggregate/known.ts';
import { NearCopies } from '../../src/aggregate/near-copies.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { post, side, tone } from '../helpers/reactions.ts';

function topOf(most: number, reactions: readonly ScoredReaction[]): string[] {
  const top = new TopEvidence(most);
  for (const reaction of reactions)
    top.add(loudness(reaction, 0.5), reaction, null, knownOf(reaction, dayIn('UTC')));
  return top.list().map(({ text }) => text);
}

/** The three that are shown for a side. */
function shownOf(reactions: readonly ScoredReaction[]): ScoredReaction['id'][] {
  const diverse = new DiverseEvidence();
  const copies = new NearCopies();
  for (const reaction of reactions) {
    const known = knownOf(reaction, dayIn('UTC'));
    copies.add(reaction.text, known.copy);
    diverse.add(loudness(reaction, 0.5), reaction, null, known);
  }
  return diverse.list(3, copies.groups()).map(({ text }) => text);
}

const liked = (row: number, text: string, likes: number) => post(row, { text, engagement: { likes } });

describe('the loudest', () => {
  test('are those with most likes, reposts, replies and quotes together', () => {
    const reposted = post(4, {
      text: 'reposted',
      engagement: { likes: 5, reposts: 20, replies: 1, quotes: 1 },
    });
    expect(topOf(2, [liked(1, 'few', 2), liked(2, 'many', 30), liked(3, 'some', 9), reposted])).toEqual([
      'many',
      'reposted',
    ]);
  });

  test('hold each group of near-copies once, by its loudest', () => {
    const copies = [
      liked(1, 'Save the ferry', 3),
      liked(2, 'save the ferry!', 8),
      liked(3, 'SAVE THE FERRY', 5),
    ];
    expect(topOf(3, [...copies, liked(4, 'Other', 1)])).toEqual(['save the ferry!', 'Other']);
  });

  test('are the same in any order of rows, ties too', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((row) => liked(row, `text ${row}`, row % 2));
    expect(topOf(3, rows.toReversed())).toEqual(topOf(3, rows));
  });
});

test('of equal words by two accounts the same account is shown in any order of rows', () => {
  const words = 'The boat was late';
  const [anna, ben] = [post(1).speaker, post(2).speaker];
  const shown = [
    [anna, ben],
    [ben, anna],
  ].map((speakers) => {
    const top = new TopEvidence(1);
    for (const [index, speaker] of speakers.entries()) {
      const reaction = post(index + 1, { text: words, speaker });
      top.add(loudness(reaction, 0.5), reaction, null, knownOf(reaction, dayIn('UTC')));
    }
    return top.list()[0]!.speaker;
  });
  expect(shown).toEqual(['Account 1', 'Account 1']);
});

describe('what is shown of a side', () => {
  const others = [
    liked(901, 'The boat was late and nobody told us why', 3),
    liked(902, 'My mother missed her train because of it', 2),
    liked(903, 'Refund every ticket of that day', 1),
  ];

  test('is not filled by a campaign, however loud and whatever word each account changes', () => {
    const campaign = Array.from({ length: 200 }, (_, i) =>
      liked(
        i + 1,
        `Sign now: the council must bring back the night ferry before winter number${i} comes`,
        1000 + i,
      ),
    );
    const shown = shownOf([...campaign, ...others]);
    expect(shown.filter((text) => text.startsWith('Sign now'))).toHaveLength(1);
    expect(shown.slice(1)).toEqual(others.slice(0, 2).map(({ text }) => text));
  });

  test('is not filled by one account', () => {
    const { author } = post(1);
    const flood = Array.from({ length: 200 }, (_, i) => ({
      ...liked(
        i + 1,
        `${'abcdefghijklmnopqrst'
          .split('')
          .map((letter) => `${letter}${i * 7}`)
          .join(' ')} said I`,
        1000 + i,
      ),
      author,
    }));
    expect(shownOf([...flood, ...others]).slice(1)).toEqual(others.slice(0, 2).map(({ text }) => text));
  });

  test('is one account’s where there is no other', () => {
    const { author } = post(1);
    const own = others.map((reaction) => ({ ...reaction, author }));
    expect(shownOf(own)).toEqual(others.map(({ text }) => text));
  });

  test('is the same in any order of rows', () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      ...liked(i, `words of post ${i} about boat ${i % 50}`, i % 9),
      author: post(i % 30).author,
    }));
    expect(shownOf(rows.toReversed())).toEqual(shownOf(rows));
  });
});

describe('an example', () => {
  test('tells who, what, where and which side', () => {
    const reaction = post(12, {
      text: 'Late again.',
      url: 'https://x.example/12',
      stances: [side('Ferries', 'against')],
    });
    expect(evidenceOf(reaction, reaction.stances[0]!)).toMatchObject({
      text: 'Late again.',
      speaker: 'Account 12',
      handle: 'account12',
      document: 'posts.csv',
      row: 12,
      stance: 'against',
      sentiment: 'neutral',
      unsure: false,
      sides: [{ target: 'Ferries', stance: 'against', unsure: false }],
    });
  });

  test('of a very long post is cut between characters', () => {
    const { text } = evidenceOf(post(1, { text: '👍'.repeat(5_000) }), null);
    expect(text).toMatch(/^(👍)+…$/u);
    expect(text.length).toBeLessThanOrEqual(600);
  });

  test('holds the words that carried its label, as far as they were not cut away', () => {
    const text = `awful ${'and so on '.repeat(100)}awful`;
    const word = { text: 'awful', weight: 0.3 };
    const rationale = [
      { ...word, start: 0, end: 5 },
      { ...word, start: text.length - 5, end: text.length },
    ];
    const { rationale: kept } = evidenceOf(
      post(1, { text, sentiment: { ...tone('negative'), rationale } }),
      null,
    );
    expect(kept).toEqual([{ ...word, start: 0, end: 5 }]);
  });
});
