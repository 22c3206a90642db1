/**
 * Doubled quotes, put aside while Papa Parse reads a large text: what it makes of millions of them fills gigabytes,
 * and one sign that the text doesn't have stands for each as well.
 */
import type { Dialect } from './dialect.ts';
import type { Newline } from './record-piece.ts';
import { replaced } from './replaced.ts';

/** Signs that texts hardly have, each of one byte in memory. */
const STAND_INS = ['\u0001', '\u0002', '\u0003', '\u0004', '\u0005', '\u0006', '\u0010', '\u0011', '\u0012'];
const PIECE = 64 * 1024;

export interface Singled {
  readonly text: string;
  /** A cell with its quotes in place again. */
  readonly cell: (cell: string) => string;
}

/** The text with one sign for each doubled quote in a quoted cell; null where it has all the signs itself. */
export function singled(text: string, { delimiter, quote }: Dialect, newline: Newline): Singled | null {
  const standIn = STAND_INS.find((sign) => !text.includes(sign));
  if (standIn === undefined) return null;
  const parts: string[] = [];
  let done = 0;
  let line = -1;
  for (let start: number | null = 0; start !== null;) {
    let end = start;
    if (text.startsWith(quote, start)) {
      end = closingQuote(text, start, quote);
      parts.push(text.slice(done, start + 1), ...withoutPairs(text.slice(start + 1, end), quote, standIn));
      done = end;
    }
    // Asked for only where it is passed, as a line may have a million cells.
    if (line < end) line = placeOf(text, newline, end);
    const cell = placeOf(text, delimiter, end);
    if (cell < line) start = cell + delimiter.length;
    else start = line === Infinity ? null : line + newline.length;
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), cell: (cell) => replaced(cell, standIn, quote) };
}

function placeOf(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at === -1 ? Infinity : at;
}

/** Where the quoted cell from `start` ends: at its closing quote, or with the text. */
function closingQuote(text: string, start: number, quote: string): number {
  for (let at = text.indexOf(quote, start + 1); at !== -1; at = text.indexOf(quote, at + 2))
    if (!text.startsWith(quote, at + 1)) return at;
  return text.length;
}

/** In pieces, none of which ends between two quotes. */
function* withoutPairs(inside: string, quote: string, standIn: string): Generator<string> {
  for (let from = 0; from < inside.length;) {
    let end = Math.min(from + PIECE, inside.length);
    let run = 0;
    while (end - run > from && inside.startsWith(quote, end - run - 1)) run++;
    end += run % 2;
    yield inside
      .slice(from, end)
      .split(quote + quote)
      .join(standIn);
    from = end;
  }
}
