/** Rows that could not be parsed, as the rejects file of a run holds them. */
import type { Reject } from '../errors.ts';
import { csvLine } from '../formats/csv-writer.ts';
import { spreadsheetSafe } from '../formats/spreadsheet.ts';

export const REJECTS_HEAD = csvLine(['file', 'row', 'line', 'code', 'message', 'raw']);

export function rejectLines(rejects: readonly Reject[], isSafe: boolean): string {
  const guarded = isSafe ? spreadsheetSafe : (cell: string): string => cell;
  return rejects
    .map(({ file, row, line, code, message, raw }) =>
      csvLine([guarded(file), row, line ?? null, code, guarded(message), guarded(raw)]),
    )
    .join('');
}
