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
 * Words as `models/training/spans.py` cuts them: letters, digits and underscores; or one other character;
 * or a line break with the white space after it, since who speaks often changes with the paragraph.
 */
const WORD = /\n\s*|[\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_\s]/gu;
const BREAK = '¶';
/** Of one word; the rest of an endless one is passed over. */
const MOST_TOKENS = 8;

export function alignedTokens(text: string, model: Pick<LoadedModel, 'tokens' | 'unknown'>): AlignedToken[] {
  const known = new Map<string, readonly number[]>();
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const shown = word.startsWith('\n') ? BREAK : word;
    const tokens = known.get(shown) ?? tokensOf(shown, model);
    known.set(shown, tokens);
    return tokens.map((token, i) => ({ token, leads: i === 0, start, end: start + word.length }));
  });
}

function tokensOf(word: string, model: Pick<LoadedModel, 'tokens' | 'unknown'>): number[] {
  const tokens = model.tokens(word.slice(0, LONGEST_WORD)).slice(0, MOST_TOKENS);
  return tokens.length === 0 ? [model.unknown] : tokens;
}

/** Longer words are unknown to every tokenizer of ours; in UTF-16 code units. */
const LONGEST_WORD = 1000;
