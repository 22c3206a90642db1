/**
 * Stories told one after another in one text: apart at separators and headings, and where none are, where the
 * words turn over. Lexical cohesion after Hearst, "TextTiling" (Computational Linguistics 23(1), 1997), with
 * names weighed above words, and held together by what points back (pronouns, short names, "the statement").
 */
import type { Story } from '../reaction.ts';
import { trimmed } from '../text/paragraphs.ts';
import type { FramedText } from './frames.ts';
import { isHeading } from './headings.ts';
import { profilesOf } from './paragraph-profile.ts';
import { turnsIn } from './topic-shift.ts';

const SEPARATOR = /^(?:[*_=~•·–—#-]\s*){3,}$|^\s*[⁂§]\s*$/u;

/** One alone may stand above a footer. */
const LEAST_SEPARATORS = 2;

export function storiesIn(framed: FramedText): Story[] {
  const { text, paragraphs } = framed;
  if (paragraphs.length === 0) return [];
  const bounds = boundsOf(framed);
  return bounds.map((first, index) => {
    const next = bounds[index + 1];
    const start = paragraphs[first]!.start;
    const span = trimmed(text, start, next === undefined ? text.length : paragraphs[next]!.start);
    return { index, start: span.start, end: span.end, heading: headingAt(framed, first) };
  });
}

/** Numbers of the paragraphs that begin a story, 0 first. */
function boundsOf(framed: FramedText): number[] {
  const { text, paragraphs } = framed;
  const isSeparator = paragraphs.map(({ start, end }) => SEPARATOR.test(text.slice(start, end)));
  const turns = turnsIn(profilesOf(framed));
  // Somebody who parts stories by hand parts them all: a turn between two separators is no new story.
  const isParted = isSeparator.filter(Boolean).length >= LEAST_SEPARATORS;
  const kept = new Set(isParted ? turns.filter((index) => headingAt(framed, index) !== null) : turns);
  const bounds = paragraphs.flatMap((_, index) =>
    index > 0 && !isSeparator[index] && (isSeparator[index - 1] || kept.has(index)) ? [index] : [],
  );
  return [isSeparator[0] && paragraphs.length > 1 ? 1 : 0, ...bounds].filter(
    (bound, index, all) => index === 0 || bound !== all[index - 1],
  );
}

/** The first paragraph where it is a line in title case, or short and without a full stop. */
export function headingAt({ text, paragraphs }: FramedText, index: number): string | null {
  const { start, end } = paragraphs[index]!;
  const words = text.slice(start, end);
  return paragraphs.length > index + 1 && isHeading(words) ? words.replace(/^#+\s*/u, '') : null;
}
