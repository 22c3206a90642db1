import { describe, expect, it } from 'vitest';
import { tokensIn, wordCount } from '../../src/text/tokens.ts';

describe('tokens', () => {
  it.each<[string, string[]]>([
    ['“Go,” she said.', ['“', 'Go', ',', '”', 'she', 'said', '.']],
    ['saidMayor Roe', ['said', 'Mayor', 'Roe']],
    ['her iPhone on YouTube', ['her', 'iPhone', 'on', 'YouTube']],
    ['the U.S. crew’s 2,000 co-op', ['the', 'U.S.', 'crew’s', '2,000', 'co-op']],
    ['2K likes, $3.5m', ['2K', 'likes', ',', '$3.5m']],
  ])('%s', (text, expected) => {
    expect(tokensIn(text).map((token) => token.text)).toEqual(expected);
  });

  it('counts words', () => {
    expect(wordCount('It isn’t a well-kept “thing”, he said.')).toBe(7);
  });
});
