/** A text as it is read aloud, without signs that only lay it out, and the way back to what was written. */
import type { Span } from '../reaction.ts';
import { isHardWrapped, paragraphsIn } from './paragraphs.ts';

export interface PlainView {
  readonly text: string;
  /** Where a span of the view stands in what was written. */
  readonly back: (span: Span) => Span;
}

/** Soft hyphens, zero-width characters, marks of direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+/gu;
/** `**Lena Brandt**`, `_no choice_`; no list, no `snake_case`, no `f***`. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_@#/])(\*{1,3}|_{1,3})(?=[^\s*_])[^\n*_]{1,300}(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu;
/** `[Kari Moe](https://example.org)`, with a title too; of `![a photo](pier.jpg)` nothing is read. */
const LINK = /(!?)\[([^[\]\n]{1,300})\]\([^()\s]{1,500}(?:[ \t]"[^"\n]{0,200}")?\)/gu;

/** Null where the text is read as it is. */
export function plainView(text: string): PlainView | null {
  const dropped = [...unseenIn(text), ...emphasisIn(text), ...linksIn(text)];
  const joined = wrapsIn(text);
  if (dropped.length === 0 && joined.length === 0) return null;
  const isDropped = new Uint8Array(text.length);
  for (const { start, end } of [...dropped, ...joined]) isDropped.fill(1, start, end);
  // Of a line end within a paragraph a space is left.
  const spaces = new Set(joined.map(({ end }) => end - 1));
  const places = new Uint32Array(text.length);
  let length = 0;
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const isKept = at < text.length && isDropped[at] === 0;
    if (isKept) {
      places[length++] = at;
      continue;
    }
    if (at > from) pieces.push(text.slice(from, at));
    from = at + 1;
    if (!spaces.has(at)) continue;
    pieces.push(' ');
    places[length++] = at;
  }
  const back = ({ start, end }: Span): Span =>
    end > start
      ? { start: places[start]!, end: places[end - 1]! + 1 }
      : { start: places[start] ?? text.length, end: places[start] ?? text.length };
  return { text: pieces.join(''), back };
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });

const unseenIn = (text: string): Span[] =>
  Array.from(text.matchAll(UNSEEN), ({ index, 0: signs }) => spanAt(index, signs.length));

function emphasisIn(text: string): Span[] {
  if (!/[*_]/u.test(text)) return [];
  return Array.from(text.matchAll(EMPHASIS)).flatMap(({ index, 0: whole, 1: signs }) => [
    spanAt(index, signs!.length),
    spanAt(index + whole.length - signs!.length, signs!.length),
  ]);
}

function linksIn(text: string): Span[] {
  if (!text.includes('](')) return [];
  return Array.from(text.matchAll(LINK)).flatMap(({ index, 0: whole, 1: image, 2: words }) =>
    image === '!'
      ? [spanAt(index, whole.length)]
      : [spanAt(index, 1), { start: index + 1 + words!.length, end: index + whole.length }],
  );
}

/** Line ends inside the paragraphs of a hard-wrapped text. */
function wrapsIn(text: string): Span[] {
  if (!isHardWrapped(text)) return [];
  return paragraphsIn(text).flatMap(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(/\r?\n/gu), ({ index, 0: lineEnd }) =>
      spanAt(start + index, lineEnd.length),
    ),
  );
}
