/**
 * Tables as Excel opens them by a double click, where it asks nothing and guesses: a byte order mark says that the
 * file is UTF-8, and cells that it would run, round, cut or turn into a date are guarded. The page uses it too.
 */
import { csvLine } from './csv-writer.ts';
import { spreadsheetSafe } from './spreadsheet.ts';

type ExcelCell = string | number | boolean | null;

const BYTE_ORDER_MARK = '\ufeff';
/** Excel spills the rest of a longer cell over the next ones. */
const LONGEST_CELL = 32_767;

/** A whole table, its header first. */
export function excelText(rows: readonly (readonly ExcelCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(excelLine).join('');
}

/** The first line of a table that is written line by line. */
export function excelHead(names: readonly string[]): string {
  return BYTE_ORDER_MARK + excelLine(names);
}

/** One row, with its CRLF. */
export function excelLine(cells: readonly ExcelCell[]): string {
  return `${csvLine(cells.map(excelCell)).slice(0, -1)}\r\n`;
}

function excelCell(cell: ExcelCell): string | number | null {
  if (typeof cell === 'boolean') return String(cell);
  if (typeof cell !== 'string') return cell;
  const guarded = guardedCell(cell);
  if (guarded.length <= LONGEST_CELL) return guarded;
  return `${guarded.slice(0, LONGEST_CELL - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A time in UTC as Excel takes it for one; a day already is. */
function guardedCell(cell: string): string {
  const [, day, time] = TIME.exec(cell) ?? [];
  if (day !== undefined) return `${day} ${time}`;
  if (DAY.test(cell)) return cell;
  return isGuessedAt(cell) ? `'${cell}` : spreadsheetSafe(cell);
}

/** Digits with what stands in numbers, dates and times: `007`, `1983214266412530429`, `12e45678`, `3/4`, `9:30 pm`. */
const FIGURE = /^[+-]?[($€£¥]?\s?[.,]?\d[\d\s.,:/%-]*(e[+-]?\d+|[ap]m?)?[)%€]?$/i;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
/** `Mar 5`, `SEPT2`, `4-May-26`. */
const DATE = new RegExp(String.raw`^(\d{1,4}[\s./-]*)?${MONTH}([\s.,/-]*\d{1,4}){0,2}$`, 'i');
const TRUTH = /^(true|false)$/i;

/** Whether Excel makes something else of the text than the text. */
function isGuessedAt(cell: string): boolean {
  const bare = cell.trim();
  return FIGURE.test(bare) || (/\d/.test(bare) && DATE.test(bare)) || TRUTH.test(bare);
}
