/**
 * Where one CSV record ends. Cells are Papa Parse's business; what it needs, and doesn't do safely in pieces,
 * is text cut at whole records, with damaged quotes found before they swallow their neighbours.
 */
import type { Dialect } from './dialect.ts';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const BACKSLASH = 0x5c;
const OPEN = -1;
const FAULT = -2;

export type RecordScan =
  /** The record is `[from, end)`, the next one starts at `next`; `next > end` unless the text ended. */
  | { readonly kind: 'record'; readonly end: number; readonly next: number; readonly columns: number }
  /** The text ends inside the record: more is needed. At `settled` it is known whether a cell is in quotes. */
  | { readonly kind: 'open'; readonly inQuotes: boolean; readonly settled: number }
  /** A quoted cell goes on after its closing quote, or never closes. */
  | { readonly kind: 'fault'; readonly at: number };

/** Scans records of one dialect, reading exactly as Papa Parse does. */
export class RecordScanner {
  readonly #delimiter: string;
  readonly #first: number;
  readonly #width: number;
  readonly #quote: string;
  readonly #quoteCode: number;
  readonly #hasBackslash: boolean;
  readonly #foreign: number;
  /** Where the last quoted cell was found open or faulty. */
  #found = 0;

  /** @param foreign the bare line end that is not the file's own: CR, or LF where lines end in CR */
  constructor(dialect: Dialect, foreign: '\r' | '\n' = '\r') {
    this.#foreign = foreign.charCodeAt(0);
    this.#delimiter = dialect.delimiter;
    this.#first = dialect.delimiter.charCodeAt(0);
    this.#width = dialect.delimiter.length;
    this.#quote = dialect.quote;
    this.#quoteCode = dialect.quote.charCodeAt(0);
    this.#hasBackslash = dialect.escape === 'backslash';
  }

  /**
   * Scans the record at `from`. With `isLast` the text has no continuation.
   * @param whole how many columns a whole record has; 0 where nobody knows yet. A bare line end that is not
   *   the file's own may be part of a cell, as some tools quote only for their own.
   */
  scan(text: string, from: number, isLast: boolean, whole: number): RecordScan {
    let columns = 1;
    let at = from;
    for (;;) {
      if (text.charCodeAt(at) === this.#quoteCode) {
        const behind = this.#behindQuoted(text, at, isLast);
        if (behind === FAULT) return { kind: 'fault', at: this.#found };
        if (behind === OPEN) return isLast ? { kind: 'fault', at } : open(true, this.#found);
        at = behind;
      }
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === this.#first && this.#isDelimiter(text, at)) break;
        if (code === BACKSLASH && this.#hasBackslash) at++;
        if (code !== LF && code !== CR) continue;
        if (code === CR && at + 1 >= text.length && !isLast) return open(false, at);
        const width = code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
        const mayBelong = width === 1 && code === this.#foreign && whole > 0 && at > from;
        const ends = mayBelong ? this.#endsRow(text, at, isLast, columns, whole) : true;
        if (ends === null) return open(false, at);
        if (ends) return { kind: 'record', end: at, next: at + width, columns };
      }
      if (at >= text.length) {
        // Behind a backslash at the very end one would look too far.
        const settled = at > text.length ? text.length - 1 : at;
        return isLast
          ? { kind: 'record', end: text.length, next: text.length, columns }
          : open(false, settled);
      }
      columns++;
      at += this.#width;
    }
  }

  #isDelimiter(text: string, at: number): boolean {
    return this.#width === 1 ? text.charCodeAt(at) === this.#first : text.startsWith(this.#delimiter, at);
  }

  /** Behind the closing quote (and blanks) of the cell whose opening quote is at `from`, or OPEN or FAULT. */
  #behindQuoted(text: string, from: number, isLast: boolean): number {
    for (let at = from + 1; ;) {
      at = text.indexOf(this.#quote, at);
      this.#found = at < 0 ? text.length : at;
      if (at < 0) return OPEN;
      if (this.#hasBackslash && isEscaped(text, at, from + 1)) {
        at++;
        continue;
      }
      if (at + 1 >= text.length && !isLast) return OPEN;
      if (text.charCodeAt(at + 1) === this.#quoteCode) {
        at += 2;
        continue;
      }
      let behind = at + 1;
      while (isBlank(text.charCodeAt(behind)) && !this.#isDelimiter(text, behind)) behind++;
      if (behind + this.#width > text.length && !isLast) return OPEN;
      const code = text.charCodeAt(behind);
      const closes = behind >= text.length || code === LF || code === CR || this.#isDelimiter(text, behind);
      return closes ? behind : FAULT;
    }
  }

  /** Whether the foreign line end at `at` ends a row of a mixed file or belongs to a cell; null: more is needed. */
  #endsRow(text: string, at: number, isLast: boolean, columns: number, whole: number): boolean | null {
    if (columns < whole) return false;
    if (whole === 1) return true;
    let end = at + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === LF || code === CR) return end === at + 1;
      if (code === this.#quoteCode || this.#isDelimiter(text, end)) return true;
    }
    return isLast ? end === at + 1 : null;
  }
}

const open = (inQuotes: boolean, settled: number): RecordScan => ({ kind: 'open', inQuotes, settled });

const isBlank = (code: number): boolean => code === SPACE || code === TAB;

function isEscaped(text: string, quoteAt: number, cellStart: number): boolean {
  let slashes = 0;
  while (quoteAt - 1 - slashes >= cellStart && text.charCodeAt(quoteAt - 1 - slashes) === BACKSLASH)
    slashes++;
  return slashes % 2 === 1;
}
