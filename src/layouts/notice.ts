/** What was detected, as one line for standard error. */
import { ONE_COLUMN, delimiterTitle } from '../formats/dialect.ts';
import { encodingTitle } from '../formats/encoding.ts';
import type { Table } from '../formats/table.ts';
import { generic } from './generic.ts';
import type { Mapping } from './mapping.ts';

/** How the file is written: `UTF-8`, `comma`, `3 lines above the header`. */
export function writtenAs(table: Table): string[] {
  const { delimiter, preamble, encoding } = table.dialect;
  const divided =
    table.format === 'csv' ? delimiterTitle(delimiter ?? ONE_COLUMN) : table.format.toUpperCase();
  const above = `${preamble.length} ${preamble.length === 1 ? 'line' : 'lines'} above the header`;
  return [encodingTitle(encoding), divided, ...(preamble.length > 0 ? [above] : [])];
}

/** `posts.csv: 4CAT export of X (layout 4cat-x), UTF-8, comma, text in "body"`. */
export function noticeOf(table: Table, mapping: Mapping): string {
  const { layout, columns, unknown, idsAreRounded } = mapping;
  if (table.columns.length === 0) return `${table.name}: empty`;
  const what = layout === generic ? 'layout generic' : `${layout.title} (layout ${layout.name})`;
  const text = columns.text === -1 ? 'no text column found' : `text in "${table.columns[columns.text]}"`;
  const parts = [what, ...writtenAs(table), text];
  if (unknown.length > 0) parts.push(`${unknown.join(', ')} not known (all are 0)`);
  if (idsAreRounded) parts.push('ids are rounded and not used');
  return `${table.name}: ${parts.join(', ')}`;
}
