/** Parquet files, written row group by row group so that a million rows never lie in memory. */
import { type FileHandle, open } from 'node:fs/promises';
import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';

export type ParquetType = 'text' | 'integer' | 'number' | 'boolean';
export type ParquetCell = string | number | boolean | null;

export interface ParquetColumn {
  readonly name: string;
  readonly type: ParquetType;
}

/** A row: column name → cell; what a cell holds fits its column's type, or is null. */
export type ParquetRow = Readonly<Record<string, ParquetCell>>;

const TYPES = { text: 'STRING', integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A small first group lets a viewer show the head at once; the size of the others bounds the memory. */
const ROW_GROUPS = [1_000, 10_000];

/**
 * Writes `rows` to a new file at `path`, Snappy-compressed, and returns once they are on the disk. No rows
 * give a valid file with columns alone. The same rows give the same bytes.
 */
export async function writeParquet(
  path: string,
  columns: readonly ParquetColumn[],
  rows: AsyncIterable<ParquetRow>,
): Promise<void> {
  const file = await open(path, 'w');
  try {
    await parquetWriteRows({
      writer: writerTo(file),
      columns: columns.map(({ name, type }) => ({ name, type: TYPES[type] })),
      rows: storedRows(columns, rows),
      rowGroupSize: ROW_GROUPS,
      createdBy: 'hearsay',
    });
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The package takes 64-bit integers as `bigint` alone. */
async function* storedRows(
  columns: readonly ParquetColumn[],
  rows: AsyncIterable<ParquetRow>,
): AsyncGenerator<Record<string, ParquetCell | bigint>> {
  const integers = columns.filter(({ type }) => type === 'integer').map(({ name }) => name);
  for await (const row of rows) {
    const stored: Record<string, ParquetCell | bigint> = { ...row };
    for (const name of integers) if (typeof row[name] === 'number') stored[name] = BigInt(row[name]);
    yield stored;
  }
}

/** Holds one row group, then hands it to the file. */
function writerTo(file: FileHandle): ByteWriter {
  const writer = new ByteWriter() as ByteWriter & { flush(): Promise<void> };
  const flush = async (): Promise<void> => {
    const bytes = new Uint8Array(writer.buffer, 0, writer.index);
    for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at)).bytesWritten;
    writer.index = 0;
  };
  // `finish` of the package's class is typed as synchronous, yet its writer awaits what it returns.
  return Object.assign(writer, { flush, finish: flush as () => void });
}
