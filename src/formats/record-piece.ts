/** What the text of a CSV comes apart into: pieces of whole records, and faulty records by themselves. */
import type { Reject } from '../errors.ts';

export type Newline = '\n' | '\r\n' | '\r';

/** Consecutive whole records that end in the same way, as they stand in the file. */
export interface RecordPiece {
  readonly kind: 'records';
  readonly text: string;
  /** Where the records of `text` start and end, their line end left out: `[start, end, start, end, …]`. */
  readonly bounds: readonly number[];
  readonly newline: Newline;
  /** 1-based line of the file on which the first record starts. */
  readonly line: number;
}

export interface RecordFault {
  readonly kind: 'fault';
  readonly code: Reject['code'];
  readonly message: string;
  readonly raw: string;
  readonly line: number;
}

/** Collects bounds in a buffer until the line end changes. */
export class PieceBuilder {
  readonly bounds: number[] = [];
  #newline: Newline | '' = '';

  /** Where the first record starts; far behind everything while there is none. */
  get start(): number {
    return this.bounds[0] ?? Number.MAX_SAFE_INTEGER;
  }

  takes(newline: string): boolean {
    return newline === '' || this.#newline === '' || newline === this.#newline;
  }

  add(start: number, end: number, newline: string): void {
    this.bounds.push(start, end);
    if (newline !== '') this.#newline = newline as Newline;
  }

  built(text: string, line: number): RecordPiece {
    const from = this.bounds[0]!;
    const bounds = this.bounds.map((bound) => bound - from);
    const slice = text.slice(from, this.bounds.at(-1));
    return { kind: 'records', text: slice, bounds, newline: this.#newline || '\n', line };
  }
}

/** Line ends in the text. */
export function linesIn(text: string): number {
  const mark = text.includes('\n') ? '\n' : '\r';
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** Where the line after the one at `from` starts; null on the last line. */
export function nextLine(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) return at + 1;
    if (code === 0x0d) return text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
  }
  return null;
}
