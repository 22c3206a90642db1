/** Rows → canonical CSV: comma, LF, quotes only where they are needed. */
import { replaced } from './replaced.ts';

/**
 * One line with its LF. A cell is quoted where it holds a comma, a quote or a line end; where it is the only
 * cell and empty, as a blank line would be no row; and where it begins as a byte order mark would. null is empty.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  if (cells.length === 1 && (cells[0] === '' || cells[0] === null)) return '""\n';
  let line = '';
  for (let index = 0; index < cells.length; index++) {
    if (index > 0) line += ',';
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    line += typeof cell === 'number' ? String(cell) : csvCell(cell);
  }
  return `${line}\n`;
}

const NEEDS_QUOTES = /[",\n\r]|^\ufeff/;

const csvCell = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${replaced(cell, '"', '""')}"` : cell);
