/** Which record of a sample is the header: the first one, or the one below a report's preamble. */

/** Records above the header that are looked at. */
const MOST_PREAMBLE = 40;
const LONGEST_NAME = 60;
const MOST_WORDS = 6;

/**
 * The 0-based index of the header among the sample's records (blank lines left out).
 * @param widths how many cells rows may have, the likeliest first: a short report has more preamble than rows
 */
export function headerIndex(records: readonly (readonly string[])[], widths: readonly number[]): number {
  for (const width of widths) {
    const index = belowPreamble(records, width);
    if (index > 0) return index;
  }
  return 0;
}

function belowPreamble(records: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  const index = records.slice(0, MOST_PREAMBLE).findIndex((cells) => !isPreamble(cells, width));
  const header = records[index];
  if (index < 1 || header?.length !== width || !looksLikeHeader(header)) return 0;
  const rows = records.slice(index + 1);
  // Without a row to agree, lines of cells divided otherwise would be taken for a preamble.
  const isAlone =
    rows.length === 0 &&
    records.slice(0, index).some((cells) => cells.length < width && cells.some(hasDelimiter));
  return !isAlone && agree(rows, width) ? index : 0;
}

const hasDelimiter = (cell: string): boolean => /[,;\t|]/.test(cell);

/** Reports begin with a few labels and values, padded with empty cells behind them or not at all. */
function isPreamble(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  if (filled > 0 && cells[0]?.trim() === '') return false;
  if (cells.length < width && cells[0]!.trim().endsWith(':')) return filled <= 2;
  // In a table of two columns a line of one cell is as likely a damaged row.
  const isNarrow = cells.length === 1 && filled === 1;
  return width < 3 ? isNarrow : isNarrow || filled <= width / 3 || (filled <= 2 && width >= 4);
}

/** Of many rows some may be damaged. */
function agree(rows: readonly (readonly string[])[], width: number): boolean {
  const agreeing = rows.filter((cells) => cells.length === width).length;
  // Two cells are what a comma in a text makes of it: a few lines of them are no table.
  return agreeing >= rows.length * (rows.length > 5 ? 0.8 : 1) && (width > 2 || rows.length > 2);
}

/** Names are short, begin where their cell begins and end without a full stop; pieces of sentences don't. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => cell !== '');
  const fit = names.filter((name) => isName(name) && !isValue(name));
  return fit.length >= cells.length * 0.7 && new Set(names).size > names.length / 2;
}

const isName = (cell: string): boolean =>
  cell.length <= LONGEST_NAME && !/^\s|[.!?…,;]$/.test(cell) && cell.split(/\s+/).length <= MOST_WORDS;

const isValue = (cell: string): boolean =>
  /^[\s\d.,:+%-]+$/.test(cell) || /^https?:/i.test(cell) || /^\d{4}-\d\d-\d\d/.test(cell);

/** Whether the names are what rows hold: a number, a date, an address, a long text. */
export const looksLikeRow = (names: readonly string[]): boolean =>
  names.some(
    (name) =>
      /^[\d\s.,:/+-]*\d{2}[\d\s.,:/+-]*\d{3,}[\d\s.,:/+-]*$/.test(name) ||
      /^https?:|^\d{1,4}[-/.]\d\d?[-/.]\d/i.test(name) ||
      (name.length > LONGEST_NAME && name.split(/\s+/).length > MOST_WORDS),
  );
