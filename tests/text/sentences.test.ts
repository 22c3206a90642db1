import { describe, expect, it } from 'vitest';
import { isHardWrapped, paragraphsIn } from '../../src/text/paragraphs.ts';
import { sentencesIn } from '../../src/text/sentences.ts';

const split = (text: string): string[] => sentencesIn(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['Gen. J. K. Smith of St. Ives spoke. All heard.', ['Gen. J. K. Smith of St. Ives spoke.', 'All heard.']],
    ['It grew in the U.S. Army ranks. It ended.', ['It grew in the U.S. Army ranks.', 'It ended.']],
    ['He flew to the U.S. The trip was long.', ['He flew to the U.S.', 'The trip was long.']],
    ['“Go.” She went.', ['“Go.”', 'She went.']],
    ['It came to war.The town burned.', ['It came to war.', 'The town burned.']],
    ['It cost 3.5 million. No one paid.', ['It cost 3.5 million.', 'No one paid.']],
    ['A heading\nIts first line.', ['A heading', 'Its first line.']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('joins the lines of hard-wrapped paragraphs', () => {
    const line = 'The crew of the night ferry waited at the quay for four';
    const text = `${line}\n${line} hours.\n\n${line}\n${line}\n${line} days.`;
    expect(isHardWrapped(text)).toBe(true);
    expect(paragraphsIn(text)).toHaveLength(2);
    expect(split(text)).toHaveLength(2);
  });
});
