/** One dialect's reading of a sample: its records, its header, and how well it reads. */
import { cellParser } from './csv-cells.ts';
import { headerIndex } from './csv-header.ts';
import { quoteEvidence } from './csv-quotes.ts';
import type { Dialect } from './dialect.ts';
import { isSpaced, isUnusual, NO_QUOTE, ONE_COLUMN } from './dialect.ts';
import { RecordScanner } from './record-scan.ts';
import type { TableOptions } from './table.ts';

export interface SampleRecord {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly columns: number;
  /** A damaged line: its quotes don't close, and its cells are counted as if they were none. */
  readonly isFault: boolean;
}

export interface Reading {
  readonly dialect: Dialect;
  readonly records: readonly SampleRecord[];
  readonly header: number;
  /** Names of the columns: as many as the rows have cells, where these differ by empty cells at their ends. */
  readonly names: readonly string[];
  readonly score: number;
  /** Every row agrees with the header, and no quote is damaged. */
  readonly isPerfect: boolean;
}

/** Records whose cells are looked at, and not only counted. */
const LOOKED_AT = 50;

export function readingOf(
  sample: string,
  from: number,
  dialect: Dialect,
  isWhole: boolean,
  options: TableOptions,
): Reading {
  const records = recordsOf(sample, from, dialect, isWhole);
  const usual = usualColumns(records);
  const searches = (options.header ?? true) && options.skipLines === undefined;
  const cells = records.slice(0, LOOKED_AT).map((record) => cellsOf(sample, record, dialect));
  const header = searches ? headerIndex(cells, [usual, records.at(-1)?.columns ?? 0]) : 0;
  const below = records.slice(header);
  const names = namesFor(cells.slice(header), usualColumns(below.slice(1), cells[header]?.length));
  // One column is what is left where nothing divides: another reading may.
  const divides = options.delimiter !== undefined || names.length > 1;
  const isPerfect =
    divides &&
    !hasGaps(dialect, names) &&
    header === 0 &&
    below.every(
      ({ columns, isFault }, index) => !isFault && (columns === names.length || (index === 0 && columns > 0)),
    );
  // A preamble is believed only where the file reads better with one.
  const preambleCost = header === 0 ? 0 : below.length > 1 ? 0.05 : 0.4;
  const score = scoreOf(below, names, dialect) - preambleCost + bonusOf(sample.slice(from), dialect, names);
  const reading = { dialect, records, header, names, isPerfect };
  return { ...reading, score: isUnusual(dialect) && !isConvincing(reading) ? -1 : score };
}

function recordsOf(sample: string, from: number, dialect: Dialect, isWhole: boolean): SampleRecord[] {
  const scanner = new RecordScanner(dialect);
  const unquoted = new RecordScanner({ ...dialect, quote: NO_QUOTE });
  const records: SampleRecord[] = [];
  for (let at = from; at < sample.length;) {
    const scan = scanner.scan(sample, at, isWhole, 0);
    // A quote in the header that nothing closes would hide every row.
    const hidesAll = scan.kind === 'open' && scan.inQuotes && records.length === 0;
    if (scan.kind === 'open' && !hidesAll) break;
    const isFault = scan.kind !== 'record';
    const read = isFault ? unquoted.scan(sample, at, true, 0) : scan;
    if (read.kind !== 'record') break;
    const record = { start: at, end: read.end, next: read.next, columns: read.columns, isFault };
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
  let usual = preferred;
  let most = 0;
  for (const [columns, count] of counts)
    if (count > most || (count === most && usual !== preferred && (columns === preferred || columns > usual)))
      [usual, most] = [columns, count];
  return usual;
}

/** Some tools end each row with a delimiter and the header without one, or the other way round. */
function namesFor([header = [], ...rows]: readonly (readonly string[])[], width: number): readonly string[] {
  if (header.length < 2 || width < 2) return header;
  if (width < header.length) {
    const isPadded = header.slice(width).every((name) => name === '');
    return isPadded ? header.slice(0, width) : header;
  }
  const wide = rows.filter((cells) => cells.length === width);
  const isPadding = wide.every((cells) => cells.slice(header.length).every((cell) => cell === ''));
  if (wide.length === 0 || !isPadding) return header;
  return [...header, ...Array<string>(width - header.length).fill('')];
}

/** Above 0 where cells are divided at all; 1 and a little where all rows agree with the header. */
function scoreOf(records: readonly SampleRecord[], names: readonly string[], dialect: Dialect): number {
  const [header, ...rows] = records;
  if (header === undefined) return dialect.delimiter === ',' && dialect.quote === '"' ? 0.1 : 0;
  const usual = rows.length === 0 ? names.length : usualColumns(rows, names.length);
  const agreeing = rows.length === 0 ? 1 : rows.filter((row) => row.columns === usual).length / rows.length;
  const faults = records.filter((record) => record.isFault).length / records.length;
  if (usual < 2 && names.length < 2) return oneColumnScore(dialect, agreeing, faults);
  // Text with commas in it below a header of one word is one column.
  if (names.length < 2) return 0.2 * agreeing - faults;
  const headed = names.length === usual ? 0.3 : 0;
  return 0.7 * agreeing + headed - faults + Math.min(usual, 50) / 100_000;
}

/** A file that nothing divides is one column; a comma is assumed as long as it does no harm. */
function oneColumnScore(dialect: Dialect, agreeing: number, faults: number): number {
  if (dialect.delimiter === ',' && agreeing === 1) return 0.26 - faults;
  return dialect.delimiter === ONE_COLUMN ? 0.25 - faults : 0;
}

/** What tells readings apart that divide equally well. */
function bonusOf(sample: string, dialect: Dialect, names: readonly string[]): number {
  const { needed, wrapped, bare } = quoteEvidence(sample, dialect);
  const quotes = (needed > 0 ? 0.003 : 0) + (bare === 0 ? Math.min(wrapped, 100) * 0.00001 : -0.001);
  if (dialect.quote === NO_QUOTE) return isUnquoted(sample, dialect, names) ? 0.02 : -0.05;
  // Rarer ways of writing must read better, not as well.
  if (dialect.escape === 'backslash') return quotes - 0.004;
  const [, ...later] = names;
  const leavesSpace = later.length > 0 && later.every((name) => name.startsWith(' '));
  return quotes - (leavesSpace || hasGaps(dialect, names) ? 0.1 : 0) - (isSpaced(dialect) ? 0.0001 : 0);
}

/** Every other name is none: what divides the cells is written twice, as some do with tabs and pipes alone. */
const hasGaps = ({ delimiter }: Dialect, names: readonly string[]): boolean =>
  (delimiter === '\t' || delimiter === '|') &&
  names.length > 4 &&
  names.every((name, index) => (name === '') === (index % 2 === 1));

/** Quotes stand in the middle of cells, and no cell shows that they mean anything. */
function isUnquoted(sample: string, dialect: Dialect, names: readonly string[]): boolean {
  if (sample.includes('\\"') || names.some((name) => name.startsWith('"'))) return false;
  const { needed, escaped, wrapped, bare } = quoteEvidence(sample, { ...dialect, quote: '"' });
  // Line ends in quotes are no sign where each line may be a row: one begins with a quote, a later one ends so.
  const signs = dialect.delimiter === ONE_COLUMN ? escaped : needed;
  return bare > 0 && signs === 0 && wrapped <= 2 * bare;
}

/** A sign that texts are full of divides cells only where all rows say so. */
function isConvincing({ isPerfect, names, records }: Omit<Reading, 'score'>): boolean {
  const isNamed = names.every((name) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name));
  return isPerfect && isNamed && new Set(names).size > names.length / 2 && records.length > 1;
}
