/** JSON and NDJSON → a table: objects flattened with `.`, one column for every path that any object has. */
import type { Reject } from '../errors.ts';
import { shownBytes } from './encoding.ts';
import type { JsonCell } from './json-cells.ts';
import { JsonFault, objectCells } from './json-cells.ts';
import type { JsonItem, JsonItemFault, JsonShape } from './json-objects.ts';
import { jsonObjects, jsonShapeOf } from './json-objects.ts';
import type { ByteSource } from './source.ts';
import { reopenable } from './spool.ts';
import type { Row, Table, TableOptions } from './table.ts';
import type { DecodedText } from './text-blocks.ts';
import { decodedText } from './text-blocks.ts';
import { withIncludes } from './x-includes.ts';

/** Exports have hundreds of paths; more than this is data used as keys. */
const MOST_COLUMNS = 10_000;
const SAMPLE = 8 * 1024 * 1024;

type Flat = { readonly cells: readonly JsonCell[] } | { readonly fault: JsonItemFault };

/**
 * The table in a JSON or NDJSON file. The file is read twice: once for its columns, then, as they are asked
 * for, for its rows. A pipe is kept on disk between the two.
 */
export async function openJson(given: ByteSource, options: TableOptions = {}): Promise<Table> {
  const source = await reopenable(given);
  const decoded = await decodedText(source, options);
  const shape = await shapeOf(decoded);
  const reader = new ObjectReader(shape, options);
  const places = await reader.places(decoded);
  const notices: string[] = [];
  return {
    name: source.name,
    format: shape === 'lines' || shape === 'pages' ? 'ndjson' : 'json',
    columns: [...places.keys()].map((path) => path.toWellFormed()),
    dialect: {
      encoding: decoded.encoding,
      delimiter: null,
      quote: null,
      escape: null,
      newline: null,
      header: false,
      preamble: [],
    },
    notices,
    rows: reader.rows(source.name, decoded, places, notices),
  };
}

async function shapeOf(decoded: DecodedText): Promise<JsonShape> {
  const parts: string[] = [];
  let length = 0;
  let lines = 0;
  for await (const block of decoded.blocks()) {
    parts.push(block);
    length += block.length;
    lines += block.split('\n', 3).length - 1;
    // Two whole lines are enough; a line of a page may be long.
    if (length >= SAMPLE || (length >= 64 * 1024 && lines >= 2)) return jsonShapeOf(parts.join(''), false);
  }
  return jsonShapeOf(parts.join(''), true);
}

class ObjectReader {
  readonly #shape: JsonShape;
  readonly #most: number | undefined;
  /** Of the first reading, for lists whose authors stand behind them. */
  #beside: ReadonlyMap<string, string> = new Map();

  constructor(shape: JsonShape, options: TableOptions) {
    this.#shape = shape;
    this.#most = options.mostRecord;
  }

  /** Path → index, in the order in which the paths first occur. */
  async places(decoded: DecodedText): Promise<Map<string, number>> {
    let places = await this.#pathsIn(decoded);
    // Authors behind the list are known only now.
    if (this.#shape === 'document' && this.#beside.has('includes')) places = await this.#pathsIn(decoded);
    return places;
  }

  async #pathsIn(decoded: DecodedText): Promise<Map<string, number>> {
    const places = new Map<string, number>();
    for await (const item of jsonObjects(decoded.blocks(), this.#shape, this.#most)) {
      const flat = this.#flat(item);
      if ('beside' in item && this.#shape === 'document') this.#beside = item.beside;
      if ('fault' in flat || !fits(places, flat.cells)) continue;
      for (const { path } of flat.cells) if (!places.has(path)) places.set(path, places.size);
    }
    return places;
  }

  async *rows(
    file: string,
    decoded: DecodedText,
    places: ReadonlyMap<string, number>,
    notices: string[],
  ): AsyncGenerator<Row | Reject> {
    let row = 0;
    let halves = 0;
    for await (const item of jsonObjects(decoded.blocks(), this.#shape, this.#most)) {
      row++;
      const flat = this.#flat(item);
      const missing = 'cells' in flat && flat.cells.some(({ path }) => !places.has(path));
      if ('fault' in flat) yield rejected(file, row, flat.fault);
      else if (missing) yield rejected(file, row, tooManyKeys(item));
      else {
        const cells = Array.from({ length: places.size }, () => '');
        for (const { path, text } of flat.cells) {
          const isWhole = text.isWellFormed();
          if (!isWhole) halves++;
          cells[places.get(path)!] = isWhole ? text : text.toWellFormed();
        }
        yield { row, cells };
      }
    }
    if (halves > 0)
      notices.push(`${file}: ${halves} cells hold half of a character (a lone surrogate), written as U+FFFD`);
  }

  #flat(item: JsonItem | JsonItemFault): Flat {
    if ('code' in item) return { fault: item };
    const { text, line } = item;
    if (!text.isWellFormed())
      return {
        fault: { code: 'encoding', message: 'bytes that are no text in this encoding', raw: text, line },
      };
    if (!/^[\s\ufeff]*\{/.test(text) && isValue(text))
      return { fault: { code: 'not-a-post', message: 'a JSON value that is no object', raw: text, line } };
    try {
      const cells = objectCells(text);
      const beside = this.#shape === 'document' ? this.#beside : item.beside;
      return { cells: distinct(withIncludes(cells, beside)) };
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error;
      return { fault: { code: 'json', message: error.message, raw: text, line } };
    }
  }
}

const isValue = (text: string): boolean => /^\s*(\[|"|-?\d|true\b|false\b|null\b)/.test(text);

function fits(places: ReadonlyMap<string, number>, cells: readonly JsonCell[]): boolean {
  if (places.size + cells.length <= MOST_COLUMNS) return true;
  const fresh = cells.filter(({ path }) => !places.has(path)).length;
  return places.size + fresh <= MOST_COLUMNS;
}

function tooManyKeys(item: JsonItem | JsonItemFault): JsonItemFault {
  const message = `its keys would make more than ${MOST_COLUMNS.toLocaleString('en')} columns`;
  const raw = 'text' in item ? item.text : item.raw;
  return { code: 'json', message, raw, line: item.line };
}

/** Repeated keys are kept, as `key_2` and so on. */
function distinct(cells: readonly JsonCell[]): readonly JsonCell[] {
  const seen = new Map<string, number>();
  let repeated = false;
  for (const { path } of cells) {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    if (count > 1) repeated = true;
  }
  if (!repeated) return cells;
  const taken = new Set(seen.keys());
  const counts = new Map<string, number>();
  return cells.map(({ path, text }) => {
    let count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (count === 1) return { path, text };
    while (taken.has(`${path}_${count}`)) count++;
    taken.add(`${path}_${count}`);
    return { path: `${path}_${count}`, text };
  });
}

function rejected(file: string, row: number, fault: JsonItemFault): Reject {
  const { code, message, raw, line } = fault;
  const place = line === null ? {} : { line };
  return { file, row, ...place, code, message, raw: shownBytes(raw) };
}
