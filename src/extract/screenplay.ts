/** Speech as a screenplay sets it: a name in capitals alone on its line, the words on the lines right below. */
import type { Span } from '../reaction.ts';
import type { Attribution } from './attribution.ts';
import type { FramedText } from './frames.ts';
import { sourceNamed } from './speaker-labels.ts';
import { heldIn } from './transcript.ts';

const NAME = /^(?!(?:INT|EXT)\b)(\p{Lu}[\p{Lu}.’'-]+(?: \p{Lu}[\p{Lu}.’'-]*){0,3})(?: (\([^()]{1,60}\)))?$/u;
/** "(quietly)", in small letters; "(V.O.)" and an agency in brackets are none. */
const DIRECTION = /^\(\p{Ll}.*\)$/u;
const LEAST_SPEECHES = 3;
const LEAST_DIRECTED = 2;

/** Attributions by the paragraphs of their words, where one of two speakers comes back or is told how to speak. */
export function screenplayLines(framed: FramedText): ReadonlyMap<number, Attribution> {
  const speeches = framed.paragraphs.flatMap((_, index) => speechAt(framed, index) ?? []);
  const names = new Set(speeches.map(({ name }) => name));
  const comesBack = speeches.length >= LEAST_SPEECHES && names.size < speeches.length;
  const isDirected = speeches.length >= LEAST_DIRECTED && speeches.some((speech) => speech.isDirected);
  const isPlay = names.size > 1 && (comesBack || isDirected);
  return new Map(
    isPlay ? speeches.flatMap(({ lines, said }) => lines.map((line) => [line, said] as const)) : [],
  );
}

interface Speech {
  readonly name: string;
  /** Numbers of the paragraphs of the words. */
  readonly lines: readonly number[];
  readonly said: Attribution;
  /** A word on how to speak stands by the name or among the words. */
  readonly isDirected: boolean;
}

function speechAt(framed: FramedText, index: number): Speech | null {
  const { text, paragraphs, frames } = framed;
  const wordsOf = ({ start, end }: Span): string => text.slice(start, end);
  const [, name, aside = ''] = NAME.exec(wordsOf(paragraphs[index]!)) ?? [];
  if (name === undefined) return null;
  let isDirected = DIRECTION.test(aside);
  const lines: number[] = [];
  for (let at = index + 1; at < paragraphs.length && follows(framed, at); at += 1)
    if (DIRECTION.test(wordsOf(paragraphs[at]!))) isDirected = true;
    else lines.push(at);
  const parts = lines.map((line) => ({ start: paragraphs[line]!.start, end: paragraphs[line]!.end }));
  const frame = frames.findIndex(({ paragraph }) => paragraph === lines[0]);
  if (frame < 0 || parts.every((part) => wordsOf(part) === wordsOf(part).toUpperCase())) return null;
  const source = sourceNamed(name, paragraphs[index]!.start);
  const marked = heldIn(framed, parts);
  const { phrase: told } = source;
  return {
    name,
    lines,
    isDirected,
    said: { manner: 'direct', parts, marked, cue: null, source, frame, inherited: false, told },
  };
}

/** On the next line, no blank one between. */
const follows = ({ text, paragraphs }: FramedText, index: number): boolean =>
  /^[^\S\n]*\r?\n[^\S\n]*$/u.test(text.slice(paragraphs[index - 1]!.end, paragraphs[index]!.start));
