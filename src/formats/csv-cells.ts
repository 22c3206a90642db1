/** Papa Parse, on text that is cut at whole records and whose dialect is known. Its only door. */
import Papa from 'papaparse';
import { singled } from './csv-doubled.ts';
import type { Dialect } from './dialect.ts';
import type { Newline } from './record-piece.ts';

/** Rows of cells, or null where Papa Parse finds fault. */
type Parse = (text: string, newline: Newline) => readonly (readonly string[])[] | null;

/**
 * A parser of the dialect. The `Parser` below `Papa.parse` is used, as that guesses line ends and cuts U+FEFF
 * from the front of every text.
 */
export function cellParser(dialect: Dialect): Parse {
  const parsers = new Map<Newline, Papa.Parser>();
  const parse: Parse = (text, newline) => {
    let parser = parsers.get(newline);
    if (parser === undefined) {
      parser = new Papa.Parser({ delimiter: dialect.delimiter, quoteChar: dialect.quote, newline });
      parsers.set(newline, parser);
    }
    // Blanks behind a closing quote are passed over only where something follows them.
    const isOpen = (text.endsWith(' ') || text.endsWith('\t')) && text.trimEnd().endsWith(dialect.quote);
    const result = parser.parse(isOpen ? text + newline : text, 0, false) as Papa.ParseResult<string[]>;
    if (result.errors.length > 0) return null;
    return isOpen ? result.data.slice(0, -1) : result.data;
  };
  if (dialect.escape === 'doubled') return (text, newline) => parsedAtAnySize(parse, text, dialect, newline);
  return (text, newline) => {
    if (!text.includes('\\')) return parse(text, newline);
    const rows = parse(hidden(text, dialect), newline);
    return rows?.map((cells) => cells.map((cell) => shown(cell, dialect))) ?? null;
  };
}

/** Characters from which on doubled quotes may be too many for Papa Parse. */
const LARGE = 1024 * 1024;

function parsedAtAnySize(parse: Parse, text: string, dialect: Dialect, newline: Newline): ReturnType<Parse> {
  const hasMany = text.length > LARGE && text.includes(dialect.quote + dialect.quote);
  const single = hasMany ? singled(text, dialect, newline) : null;
  if (single === null) return parse(text, newline);
  return parse(single.text, newline)?.map((cells) => cells.map(single.cell)) ?? null;
}

/** The cells of one record; null where it is not exactly one. Line ends in unquoted cells are none of its own. */
export function recordCells(parse: Parse, record: string): readonly string[] | null {
  for (const newline of ['\n', '\r', '\r\n'] as const) {
    const rows = parse(record, newline);
    if (rows?.length === 1) return rows[0]!;
  }
  return null;
}

/** What a backslash can stand before. Papa Parse knows no such escapes outside of quotes. */
const escapable = (dialect: Dialect): string[] => [dialect.quote, '\\', dialect.delimiter[0]!, '\n', '\r'];
/** Noncharacters of Unicode, which no text may hold, stand for what was escaped while Papa Parse reads. */
const FIRST_STAND_IN = 0xfdd1;

function hidden(text: string, dialect: Dialect): string {
  const signs = escapable(dialect);
  return text.replace(/\\(.)/gs, (pair, sign: string) => {
    const index = signs.indexOf(sign);
    return index === -1 ? pair : String.fromCharCode(FIRST_STAND_IN + index);
  });
}

function shown(cell: string, dialect: Dialect): string {
  const signs = escapable(dialect);
  return cell.replace(/[\ufdd1-\ufdd5]/g, (standIn) => signs[standIn.charCodeAt(0) - FIRST_STAND_IN]!);
}
