/** Decoded text → pieces of whole records for Papa Parse, with damaged quotes found before they swallow rows. */
import type { Dialect } from './dialect.ts';
import { shownBytes } from './encoding.ts';
import { gathered } from './gathered.ts';
import { OversizedRecord } from './oversized-record.ts';
import type { RecordFault, RecordPiece } from './record-piece.ts';
import { PieceBuilder, linesIn, nextLine } from './record-piece.ts';
import { RecordScanner } from './record-scan.ts';

/** Characters of one record: a cell of 64 Mi and its neighbours. */
export const MOST_RECORD = 68 * 1024 * 1024;
/** Characters of a piece: what Papa Parse makes of it is in memory at once. */
const MOST_PIECE = 256 * 1024;
/** Behind a quote that is open for long, so many lines in a row that read as rows are rows. */
const ROWS_IN_A_ROW = 100;
/** How far behind a damaged quote the next whole record is looked for. */
const MOST_DAMAGE = 1024 * 1024;

export interface PieceOptions {
  /** How many columns a record should have. */
  readonly columns: number;
  /** Lines end in a bare CR throughout. */
  readonly endsInCr: boolean;
  /** 1-based line of the file on which the text starts. */
  readonly line: number;
  readonly mostRecord?: number | undefined;
}

/** Pieces and faults in the order of the file; nothing of the text is left out but line ends. */
export async function* recordPieces(
  blocks: AsyncIterable<string>,
  dialect: Dialect,
  options: PieceOptions,
): AsyncGenerator<RecordPiece | RecordFault> {
  const splitter = new RecordSplitter(dialect, options);
  for await (const block of gathered(blocks, splitter)) yield* splitter.push(block, false);
  yield* splitter.push('', true);
}

class RecordSplitter {
  readonly #dialect: Dialect;
  readonly #scanner: RecordScanner;
  readonly #columns: number;
  readonly #most: number;
  /** Kinds of characters that the whole records so far began with. */
  readonly #starts = new Set<string>();
  /** Begins where a record begins, or goes on inside `#oversized`. */
  #text = '';
  #line: number;
  #oversized: OversizedRecord | null = null;

  constructor(dialect: Dialect, options: PieceOptions) {
    this.#dialect = dialect;
    this.#scanner = new RecordScanner(dialect, options.endsInCr ? '\n' : '\r');
    this.#columns = options.columns;
    this.#most = options.mostRecord ?? MOST_RECORD;
    this.#line = options.line;
  }

  get waiting(): number {
    return this.#text.length;
  }

  *push(block: string, isLast: boolean): Generator<RecordPiece | RecordFault> {
    this.#text += block;
    if (this.#oversized !== null) yield* this.#skip(this.#oversized, isLast);
    if (this.#oversized !== null) return;
    const text = this.#text;
    let piece = new PieceBuilder();
    let at = 0;
    while (at < text.length) {
      const scan = this.#scanner.scan(text, at, isLast, this.#columns);
      if (scan.kind === 'record' && !this.#swallows(text, at, scan)) {
        const newline = text.slice(scan.end, scan.next);
        if (!piece.takes(newline) || scan.end - piece.start > MOST_PIECE) {
          yield* this.#finished(piece, text);
          piece = new PieceBuilder();
        }
        piece.add(at, scan.end, newline);
        this.#starts.add(startOf(text, at));
        at = scan.next;
        continue;
      }
      yield* this.#finished(piece, text);
      piece = new PieceBuilder();
      const isTooLarge = text.length - at > this.#most;
      if (scan.kind === 'open' && !isTooLarge) break;
      const isQuoted = scan.kind === 'open' && scan.inQuotes;
      const resumed =
        scan.kind !== 'open' ? this.#resumed(text, at, isLast) : isQuoted ? this.#overrun(text, at) : null;
      if (resumed !== null) {
        yield this.#quoteFault(text.slice(at, resumed));
        at = resumed;
        continue;
      }
      if (!isTooLarge) break;
      const settled = scan.kind === 'open' ? scan.settled : text.length;
      const inQuotes = scan.kind === 'open' && scan.inQuotes;
      this.#oversized = new OversizedRecord(this.#dialect, text.slice(at, settled), inQuotes, this.#line);
      this.#line += linesIn(text.slice(at, settled));
      this.#text = '';
      yield* this.push(text.slice(settled), isLast);
      return;
    }
    yield* this.#finished(piece, text);
    this.#text = text.slice(at);
  }

  *#skip(record: OversizedRecord, isLast: boolean): Generator<RecordFault> {
    const end = record.endIn(this.#text);
    if (end === null && !isLast) {
      this.#line += linesIn(this.#text);
      this.#text = '';
      return;
    }
    yield record.fault(this.#most);
    this.#oversized = null;
    const next = end === null ? this.#text.length : (nextLine(this.#text, end) ?? this.#text.length);
    this.#line += linesIn(this.#text.slice(0, next));
    this.#text = this.#text.slice(next);
  }

  *#finished(piece: PieceBuilder, text: string): Generator<RecordPiece> {
    if (piece.bounds.length === 0) return;
    const built = piece.built(text, this.#line);
    this.#line += linesIn(built.text) + 1;
    yield built;
  }

  /** A quote that never closed runs on to a later one: the lines it ran over are whole records themselves. */
  #swallows(text: string, start: number, record: { end: number; next: number; columns: number }): boolean {
    if (record.columns === this.#columns || this.#columns < 2) return false;
    let line = nextLine(text, start);
    if (line === null || line >= record.next) return false;
    let rows = 0;
    let isAlike = true;
    for (; line < record.next; rows++) {
      const scan = this.#scanner.scan(text, line, true, this.#columns);
      if (scan.kind !== 'record' || scan.columns !== this.#columns) return false;
      isAlike &&= this.#beginsAlike(text, line);
      line = scan.next;
    }
    return isAlike || rows >= this.#rowsToBelieve;
  }

  /**
   * Where rows begin again that a quote without an end ran over; null where what follows it may be a cell.
   * Only asked of cells that are too large to be read.
   */
  #overrun(text: string, from: number): number | null {
    let first: number | null = null;
    let run = 0;
    for (let line = nextLine(text, from); line !== null && line - from < MOST_DAMAGE;) {
      const scan = this.#scanner.scan(text, line, false, this.#columns);
      const isRow =
        scan.kind === 'record' &&
        scan.columns > 1 &&
        scan.columns === this.#columns &&
        this.#beginsAlike(text, line);
      first = isRow ? (first ?? line) : null;
      run = isRow ? run + 1 : 0;
      if (run === ROWS_IN_A_ROW) return first;
      line = isRow ? scan.next : nextLine(text, line);
    }
    return null;
  }

  /**
   * Where reading goes on after a record with damaged quotes: at the first line after its start that reads as
   * a whole record and begins as the records before it, or is followed by more of them. Null where more text
   * is needed to tell.
   */
  #resumed(text: string, from: number, isLast: boolean): number | null {
    let lenient: number | null = null;
    for (let line = nextLine(text, from); line !== null && line < text.length; line = nextLine(text, line)) {
      const rows = this.#beginsAlike(text, line) ? 1 : this.#rowsToBelieve;
      const found = this.#rowsAt(text, line, rows, isLast);
      if (found === null) break;
      if (found === rows) return line;
      if (found > 0) lenient ??= line;
      if (line - from > MOST_DAMAGE) return lenient ?? nextLine(text, from);
    }
    if (isLast) return lenient ?? text.length;
    return text.length - from > MOST_DAMAGE ? (lenient ?? nextLine(text, from)) : null;
  }

  /** How many whole records, `most` at most, follow one another from `line`; null where more text is needed. */
  #rowsAt(text: string, line: number, most: number, isLast: boolean): number | null {
    for (let rows = 0, at = line; rows < most; rows++) {
      if (at >= text.length) return isLast ? most : null;
      const scan = this.#scanner.scan(text, at, isLast, this.#columns);
      if (scan.kind === 'open') return null;
      if (scan.kind !== 'record' || scan.columns !== this.#columns) return rows;
      at = scan.next;
    }
    return most;
  }

  /** Lines in a row that read as rows are rows, though none before began so: few, where each has many cells. */
  get #rowsToBelieve(): number {
    return this.#columns > 2 ? 2 : 3;
  }

  #beginsAlike(text: string, start: number): boolean {
    return this.#starts.size === 0 || this.#starts.has(startOf(text, start));
  }

  #quoteFault(text: string): RecordFault {
    const line = this.#line;
    this.#line += linesIn(text);
    const raw = shownBytes(text.replace(/(\r\n|\n|\r)$/, ''));
    return {
      kind: 'fault',
      code: 'quote',
      message: 'a quote in this row is stray or never closed',
      raw,
      line,
    };
  }
}

/** A rough kind of the first character: rows of one export mostly begin alike. */
function startOf(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return 'digit';
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isLetter || code > 0x7f ? 'letter' : String.fromCharCode(code);
}
