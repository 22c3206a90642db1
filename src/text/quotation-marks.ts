/**
 * Words between quotation marks: “English”, "straight", ‘single’, 'typed', „German“, »reversed«, « French »,
 * 「Japanese」.
 * Marks pair inside one paragraph; a quotation that runs on re-opens at the next one (Chicago Manual of Style,
 * 13.32) or closes there.
 */
import type { Span } from '../reaction.ts';
import { type MarkReader, markReader, type Style } from './mark-direction.ts';
import { paragraphsIn, trimmed } from './paragraphs.ts';

export interface Marked {
  /** The words without the marks, trimmed. */
  readonly start: number;
  readonly end: number;
  /** With the marks. */
  readonly outer: Span;
  /** Marks inside these, outermost first. */
  readonly inner: readonly Marked[];
  readonly style: Style;
  /** No closing mark stood in its paragraph: the words go on in the next marked span. */
  readonly runsOn: boolean;
}

const SIGNS = new Set(Array.from('“”„‟"＂«»‘’‚\'`「」『』｢｣', (sign) => sign.charCodeAt(0)));

interface Open {
  readonly at: number;
  readonly after: number;
  readonly style: Style;
  readonly inner: Marked[];
}

/** Outermost marked words in the order of the text; marks with no word between them hold none. */
export function markedIn(text: string): Marked[] {
  const paragraphs = paragraphsIn(text);
  const reader = markReader(text);
  const spans: Marked[] = [];
  let carried: Open | null = null;
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    const found = markedInParagraph(text, paragraph, reader, carried);
    spans.push(...found.spans);
    carried = found.left && next && closesLater(next, reader) ? found.left : null;
    if (found.left && !carried) spans.push(...unclosed(text, found.left, paragraph, next, reader));
  });
  return spans.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

function markedInParagraph(
  text: string,
  paragraph: Span,
  reader: MarkReader,
  carried: Open | null,
): { spans: Marked[]; left: Open | null } {
  const spans: Marked[] = [];
  const open: Open[] = carried ? [carried] : [];
  for (let at = paragraph.start; at < paragraph.end; at += 1) {
    if (!SIGNS.has(text.charCodeAt(at))) continue;
    const mark = reader(
      at,
      open.map(({ style }) => style),
      paragraph,
    );
    if (!mark) continue;
    const after = at + mark.length;
    if (mark.opens) open.push({ at, after, style: mark.style, inner: [] });
    else {
      const closed = closing(text, open, mark.style, at, after);
      if (closed) (open.at(-1)?.inner ?? spans).push(closed);
    }
    at = after - 1;
  }
  return { spans, left: leftOpen(open, spans) };
}

/** Closes the innermost span of that style; spans left open inside it are dropped, their own inner ones kept. */
function closing(text: string, open: Open[], style: Style, at: number, after: number): Marked | null {
  const index = open.map((entry) => entry.style).lastIndexOf(style);
  if (index < 0) return null;
  const abandoned = open.splice(index);
  const [first] = abandoned;
  const inner = abandoned.flatMap((entry) => entry.inner);
  return {
    ...trimmed(text, first!.after, at),
    outer: { start: first!.at, end: after },
    inner,
    style,
    runsOn: false,
  };
}

/** A single mark that never closes was an apostrophe. */
function leftOpen(open: readonly Open[], spans: Marked[]): Open | null {
  const index = open.findIndex(({ style }) => style !== 'single');
  if (index < 0) {
    spans.push(...open.flatMap(({ inner }) => inner));
    return null;
  }
  return { ...open[index]!, inner: open.slice(index).flatMap(({ inner }) => inner) };
}

/** The next paragraph's first mark closes what this one left open. */
function closesLater(next: Span, reader: MarkReader): boolean {
  for (let at = next.start; at < next.end; at += 1) {
    const mark = reader(at, ['double'], next);
    if (mark && mark.style !== 'single') return !mark.opens && at > next.start;
  }
  return false;
}

function unclosed(
  text: string,
  left: Open,
  paragraph: Span,
  next: Span | undefined,
  reader: MarkReader,
): Marked[] {
  const runsOn = next !== undefined && reader(next.start, [], next)?.opens === true;
  const opensParagraph =
    left.at === paragraph.start || /[:,]\s*$/u.test(text.slice(paragraph.start, left.at));
  if (!runsOn && !opensParagraph) return left.inner;
  const words = trimmed(text, left.after, paragraph.end);
  return [
    { ...words, outer: { start: left.at, end: paragraph.end }, inner: left.inner, style: left.style, runsOn },
  ];
}
