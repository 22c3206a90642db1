/** A record that is too large to hold: its beginning is kept, the rest counted and let go. */
import type { Dialect } from './dialect.ts';
import type { RecordFault } from './record-piece.ts';
import { shownBytes } from './encoding.ts';

const KEPT = 1000;

export class OversizedRecord {
  readonly #quote: number;
  readonly #hasBackslash: boolean;
  readonly #kept: string;
  readonly #line: number;
  #inQuotes: boolean;
  #afterBackslash = false;
  #size: number;

  /** @param text the record up to where it is settled whether a cell is in quotes */
  constructor(dialect: Dialect, text: string, inQuotes: boolean, line: number) {
    this.#quote = dialect.quote.charCodeAt(0);
    this.#hasBackslash = dialect.escape === 'backslash';
    // A copy, as a slice would hold the whole text in memory.
    this.#kept = Buffer.from(text.slice(0, KEPT), 'utf16le').toString('utf16le');
    this.#inQuotes = inQuotes;
    this.#size = text.length;
    this.#line = line;
  }

  /** Where in the text the line end of the record stands; null where the record goes on. */
  endIn(text: string): number | null {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#afterBackslash) this.#afterBackslash = false;
      else if (code === this.#quote) this.#inQuotes = !this.#inQuotes;
      else if (this.#inQuotes) this.#afterBackslash = this.#hasBackslash && code === 0x5c;
      else if (code === 0x0a || code === 0x0d) {
        this.#size += at;
        return at;
      }
    }
    this.#size += text.length;
    return null;
  }

  fault(most: number): RecordFault {
    const [size, limit, kept] = [this.#size, most, this.#kept.length].map((n) => n.toLocaleString('en'));
    return {
      kind: 'fault',
      code: 'too-large',
      message: `this row has ${size} characters, more than the ${limit} that are read; its first ${kept} are kept here`,
      raw: shownBytes(this.#kept),
      line: this.#line,
    };
  }
}
