/**
 * Dialect and header of a CSV from its first text: every plausible dialect reads the sample, and the one
 * whose rows agree best on their number of columns, with the fewest damaged quotes, wins.
 */
import { HearsayError } from '../errors.ts';
import { type Reading, readingOf } from './csv-reading.ts';
import { quoteEvidence } from './csv-quotes.ts';
import type { Dialect } from './dialect.ts';
import { COMMON_DELIMITERS, NO_QUOTE, ONE_COLUMN, unusualDelimitersIn } from './dialect.ts';
import type { Newline } from './record-piece.ts';
import { linesIn, nextLine } from './record-piece.ts';
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

/** How the sample is written; the options win over what it shows. `isWhole`: the file ends with the sample. */
export function csvShape(sample: string, isWhole: boolean, options: TableOptions): CsvShape {
  const skipped = skippedLength(sample, options.skipLines ?? 0);
  const hint = options.skipLines === undefined ? /^sep=(.)(\r\n|\n|\r)/i.exec(sample) : null;
  const from = hint === null ? skipped : hint[0].length;
  const delimiter = delimiterMeant(options.delimiter ?? hint?.[1], sample);
  const wanted = { ...options, delimiter };
  const read = (dialect: Dialect): Reading => readingOf(sample, from, dialect, isWhole, wanted);
  const { common, rare } = dialectsFor(sample.slice(from), wanted);
  const plain = bestOf(common.map(read));
  const best = plain.isPerfect ? plain : bestOf([plain, ...rare.map(read)]);
  return shapeOf(sample, best, wanted);
}

/** `\t` is how people write a tab on a command line, unless it is what the first line has. */
const delimiterMeant = (delimiter: string | undefined, sample: string): string | undefined =>
  delimiter === '\\t' && !firstLineIn(sample).includes(delimiter) ? '\t' : delimiter;

const firstLineIn = (sample: string): string => /\S[^\r\n]*/.exec(sample)?.[0] ?? '';

function skippedLength(sample: string, lines: number): number {
  let at = 0;
  for (let line = 0; line < lines; line++) at = nextLine(sample, at) ?? sample.length;
  return at;
}

const bestOf = (readings: readonly Reading[]): Reading =>
  readings.reduce((a, b) => (b.score > a.score ? b : a));

/** Dialects to try; the rare ones only where no common one reads every row. */
function dialectsFor(sample: string, options: TableOptions): { common: Dialect[]; rare: Dialect[] } {
  const given = options.delimiter;
  const first = firstLineIn(sample);
  const delimiters = given === undefined ? [...COMMON_DELIMITERS, ...spacedIn(first)] : [given];
  const unusual = given === undefined ? unusualDelimitersIn(first) : [];
  const quotes =
    options.quote === undefined
      ? quotesFor(sample, [...delimiters, ...unusual])
      : [options.quote === '' ? NO_QUOTE : options.quote];
  const alone = given !== undefined ? [] : quotes.length > 1 && !isSingleQuoted(sample) ? ['"'] : quotes;
  const written = (escape: Dialect['escape'], marks: readonly string[] = delimiters): Dialect[] => [
    ...quotes.flatMap((quote) => marks.map((delimiter) => ({ delimiter, quote, escape }))),
    ...alone.map((quote) => ({ delimiter: ONE_COLUMN, quote, escape })),
  ];
  const common = written('doubled');
  const escapes = quotes.some((quote) => sample.includes(`\\${quote}`));
  const rare = escapes ? written('backslash') : [];
  rare.push(...written('doubled', unusual));
  if (options.quote === undefined && delimiters.includes('\t')) rare.push(unquoted('\t'));
  if (options.quote === undefined && alone.length === 1) rare.push(unquoted(ONE_COLUMN));
  return { common, rare };
}

const unquoted = (delimiter: string): Dialect => ({ delimiter, quote: NO_QUOTE, escape: 'doubled' });

/** A line of a file of one column may begin with an apostrophe and a later one end so: that is no cell. */
function isSingleQuoted(sample: string): boolean {
  const evidence = quoteEvidence(sample, { delimiter: ONE_COLUMN, quote: "'", escape: 'doubled' });
  return evidence.bare === 0 && (evidence.escaped > 0 || evidence.wrapped * 2 > linesIn(sample));
}

/** Delimiters that are followed by a space, where the first line has them. */
const spacedIn = (line: string): string[] => [', ', '; '].filter((mark) => line.includes(mark));

/** Double quotes, and single ones where a cell stands in them. */
function quotesFor(sample: string, delimiters: readonly string[]): string[] {
  const isQuoted = delimiters.some(
    (delimiter) => quoteEvidence(sample, { delimiter, quote: "'", escape: 'doubled' }).wrapped > 0,
  );
  return isQuoted ? ['"', "'"] : ['"'];
}

function shapeOf(sample: string, best: Reading, options: TableOptions): CsvShape {
  const header = best.records[best.header];
  if (header === undefined)
    return { dialect: best.dialect, columns: [], preamble: [], newline: '\n', rowsFrom: sample.length };
  const cells = best.names;
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
