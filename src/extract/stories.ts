/**
 * Stories told one after another in one text: apart at separators, headings and datelines, and where none are, where
 * words and meaning turn over. Lexical cohesion after Hearst, "TextTiling" (Computational Linguistics 23(1), 1997), with
 * names weighed above words, and held together by what points back (pronouns, short names, "the statement").
 */
import type { Story } from '../reaction.ts';
import { trimmed } from '../text/paragraphs.ts';
import type { FramedText } from './frames.ts';
import { isHeading } from './headings.ts';
import { profilesOf } from './paragraph-profile.ts';
import { turnsByMeaning, turnsByWords } from './topic-shift.ts';

const SEPARATOR = /^(?:[*_=~•·–—#-]\s*){3,}$|^\s*[⁂§]\s*$/u;

/** One alone may stand above a footer. */
const LEAST_SEPARATORS = 2;

/** Tells what texts mean: one vector of length 1 for each. */
export type Encoder = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** What a paragraph is about is told by its beginning. */
const ENCODED = 400;
/** Paragraphs of a text that is still encoded; a book would take minutes. */
const MOST_ENCODED = 600;

/** By words alone. */
export const storiesIn = (framed: FramedText): Story[] =>
  storiesAt(framed, turnsByWords(profilesOf(framed)).turns);

/** Asks the encoder about the paragraphs of a text in which neither marks nor words tell whether it is one story. */
export async function storiesByMeaning(framed: FramedText, encode: Encoder): Promise<Story[]> {
  const profiles = profilesOf(framed);
  const { text, paragraphs } = framed;
  const { turns, isOpen } = turnsByWords(profiles);
  if (!isOpen || paragraphs.length > MOST_ENCODED || isParted(separatorsIn(framed)))
    return storiesAt(framed, turns);
  const beginnings = paragraphs.map(({ start, end }) => text.slice(start, Math.min(end, start + ENCODED)));
  const byMeaning = turnsByMeaning(profiles, await encode(beginnings));
  // Stories on one theme mean much the same; their words may part them all the same.
  return storiesAt(framed, byMeaning.length > 0 ? byMeaning : turns);
}

function storiesAt(framed: FramedText, turns: readonly number[]): Story[] {
  const { text, paragraphs } = framed;
  if (paragraphs.length === 0) return [];
  const bounds = boundsOf(framed, turns);
  return bounds.map((first, index) => {
    const next = bounds[index + 1];
    const start = paragraphs[first]!.start;
    const span = trimmed(text, start, next === undefined ? text.length : paragraphs[next]!.start);
    return { index, start: span.start, end: span.end, heading: headingAt(framed, first) };
  });
}

const separatorsIn = ({ text, paragraphs }: FramedText): boolean[] =>
  paragraphs.map(({ start, end }) => SEPARATOR.test(text.slice(start, end)));

/** Somebody has parted stories by hand. */
const isParted = (isSeparator: readonly boolean[]): boolean =>
  isSeparator.filter(Boolean).length >= LEAST_SEPARATORS;

/** A line of a quoted block, as in mail, under another. */
const isWithinQuote = ({ text, paragraphs }: FramedText, index: number): boolean =>
  text[paragraphs[index]!.start] === '>' && text[paragraphs[index - 1]!.start] === '>';

/** Numbers of the paragraphs that begin a story, 0 first. */
function boundsOf(framed: FramedText, turns: readonly number[]): number[] {
  const { paragraphs } = framed;
  const isSeparator = separatorsIn(framed);
  // Somebody who parts stories by hand parts them all: a turn between two separators is no new story.
  const kept = new Set(
    isParted(isSeparator) ? turns.filter((index) => headingAt(framed, index) !== null) : turns,
  );
  const bounds = paragraphs.flatMap((_, index) =>
    index > 0 &&
    !isSeparator[index] &&
    (isSeparator[index - 1] || (kept.has(index) && !isWithinQuote(framed, index)))
      ? [index]
      : [],
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
