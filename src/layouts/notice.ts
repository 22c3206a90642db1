/** What was detected, as one line for standard error. */
import { delimiterTitle } from '../formats/dialect.ts';
import { encodingTitle } from '../formats/encoding.ts';
import type { Table } from '../formats/table.ts';
import { generic } from './generic.ts';
import type { Mapping } from './mapping.ts';

/** `posts.csv: 4CAT export of X (layout 4cat-x), UTF-8, comma, text in "body"`. */
export function noticeOf(table: Table, mapping: Mapping): string {
  const { layout, columns, unknown, idsAreRounded } = mapping;
  const { delimiter, preamble, encoding } = table.dialect;
  if (table.columns.length === 0) return `${table.name}: empty`;
  const what = layout === generic ? `layout generic` : `${layout.title} (layout ${layout.name})`;
  const written = table.format === 'csv' ? delimiterTitle(delimiter ?? '\u001f') : table.format.toUpperCase();
  const parts = [what, encodingTitle(encoding), written];
  if (preamble.length > 0)
    parts.push(`${preamble.length} ${preamble.length === 1 ? 'line' : 'lines'} above the header`);
  parts.push(`text in "${table.columns[columns.text]}"`);
  if (unknown.length > 0) parts.push(`${unknown.join(', ')} not known (all are 0)`);
  if (idsAreRounded) parts.push('ids are rounded and not used');
  return `${table.name}: ${parts.join(', ')}`;
}
