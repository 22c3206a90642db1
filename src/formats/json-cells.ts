/**
 * One JSON value → flat cells, every number exactly as it is written: `JSON.parse` would round the ids of 64
 * bits that exports are full of. Objects are flattened with `.`, arrays stay as the JSON they are.
 */

export interface JsonCell {
  readonly path: string;
  /** A string's value, a number as written, `true`, `false`, empty for null, JSON for arrays and `{}`. */
  readonly text: string;
}

/** Why a text is no JSON, and where: 0-based UTF-16 units from its start. */
export class JsonFault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(`${message} at character ${at + 1}`);
    this.name = 'JsonFault';
    this.at = at;
  }
}

/** Deeper nesting than any export has; the reader recurses. */
const MOST_DEPTH = 200;
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/y;
const SPACE = /[ \t\r\n\ufeff]*/y;
const LITERALS = ['true', 'false', 'null'] as const;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/**
 * The cells of an object, in its order. Lenient where tools are known to err: `\x1F` escapes (Telegram) and
 * raw control characters in strings, NaN for a missing number (Python).
 * @throws JsonFault where the text is no JSON object
 */
export function objectCells(text: string): JsonCell[] {
  const reader = new JsonReader(text);
  const cells: JsonCell[] = [];
  reader.space();
  if (text[reader.at] !== '{') throw new JsonFault('no JSON object begins', reader.at);
  reader.flatten('', cells, 0);
  reader.end();
  return cells;
}

/** The string that a JSON text holds; null where it holds anything else. */
export function jsonString(text: string): string | null {
  const reader = new JsonReader(text);
  reader.space();
  if (text[reader.at] !== '"') return null;
  const value = reader.string();
  reader.end();
  return value;
}

class JsonReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  space(): void {
    const code = this.#text.charCodeAt(this.at);
    if (code > 0x20 && code !== 0xfeff) return;
    SPACE.lastIndex = this.at;
    SPACE.test(this.#text);
    this.at = SPACE.lastIndex;
  }

  end(): void {
    this.space();
    if (this.at < this.#text.length) throw new JsonFault('more text follows the value', this.at);
  }

  /** Adds the cells of the value that begins here. */
  flatten(path: string, cells: JsonCell[], depth: number): void {
    const start = this.at;
    if (this.#text[start] !== '{') {
      const value = this.#value(depth);
      cells.push({ path, text: value ?? this.#text.slice(start, this.at) });
      return;
    }
    const before = cells.length;
    this.#members(depth, (key) => this.flatten(path === '' ? key : `${path}.${key}`, cells, depth + 1));
    if (cells.length === before && path !== '') cells.push({ path, text: '{}' });
  }

  /** The text of a scalar; null for an array or object, which is passed over. */
  #value(depth: number): string | null {
    const first = this.#text[this.at];
    if (first === '"') return this.string();
    if (first === '[') this.#elements(depth);
    else if (first === '{') this.#members(depth, () => void this.#value(depth + 1));
    else return this.#scalar();
    return null;
  }

  #scalar(): string {
    for (const literal of LITERALS) {
      if (!this.#text.startsWith(literal, this.at)) continue;
      this.at += literal.length;
      return literal === 'null' ? '' : literal;
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.#text)?.[0];
    if (number === undefined) throw this.#fault('a value');
    this.at += number.length;
    return number;
  }

  #members(depth: number, member: (key: string) => void): void {
    this.#deep(depth);
    this.#list('}', () => {
      if (this.#text[this.at] !== '"') throw this.#fault('a key in quotes');
      const key = this.string();
      this.space();
      this.#pass(':');
      this.space();
      member(key);
    });
  }

  #elements(depth: number): void {
    this.#deep(depth);
    this.#list(']', () => void this.#value(depth + 1));
  }

  #list(close: ']' | '}', item: () => void): void {
    this.at++;
    this.space();
    if (this.#text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      this.space();
      const mark = this.#text[this.at];
      if (mark !== ',' && mark !== close) throw this.#fault(`"," or "${close}"`);
      this.at++;
      if (mark === close) return;
      this.space();
    }
  }

  string(): string {
    const start = this.at + 1;
    let end = this.#text.indexOf('"', start);
    while (end >= 0 && isEscaped(this.#text, end, start)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) throw new JsonFault('a string never closes', this.at);
    this.at = end + 1;
    const raw = this.#text.slice(start, end);
    return raw.includes('\\') ? this.#unescaped(raw, start) : raw;
  }

  #unescaped(raw: string, start: number): string {
    return raw.replace(
      /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.)|$)/gs,
      (escape, four, two, one, at: number) => {
        const hex = (four ?? two) as string | undefined;
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        const sign = ESCAPES[one as string] ?? ('"\\/'.includes(one as string) ? (one as string) : null);
        if (sign === null) throw new JsonFault(`an unknown escape ${escape}`, start + at);
        return sign;
      },
    );
  }

  #pass(mark: string): void {
    if (this.#text[this.at] !== mark) throw this.#fault(`"${mark}"`);
    this.at++;
  }

  #deep(depth: number): void {
    if (depth > MOST_DEPTH) throw new JsonFault(`nested deeper than ${MOST_DEPTH}`, this.at);
  }

  #fault(wanted: string): JsonFault {
    const isCut = this.at >= this.#text.length;
    return isCut
      ? new JsonFault('the JSON is cut off', this.at)
      : new JsonFault(`${wanted} should stand`, this.at);
  }
}

function isEscaped(text: string, at: number, from: number): boolean {
  let slashes = 0;
  while (at - 1 - slashes >= from && text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
}
