import { describe, expect, test } from 'vitest';
import { type RepostPolicy, Reposts } from '../../src/pipeline/reposts.ts';
import type { Post } from '../../src/reaction.ts';

const post = (sourceId: string | null, repostOf: string | null, reposts?: number): Post => ({
  row: 1,
  text: 'The bridge is open again.',
  sourceId,
  url: null,
  author: null,
  publishedAt: null,
  engagement: reposts === undefined ? {} : { reposts },
  language: null,
  platform: null,
  replyTo: null,
  quoteOf: null,
  repostOf,
});

function told(policy: RepostPolicy, posts: readonly Post[]): Reposts {
  const reposts = new Reposts(policy);
  for (const it of posts) reposts.note(it);
  return reposts;
}

describe('a repost is counted', () => {
  const repeated = post('1', null, 1);
  const posts = [
    post('2', '1'),
    repeated,
    post('3', '1'),
    post('4', '9'),
    post('5', '3'),
    post(null, '@ann'),
  ];

  test('where the file holds the post that it repeats, which is no repost itself', () => {
    const reposts = told('count', posts);
    expect(posts.map((it) => reposts.isFolded(it))).toEqual([true, false, true, false, false, false]);
  });

  test('on that post, which has no fewer than its tool says', () => {
    const reposts = told('count', posts);
    expect(reposts.counted(repeated).engagement).toEqual({ reposts: 2 });
    expect(reposts.counted(post('1', null, 30)).engagement).toEqual({ reposts: 30 });
    expect(reposts.counted(post('8', null)).engagement).toEqual({});
    // Rows that stay are not counted too.
    expect(reposts.counted(posts[2]!).engagement).toEqual({});
  });

  test('among a hundred thousand', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => post(`p${i}`, i % 2 === 0 ? null : `p${i - 1}`));
    const reposts = told('count', many);
    expect(many.filter((it) => reposts.isFolded(it))).toHaveLength(50_000);
    expect(
      many.every((it) => (reposts.counted(it).engagement.reposts ?? 0) === (it.repostOf === null ? 1 : 0)),
    ).toBe(true);
  });
});

test.each([
  ['keep', [post('2', '1')], 'a.csv: 1 repost, kept (--reposts keep|drop|count)'],
  ['drop', [post('2', '1'), post('3', '1')], 'a.csv: 2 reposts, dropped (--reposts keep|drop|count)'],
  [
    'count',
    [post('2', '1'), post('1', null)],
    'a.csv: 1 repost, counted on the posts that they repeat (--reposts keep|drop|count)',
  ],
  [
    'count',
    [post('2', '1')],
    'a.csv: 1 repost, kept, as the post that they repeat is not in the file or not named (--reposts keep|drop|count)',
  ],
  ['count', [post('1', null)], null],
] as const)('what was done by %s is said', (policy, posts, notice) => {
  expect(told(policy, posts).notice('a.csv')).toBe(notice);
});
