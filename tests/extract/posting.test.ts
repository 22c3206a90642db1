import { describe, expect, it } from 'vitest';
import { engagementIn, numberOf } from '../../src/extract/posting.ts';
import { reactionsIn } from '../helpers/said.ts';

describe('posts', () => {
  it.each<[string, string, object]>([
    ['tweeted', '“We froze,” Lena Brandt tweeted.', { kind: 'post', platform: 'x', engagement: {} }],
    ['wrote on X', '“We froze,” Lena Brandt wrote on X.', { kind: 'post', platform: 'x' }],
    [
      'a post that speaks',
      '“We froze,” another tweet with 2K likes said.',
      { kind: 'post', platform: 'x', engagement: { likes: 2000 } },
    ],
    [
      'a comment that reads',
      '“We froze,” read another Reddit comment with 2,150 upvotes.',
      { kind: 'post', platform: 'reddit', engagement: { likes: 2150 } },
    ],
    [
      'a clip',
      'Lena Brandt said in a clip on YouTube that was watched 1.2 million times, “We froze.”',
      { kind: 'post', platform: 'youtube', engagement: { views: 1_200_000 } },
    ],
    ['posted, the platform unknown', '“We froze,” Lena Brandt posted.', { kind: 'post', platform: null }],
    [
      'a post seen by many',
      '“We froze,” a mother wrote on X, in a post that was viewed 48,000 times.',
      { kind: 'post', platform: 'x', engagement: { views: 48_000 } },
    ],
    [
      'a tweet by somebody',
      'A tweet by a user named Lena Brandt, which was liked over 4,000 times, said “We froze.”',
      { kind: 'post', platform: 'x', engagement: { likes: 4000 } },
    ],
    [
      'a reply with figures',
      'In a reply that was boosted 800 times, Lena Brandt said: “We froze.”',
      { kind: 'post', engagement: { reposts: 800 } },
    ],
    [
      'a tweet with two figures, after its words',
      '“We froze,” ran another tweet, with 5.2K likes and 310 retweets.',
      { kind: 'post', platform: 'x', engagement: { likes: 5200, reposts: 310 } },
    ],
    ['an account', 'Sundline replied from its official account: “We froze too.”', { kind: 'post' }],
    [
      'no post: a bank’s account',
      'Lena Brandt took 10 euros from her account at the bank and said: “We froze.”',
      { kind: 'quotation' },
    ],
    ['a caption', 'Lena Brandt shared the clip with the caption “We froze”.', { kind: 'post' }],
    ['quote-tweeted', 'Lena Brandt quote-tweeted it, writing: “We froze.”', { kind: 'post', platform: 'x' }],
    ['posted and wrote', 'Lena Brandt posted a photo of the pier and wrote: “We froze.”', { kind: 'post' }],
    [
      'no post: posted abroad',
      'Lena Brandt was posted to Oslo and wrote that she “froze for a year”.',
      { kind: 'quotation' },
    ],
    [
      'no post: a letter',
      '“We froze,” Lena Brandt wrote in a letter.',
      { kind: 'quotation', platform: null, engagement: {} },
    ],
    [
      'no post: told a newspaper',
      '“We froze,” Lena Brandt told the Harbor Times.',
      { kind: 'quotation', platform: null },
    ],
  ])('%s', async (_, text, expected) => {
    const [first] = await reactionsIn(text);
    expect(first).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['with some 2K of hearts', { likes: 2000 }],
    ['liked 3.4K times and shared by 120 people', { likes: 3400, reposts: 120 }],
    ['15.6K upvotes, 48 comments', { likes: 15_600, replies: 48 }],
    ['more than 1.2 million views and 900 retweets', { views: 1_200_000, reposts: 900 }],
    ['four likes in 2024', {}],
    ['no figures', {}],
  ])('figures: %s', (words, expected) => {
    expect(engagementIn(words)).toEqual(expected);
  });

  it.each<[string, string, number]>([
    ['2', 'K', 2000],
    ['1.2', 'million', 1_200_000],
    ['48,000', '', 48_000],
    ['1,234,567', '', 1_234_567],
    ['3.', '', 3],
  ])('%s %s is %d', (digits, scale, expected) => {
    expect(numberOf(digits, scale)).toBe(expected);
  });
});
