/** Rows that could not be parsed, as the rejects file holds them. */
import type { Reject } from '../errors.ts';
import { lineOf } from './records.ts';

export const REJECTS_HEAD = lineOf(['file', 'row', 'line', 'code', 'message', 'raw']);

/** One reject, with its line end. */
export function rejectLine({ file, row, line, code, message, raw }: Reject): string {
  return lineOf([file, row, line ?? null, code, message, raw]);
}
