/** Words, numbers and marks with their places. Offsets are UTF-16 code units, end exclusive. */
import { tagsOf } from './lexicon.ts';

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Initials and abbreviations with inner points (U.S., J.K.); user names, Reddit's too, hashtags; words with inner
// underscores, apostrophes, hyphens and points of numbers; else one mark at a time.
const pattern =
  /(?:\p{Lu}\.){2,}|(?:[@#]|(?<![\p{L}\p{N}/])u\/)[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*|[$€£]?\p{N}+(?:[.,:]\p{N}+)*(?:[\p{L}%]+)?(?:[‑-]\p{L}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:_[\p{L}\p{M}\p{N}]+)*(?:[’'‑-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*|[^\s]/gu;
const glued = /^(\p{Ll}{3,})(\p{Lu}[\p{L}’'-]*)$/u;

/** `tokensIn('“Go,” she said.')` gives `“`, `Go`, `,`, `”`, `she`, `said`, `.` */
export function tokensIn(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) tokens.push(...parted(match[0], match.index));
  return tokens;
}

/** Texts that were pasted together lose spaces ("saidMayor"): cut before a capital after a known word. */
function parted(word: string, start: number): Token[] {
  const match = glued.exec(word);
  const first = match?.[1];
  if (first === undefined || tagsOf(first).length === 0)
    return [{ text: word, start, end: start + word.length }];
  const cut = start + first.length;
  return [{ text: first, start, end: cut }, ...parted(word.slice(first.length), cut)];
}

/** "@lena", "u/lena", "lena_91". */
export const isHandle = (word: string): boolean => /^(?:@|u\/)\S|^\p{L}[\p{L}\p{N}]*_/u.test(word);
export const isWord = (token: Token): boolean => /^[\p{L}\p{N}@#]/u.test(token.text);
export const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);

/** How many words a stretch of text holds: letters or digits, hyphens and apostrophes inside. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
