/**
 * Dialect and header of a CSV from its first text: every plausible dialect reads the sample, and the one
 * whose rows agree best on their number of columns, with the fewest damaged quotes, wins.
 */
import { HearsayError } from '../errors.ts';
import { cellParser } from './csv-cells.ts';
import { headerIndex } from './csv-header.ts';
import type { Dialect } from './dialect.ts';
import { NO_QUOTE, ONE_COLUMN } from './dialect.ts';
import type { Newline } from './record-piece.ts';
import { nextLine } from './record-piece.ts';
import { RecordScanner } from './record-scan.ts';
import type { TableOptions } from './table.ts';

export interface CsvShape {
  readonly dialect: Dialect;
  readonly columns: readonly string[];
  /** Lines above the header. */
  readonly preamble: readonly string[];
  readonly newline: Newline;
  /** Where in the sample the rows start. */
  readonly rowsFrom: number;
}

interface SampleRecord {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly columns: number;
  readonly isFault: boolean;
}

interface Reading {
  readonly dialect: Dialect;
  readonly records: readonly SampleRecord[];
  readonly header: number;
  readonly score: number;
  /** Every row agrees with the header, and no quote is damaged. */
  readonly isPerfect: boolean;
}

/** How the sample is written; the options win over what it shows. `isWhole`: the file ends with the sample. */
export function csvShape(sample: string, isWhole: boolean, options: TableOptions): CsvShape {
  const skipped = skippedLength(sample, options.skipLines ?? 0);
  const hint = options.skipLines === undefined ? /^sep=(.)(\r\n|\n|\r)/i.exec(sample) : null;
  const from = hint === null ? skipped : hint[0].length;
  const wanted = hint === null ? options : { ...options, delimiter: options.delimiter ?? hint[1] };
  const read = (dialect: Dialect): Reading => readingOf(sample, from, dialect, isWhole, wanted);
  const { common, rare } = dialectsFor(sample.slice(from), wanted);
  const plain = bestOf(common.map(read));
  const best = plain.isPerfect ? plain : bestOf([plain, ...rare.map(read)]);
  return shapeOf(sample, best, wanted);
}

function skippedLength(sample: string, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line++) at = nextLine(sample, at) ?? sample.length;
  return at;
}

const bestOf = (readings: readonly Reading[]): Reading =>
  readings.reduce((a, b) => (b.score > a.score ? b : a));

/** Dialects to try; the rare ones only where no common one reads every row. */
function dialectsFor(sample: string, options: TableOptions): { common: Dialect[]; rare: Dialect[] } {
  const spaced = [',', ';']
    .filter((mark) => new RegExp(`${mark} ["']`).test(sample))
    .map((mark) => `${mark} `);
  const delimiters = options.delimiter === undefined ? [',', ';', '\t', '|', ...spaced] : [options.delimiter];
  const quotes =
    options.quote === undefined ? quotesFor(sample) : [options.quote === '' ? NO_QUOTE : options.quote];
  const written = (escape: Dialect['escape'], able: (quote: string) => boolean): Dialect[] =>
    quotes.filter(able).flatMap((quote) => delimiters.map((delimiter) => ({ delimiter, quote, escape })));
  const common = written('doubled', () => true);
  const rare = written('backslash', (quote) => sample.includes(`\\${quote}`));
  if (options.delimiter === undefined)
    common.push({ delimiter: ONE_COLUMN, quote: quotes[0]!, escape: 'doubled' });
  if (options.quote === undefined && delimiters.includes('\t'))
    rare.push({ delimiter: '\t', quote: NO_QUOTE, escape: 'doubled' });
  return { common, rare };
}

const QUOTED_ONCE = /(?:^|[,;|\t\r\n])'(?:[^'\\]|\\.|'')*'[,;|\t\r\n]/;

const quotesFor = (sample: string): string[] =>
  QUOTED_ONCE.test(sample.slice(0, 64 * 1024)) ? ['"', "'"] : ['"'];

function readingOf(
  sample: string,
  from: number,
  dialect: Dialect,
  isWhole: boolean,
  options: TableOptions,
): Reading {
  const records = recordsOf(sample, from, dialect, isWhole);
  const usual = usualColumns(records);
  const searches = (options.header ?? true) && options.skipLines === undefined;
  const cells = searches ? records.slice(0, 50).map((record) => cellsOf(sample, record, dialect)) : [];
  const header = headerIndex(cells, usual);
  const below = records.slice(header);
  // One column is what is left where nothing divides: another reading may.
  const divides = options.delimiter !== undefined || (below[0]?.columns ?? 0) > 1;
  const isPerfect =
    divides &&
    header === 0 &&
    below.every(({ columns, isFault }) => !isFault && columns === below[0]!.columns);
  // A preamble is believed only where the file reads better with one.
  const score = scoreOf(below, dialect) - (header > 0 ? 0.05 : 0);
  return { dialect, records, header, score, isPerfect };
}

function recordsOf(sample: string, from: number, dialect: Dialect, isWhole: boolean): SampleRecord[] {
  const scanner = new RecordScanner(dialect);
  const records: SampleRecord[] = [];
  for (let at = from; at < sample.length;) {
    const scan = scanner.scan(sample, at, isWhole, 0);
    if (scan.kind === 'open') break;
    const line = nextLine(sample, at) ?? sample.length;
    const record =
      scan.kind === 'record'
        ? { start: at, end: scan.end, next: scan.next, columns: scan.columns, isFault: false }
        : { start: at, end: line, next: line, columns: 0, isFault: true };
    if (sample.slice(at, record.end).trim() !== '') records.push(record);
    at = record.next;
  }
  return records;
}

function cellsOf(sample: string, record: SampleRecord, dialect: Dialect): readonly string[] {
  const text = sample.slice(record.start, record.end).replace(/[\r\n]+$/, '');
  return (
    cellParser(dialect)(text, '\n')?.[0] ??
    cellParser({ ...dialect, quote: NO_QUOTE })(text, '\n')?.[0] ?? [text]
  );
}

/** The most frequent number of columns; of equally frequent ones `preferred`, else the larger. */
function usualColumns(records: readonly SampleRecord[], preferred = 0): number {
  const counts = new Map<number, number>();
  for (const { columns, isFault } of records)
    if (!isFault) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [columns, count] of counts)
    if (count > most || (count === most && usual !== preferred && (columns === preferred || columns > usual)))
      [usual, most] = [columns, count];
  return usual;
}

/** Above 0 where cells are divided at all; 1 and a little where all rows agree with the header. */
function scoreOf(records: readonly SampleRecord[], dialect: Dialect): number {
  const [header, ...rows] = records;
  if (header === undefined) return dialect.delimiter === ',' && dialect.quote === '"' ? 0.1 : 0;
  const usual = rows.length === 0 ? header.columns : usualColumns(rows, header.columns);
  const agreeing = rows.length === 0 ? 1 : rows.filter((row) => row.columns === usual).length / rows.length;
  const faults = records.filter((record) => record.isFault).length / records.length;
  // Rarer ways of writing must read better, not as well.
  const rare = dialect.quote === NO_QUOTE ? 0.05 : dialect.escape === 'backslash' ? 0.001 : 0;
  if (usual < 2 && header.columns < 2) return oneColumnScore(dialect, agreeing, faults);
  // Text with commas in it below a header of one word is one column.
  if (header.columns < 2) return 0.2 * agreeing - faults;
  const headed = header.columns === usual ? 0.3 : 0;
  return 0.7 * agreeing + headed - faults - rare + Math.min(usual, 50) / 100_000;
}

/** A file that nothing divides is one column; a comma is assumed as long as it does no harm. */
function oneColumnScore(dialect: Dialect, agreeing: number, faults: number): number {
  if (dialect.delimiter === ',' && agreeing === 1) return 0.26 - faults;
  return dialect.delimiter === ONE_COLUMN ? 0.25 - faults : 0;
}

function shapeOf(sample: string, best: Reading, options: TableOptions): CsvShape {
  const header = best.records[best.header];
  if (header === undefined)
    return { dialect: best.dialect, columns: [], preamble: [], newline: '\n', rowsFrom: sample.length };
  const cells = cellsOf(sample, header, best.dialect);
  const newline = (/(\r\n|\n|\r)$/.exec(sample.slice(header.start, header.next))?.[0] ?? '\n') as Newline;
  const hasHeader = options.header ?? true;
  return {
    dialect: best.dialect,
    columns: hasHeader ? cells : cells.map((_, index) => `column_${index + 1}`),
    preamble: hasHeader
      ? sample
          .slice(0, header.start)
          .split(/\r\n|\n|\r/)
          .slice(0, -1)
      : [],
    newline,
    rowsFrom: hasHeader ? header.next : header.start,
  };
}

/** The delimiter, quote or escape that can't be used, told before any byte is read. */
export function checkedOptions(options: TableOptions): TableOptions {
  const { delimiter, quote } = options;
  if (delimiter !== undefined && (delimiter === '' || /[\r\n"\ufeff]/.test(delimiter)))
    throw new HearsayError('usage', `${JSON.stringify(delimiter)} can't divide cells`, {
      remedy: 'Give one character, for example -d ";" or -t for a tab.',
    });
  if (quote !== undefined && (quote.length > 1 || quote === delimiter || /[\r\n]/.test(quote)))
    throw new HearsayError('usage', `${JSON.stringify(quote)} can't quote cells`, {
      remedy: 'Give one character, for example --quotechar "\'", or an empty one where nothing is quoted.',
    });
  return options;
}
