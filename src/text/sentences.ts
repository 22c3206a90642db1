/** Sentences with exact places: trimmed spans, closing marks included, never across a paragraph's end. */
import type { Span } from '../reaction.ts';
import { abbreviationAt } from './abbreviations.ts';
import { tagsOf } from './lexicon.ts';
import { paragraphsIn, trimmed } from './paragraphs.ts';

// A terminator with its closing marks, then a space and an opener; or no space at all ("war.The").
const boundary =
  /([.!?…]+|[؟。])([”’"'»“」』)\]]*)(\s+)(?=[“"‘'«„「『([¿¡—–-]*[\p{Lu}\p{N}\p{Lo}@#])|(?<=\p{Ll}{2})([.!?])(?=\p{Lu}\p{Ll}+\s)/gu;
const OPENERS = new Set([
  'Determiner',
  'Pronoun',
  'Preposition',
  'Conjunction',
  'QuestionWord',
  'Possessive',
]);

export function sentencesIn(text: string): Span[] {
  return paragraphsIn(text).flatMap((paragraph) => sentencesOf(text, paragraph));
}

/** The sentences of one paragraph. */
export function sentencesOf(text: string, paragraph: Span): Span[] {
  const slice = text.slice(paragraph.start, paragraph.end);
  const spans: Span[] = [];
  let from = 0;
  for (const match of slice.matchAll(boundary)) {
    const cut = match.index + match[0].length;
    if (!endsHere(slice, match)) continue;
    spans.push(trimmed(text, paragraph.start + from, paragraph.start + cut));
    from = cut;
  }
  spans.push(trimmed(text, paragraph.start + from, paragraph.end));
  return spans.filter(({ start, end }) => end > start);
}

function endsHere(slice: string, match: RegExpExecArray): boolean {
  if (match[4] !== undefined) return true;
  if (match[1] !== '.' || match[2] !== '') return true;
  const after = slice.slice(match.index + match[0].length);
  const kind = abbreviationAt(slice.slice(Math.max(0, match.index - 24), match.index + 1));
  if (kind === 'none') return true;
  return kind === 'may-end' && opensSentence(after);
}

function opensSentence(after: string): boolean {
  const word = /[\p{L}’']+/u.exec(after)?.[0] ?? '';
  return /^[“"‘«„「『]/u.test(after) || tagsOf(word).some((tag) => OPENERS.has(tag));
}
