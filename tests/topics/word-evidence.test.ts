import { describe, expect, test } from 'vitest';
import { wordEvidence } from '../../src/topics/word-evidence.ts';

const FERRY = ['ferry', 'pier', 'timetable', 'boat'];
const BANK = ['bank', 'fee', 'cash', 'counter'];
/** 200 texts with two terms each, the first half of one topic. */
const keys = Array.from({ length: 200 }, (_, i) => {
  const words = i < 100 ? FERRY : BANK;
  return [words[i % 4]!, words[(i >> 2) % 4]!].filter((word, at, all) => all.indexOf(word) === at);
});
const byTopic = keys.map((_, i) => Number(i >= 100));

describe('words are explained', () => {
  test('by the topics that use them', () => expect(wordEvidence(keys, byTopic)).toBeGreaterThan(0.5));

  test('less well where a topic is cut into pieces that talk alike', () => {
    const cut = keys.map((_, i) => (i < 100 ? 0 : 1 + (Math.imul(i, 0x9e3779b1) >>> 30)));
    expect(wordEvidence(keys, cut)).toBeLessThan(wordEvidence(keys, byTopic));
  });

  test('by chance groups less well than by none', () => {
    const chance = keys.map((_, i) => Math.imul(i, 0x9e3779b1) >>> 31);
    expect(wordEvidence(keys, chance)).toBeLessThan(0);
    expect(wordEvidence(keys, chance)).toBeLessThan(wordEvidence(keys, byTopic));
  });

  test('not at all where there is one group, or nothing', () => {
    expect(wordEvidence([], [])).toBe(0);
    expect(wordEvidence([['ferry'], ['bank']], [0, 0])).toBe(0);
  });
});
