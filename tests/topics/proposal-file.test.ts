import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../src/topics/proposal.ts';
import { proposalFile } from '../../src/topics/proposal-file.ts';
import { givenTopics } from '../../src/topics/topics-file.ts';

const topic = {
  name: 'Night bus',
  words: ['bus', 'driver'],
  phrases: [],
  hashtags: ['KeepTheBus'],
  examples: ['key: value # no comment\n- no list'],
  targets: ['Harbour Lines'],
};
const proposal = (variants: string[]): Proposal => ({
  posts: 1200,
  other: 1,
  topics: [
    {
      ...topic,
      found: {
        posts: 300,
        share: 0.25,
        targets: [{ name: 'Harbour Lines', kind: 'name', texts: 40, share: 0.1333, variants } as never],
      },
    },
  ],
});

describe('a proposal as YAML', () => {
  test('is read back as it was written, whatever stands in its texts', () => {
    expect(givenTopics(proposalFile(proposal([]), 'posts.csv'), 'topics.yaml')).toEqual([topic]);
  });

  test('tells what it rests on in comments', () => {
    const file = proposalFile(proposal(['Harbour Lines', '@harbourlines']), 'posts.csv');
    expect(file).toContain('# 1 topic found in posts.csv: 1,200 different posts compared, 1 in no topic.');
    expect(file).toContain('# 300 of 1,200 different posts, 25 %');
    expect(file).toContain('- Harbour Lines # 40 posts, 13 %; also “@harbourlines”');
  });

  test('a line break in a name or a file ends no comment', () => {
    const file = proposalFile(proposal(['x\n  - name: injected', 'y\u2028z']), 'a\nb.csv');
    expect(givenTopics(file, 'topics.yaml')).toEqual([topic]);
    expect(file).not.toMatch(/^ {2}- name: injected/m);
  });
});
