/** A text's model tokens with their places: transformers.js gives none, so words are cut here and tokenised one by one. */
import type { Span } from '../reaction.ts';
import type { LoadedModel } from './runtime.ts';

/** One token; `start` and `end` are those of its whole word, in UTF-16 code units of the text. */
export interface AlignedToken extends Span {
  /** The token's id. */
  readonly token: number;
  /** The first token of its word: it speaks for the word. */
  readonly leads: boolean;
}

/**
 * A run of characters without space or punctuation, or one punctuation mark: BERT's and MPNet's own rule,
 * so that word by word gives the same tokens as the whole text.
 */
const WORD =
  /[^\s\p{P}\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]+|[\p{P}\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/gu;

export function alignedTokens(text: string, model: Pick<LoadedModel, 'tokens'>): AlignedToken[] {
  const known = new Map<string, number[]>();
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const tokens = known.get(word) ?? model.tokens(word);
    known.set(word, tokens);
    return tokens.map((token, i) => ({ token, leads: i === 0, start, end: start + word.length }));
  });
}
