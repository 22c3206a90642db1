/**
 * What the columns of a CSV file hold, for programs that read it: W3C, "Metadata Vocabulary for Tabular Data"
 * (Recommendation of 17 December 2015).
 */

export type Datatype = 'string' | 'integer' | 'decimal' | 'boolean' | 'date';

export interface DescribedColumn {
  readonly name: string;
  readonly datatype: Datatype;
}

export interface DescribedTable {
  /** Path from the result folder, as in `feeds/series.csv`. */
  readonly path: string;
  readonly title: string;
  readonly columns: readonly DescribedColumn[];
  /** Columns that together tell a row from every other; empty where rows may repeat. */
  readonly key: readonly string[];
}

/** Columns that all hold the same kind of value. */
export function columnsOf(datatype: Datatype, ...names: readonly string[]): DescribedColumn[] {
  return names.map((name) => ({ name, datatype }));
}

/** Where the description of a table stands: under `feeds/`, named after it. */
export function metadataPath({ path }: DescribedTable): string {
  return `feeds/${path.split('/').at(-1)}-metadata.json`;
}

/** The description as JSON text; its `url` leads from `feeds/` to the table. */
export function metadataText(table: DescribedTable): string {
  const url = table.path.startsWith('feeds/') ? table.path.slice('feeds/'.length) : `../${table.path}`;
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': table.title,
    dialect: {
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      encoding: 'utf-8',
      header: true,
      lineTerminators: ['\n'],
    },
    tableSchema: {
      columns: table.columns.map(({ name, datatype }) => ({ name, titles: name, datatype, null: '' })),
      ...(table.key.length > 0 && { primaryKey: table.key }),
    },
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}
