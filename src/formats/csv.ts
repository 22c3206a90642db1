/** CSV of any dialect → a table. Papa Parse reads the cells; records, dialect and encoding are found here. */
import type { Reject } from '../errors.ts';
import { HearsayError } from '../errors.ts';
import { cellParser, recordCells } from './csv-cells.ts';
import { looksLikeRow } from './csv-header.ts';
import type { CsvShape } from './csv-sniff.ts';
import { checkedOptions, csvShape } from './csv-sniff.ts';
import { NO_QUOTE, ONE_COLUMN } from './dialect.ts';
import { encodingTitle, shownBytes } from './encoding.ts';
import type { RecordPiece } from './record-piece.ts';
import { linesIn } from './record-piece.ts';
import { recordPieces } from './record-pieces.ts';
import type { ByteSource } from './source.ts';
import type { Row, Table, TableDialect, TableOptions } from './table.ts';
import { decodedText } from './text-blocks.ts';

/** Characters from which the dialect is told. */
const SAMPLE = 64 * 1024;
/** Characters in which a header line must end. */
const MOST_HEADER = 4 * 1024 * 1024;

/**
 * The table in a CSV file. Its head is read at once, its rows as they are asked for.
 * @throws HearsayError `input` where no header ends within 4 Mi characters
 */
export async function openCsv(source: ByteSource, given: TableOptions = {}): Promise<Table> {
  const options = checkedOptions(given);
  const decoded = await decodedText(source, options);
  const blocks = decoded.blocks();
  const { sample, isWhole } = await sampleOf(blocks);
  const shape = csvShape(sample, isWhole, options);
  if (shape.columns.length === 0 && !isWhole) throw noHeader(source.name);
  const notices: string[] = [];
  if (options.header !== false && looksLikeRow(shape.columns))
    notices.push(
      `${source.name}: the first line looks like a row; -H reads it as one, where no line has names`,
    );
  if (options.encoding === undefined && decoded.encoding === 'windows-1252' && isMostlyAccented(sample))
    notices.push(
      `${source.name}: read as ${encodingTitle(decoded.encoding)}, most letters are accented; if that is wrong, -e names another encoding`,
    );
  decoded.onLateEncoding = (late) =>
    notices.push(
      `${source.name}: read as ${encodingTitle(late)}, as its first bytes beyond ASCII are no UTF-8`,
    );
  return {
    name: source.name,
    format: 'csv',
    columns: shape.columns.map(shownBytes),
    dialect: dialectShown(shape, decoded.encoding, options),
    notices,
    rows: rowsOf(
      source.name,
      rejoined(sample.slice(shape.rowsFrom), blocks),
      shape,
      sample,
      options,
      notices,
    ),
  };
}

/** As Cyrillic or Greek in an encoding of one byte looks, and no language of Western Europe. */
function isMostlyAccented(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter > '\u007f').length * 2 > letters.length;
}

async function sampleOf(blocks: AsyncGenerator<string>): Promise<{ sample: string; isWhole: boolean }> {
  const parts: string[] = [];
  let length = 0;
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) return { sample: parts.join(''), isWhole: true };
    parts.push(next.value);
    length += next.value.length;
    if (length < SAMPLE) continue;
    const sample = parts.join('');
    if (length >= MOST_HEADER || /[\r\n]/.test(sample)) return { sample, isWhole: false };
    parts.splice(0, parts.length, sample);
  }
}

async function* rejoined(first: string, blocks: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first !== '') yield first;
  yield* blocks;
}

function dialectShown(shape: CsvShape, encoding: string, options: TableOptions): TableDialect {
  const { delimiter, quote, escape } = shape.dialect;
  return {
    encoding,
    delimiter: delimiter === ONE_COLUMN ? null : delimiter,
    quote: quote === NO_QUOTE ? null : quote,
    escape,
    newline: shape.newline,
    header: options.header ?? true,
    preamble: shape.preamble,
  };
}

function noHeader(file: string): HearsayError {
  return new HearsayError(
    'input',
    `no line of this file ends within ${MOST_HEADER.toLocaleString('en')} characters`,
    {
      at: { file },
      remedy: 'Check that it is a CSV file with a header line.',
    },
  );
}

async function* rowsOf(
  file: string,
  blocks: AsyncIterable<string>,
  shape: CsvShape,
  sample: string,
  options: TableOptions,
  notices: string[],
): AsyncGenerator<Row | Reject> {
  const reader = new RowReader(file, shape);
  const pieces = recordPieces(blocks, shape.dialect, {
    columns: shape.columns.length,
    endsInCr: shape.newline === '\r',
    line: linesIn(sample.slice(0, shape.rowsFrom)) + 1,
    mostRecord: options.mostRecord,
  });
  for await (const piece of pieces) {
    if (piece.kind === 'records') yield* reader.rows(piece);
    else yield reader.reject(piece.code, piece.message, piece.raw, piece.line);
  }
  if (reader.undecoded > 0)
    notices.push(
      `${file}: rows with bytes that are no text in this encoding: ${reader.undecoded}; -e names another one`,
    );
}

class RowReader {
  readonly #file: string;
  readonly #columns: number;
  readonly #header: readonly string[];
  readonly #parse: ReturnType<typeof cellParser>;
  /** Rows with bytes that are no text. */
  undecoded = 0;
  #row = 0;

  constructor(file: string, shape: CsvShape) {
    this.#file = file;
    this.#columns = shape.columns.length;
    this.#header = isTelling(shape.columns) ? shape.columns : [];
    this.#parse = cellParser(shape.dialect);
  }

  reject(code: Reject['code'], message: string, raw: string, line: number): Reject {
    this.#row++;
    if (code === 'encoding') this.undecoded++;
    return { file: this.#file, row: this.#row, line, code, message, raw };
  }

  *rows(piece: RecordPiece): Generator<Row | Reject> {
    const { text, bounds, newline } = piece;
    const records = bounds.length / 2;
    const parsed = this.#parse(text, newline);
    const agrees = parsed !== null && parsed.length === records;
    const isWellFormed = text.isWellFormed();
    for (let index = 0; index < records; index++) {
      const [start, end] = [bounds[index * 2]!, bounds[index * 2 + 1]!];
      if (this.#isBlank(text, start, end)) continue;
      const cells = agrees ? parsed[index]! : recordCells(this.#parse, text.slice(start, end));
      const damage = isWellFormed ? null : encodingDamage(text.slice(start, end));
      const fault = damage ?? this.#fault(cells);
      if (fault === null) yield { row: ++this.#row, cells: cells! };
      else {
        const line = piece.line + linesIn(text.slice(0, start));
        yield this.reject(fault.code, fault.message, shownBytes(text.slice(start, end)), line);
      }
    }
  }

  #isBlank(text: string, start: number, end: number): boolean {
    if (start === end) return true;
    if (this.#columns < 2) return false;
    for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 0x20) return false;
    return true;
  }

  #isHeader(cells: readonly string[]): boolean {
    const first = cells[0]!;
    if (first !== this.#header[0] && first !== `\ufeff${this.#header[0]}`) return false;
    return cells.every((cell, index) => index === 0 || cell === this.#header[index]);
  }

  #fault(cells: readonly string[] | null): { code: Reject['code']; message: string } | null {
    if (cells === null) return { code: 'quote', message: 'a quote in this row is stray or never closed' };
    if (cells.length === this.#header.length && this.#isHeader(cells))
      return { code: 'not-a-post', message: 'the header again, as in files that were joined' };
    if (cells.length === this.#columns) return null;
    const [found, wanted] = [cells.length, this.#columns].map((n) => `${n} ${n === 1 ? 'cell' : 'cells'}`);
    return { code: 'columns', message: `${found} where the header has ${wanted!.replace(/ cells?$/, '')}` };
  }
}

/** Names that no row would have by chance. */
const isTelling = (names: readonly string[]): boolean =>
  new Set(names.filter((name) => /\p{L}.*\p{L}/u.test(name))).size > 1;

function encodingDamage(record: string): { code: Reject['code']; message: string } | null {
  if (record.isWellFormed()) return null;
  const shown =
    shownBytes(record)
      .match(/\\(x[\dA-F]{2}|u[\dA-F]{4})/g)
      ?.slice(0, 4) ?? [];
  return { code: 'encoding', message: `bytes that are no text in this encoding: ${shown.join(' ')}` };
}
