/** Tables read from bytes in a test, as plain data. */
import type { Reject } from '../../src/errors.ts';
import { openTable } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import { isReject, type TableOptions } from '../../src/formats/table.ts';

export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly rejects: readonly Pick<Reject, 'row' | 'code' | 'raw'>[];
  readonly notices: readonly string[];
}

/** The bytes in chunks of one size. */
export function chunked(bytes: Uint8Array, size: number): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  return chunks;
}

/** What a file of this name and content is read as. */
export async function tableIn(
  content: string | Uint8Array | readonly Uint8Array[],
  options: TableOptions = {},
  name = 'posts.csv',
): Promise<ReadTable> {
  const chunks =
    typeof content === 'string'
      ? [Buffer.from(content)]
      : 'BYTES_PER_ELEMENT' in content
        ? [content]
        : content;
  const table = await openTable(memorySource(name, chunks as readonly Uint8Array[]), options);
  const rows: (readonly string[])[] = [];
  const rejects: Pick<Reject, 'row' | 'code' | 'raw'>[] = [];
  for await (const item of table.rows)
    if (isReject(item)) rejects.push({ row: item.row, code: item.code, raw: item.raw });
    else rows.push(item.cells);
  return { columns: table.columns, rows, rejects, notices: table.notices };
}
