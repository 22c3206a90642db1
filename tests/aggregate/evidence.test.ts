import { describe, expect, test } from 'vitest';
import { TopEvidence, evidenceOf, loudness } from '../../src/aggregate/evidence.ts';
import { copyKey } from '../../src/aggregate/near-copy.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { post, side } from '../helpers/reactions.ts';

function topOf(most: number, reactions: readonly ScoredReaction[]): string[] {
  const top = new TopEvidence(most);
  for (const reaction of reactions) top.add(loudness(reaction, 0.5), reaction, null, copyKey(reaction.text));
  return top.list().map(({ text }) => text);
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
});
