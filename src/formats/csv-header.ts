/** Which record of a sample is the header: the first one, or the one below a report's preamble. */

/** Records above the header that are looked at. */
const MOST_PREAMBLE = 40;
const LONGEST_NAME = 60;

/**
 * The 0-based index of the header among the sample's records (blank lines left out).
 * @param usual how many cells most records have; a short report has more preamble than rows, so that the
 *   width of the last record is tried too
 */
export function headerIndex(records: readonly (readonly string[])[], usual: number): number {
  return belowPreamble(records, usual) || belowPreamble(records, records.at(-1)?.length ?? 0);
}

function belowPreamble(records: readonly (readonly string[])[], width: number): number {
  if (width < 3) return 0;
  for (const [index, cells] of records.slice(0, MOST_PREAMBLE).entries()) {
    if (isPreamble(cells, width)) continue;
    const hasRows = index < records.length - 1;
    const isHeader = cells.length === width && (index === 0 || (hasRows && looksLikeHeader(cells)));
    return isHeader ? index : 0;
  }
  return 0;
}

/** Reports begin with a few labels and values, padded with empty cells behind them or not at all. */
function isPreamble(cells: readonly string[], usual: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  const beginsEmpty = filled > 0 && cells[0]?.trim() === '';
  if (beginsEmpty) return false;
  return filled <= usual / 3 || (filled <= 2 && usual >= 4);
}

function looksLikeHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => cell !== '');
  const fit = names.filter((name) => name.length <= LONGEST_NAME && !isValue(name));
  return fit.length >= cells.length * 0.7 && new Set(names).size >= names.length * 0.9;
}

const isValue = (cell: string): boolean =>
  /^[\s\d.,:+%-]+$/.test(cell) || /^https?:/i.test(cell) || /^\d{4}-\d\d-\d\d/.test(cell);
