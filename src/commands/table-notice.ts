import { HearsayError } from '../errors.ts';
import type { Table } from '../formats/table.ts';
import { layoutOf } from '../layouts/index.ts';
import { noticeOf, writtenAs } from '../layouts/notice.ts';
import type { InputFlags } from './options.ts';

/**
 * What was detected in a table, as one line. A table without a text column still has rows; only where the
 * user names a column or layout must it be there.
 */
export function tableNotice(table: Table, flags: InputFlags): string {
  const { layout, textColumn } = flags;
  try {
    return noticeOf(table, layoutOf(table.columns, [], { layout, textColumn }, table.name));
  } catch (error) {
    const mayPass = error instanceof HearsayError && layout === undefined && textColumn === undefined;
    if (!mayPass) throw error;
    return `${table.name}: ${writtenAs(table).join(', ')}`;
  }
}
