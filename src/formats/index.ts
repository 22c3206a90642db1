/** The formats that are read. A new one is one file and one line in `formats`. */
import type { Reject } from '../errors.ts';
import type { Document } from '../reaction.ts';
import { contentLike, nameLike } from './content.ts';
import { openCsv } from './csv.ts';
import type { DocumentOptions } from './documents.ts';
import { htmlDocuments, jsonDocuments, textDocuments } from './documents.ts';
import { openJson } from './json.ts';
import type { ByteSource } from './source.ts';
import { headOf } from './source.ts';
import type { Table, TableOptions } from './table.ts';

export type Content = 'posts' | 'documents';

/** What a format's file holds, and how either reading of it is opened. */
export interface Format {
  readonly name: 'csv' | 'json' | 'html' | 'text';
  /** What it holds unless the user says otherwise. */
  readonly holds: Content;
  /** Of file names, without the dot; `.gz` may follow. */
  readonly extensions: readonly string[];
  readonly table: (source: ByteSource, options: TableOptions) => Promise<Table>;
  readonly documents: (source: ByteSource, options: DocumentOptions) => AsyncIterable<Document | Reject>;
}

export const formats: readonly Format[] = [
  {
    name: 'csv',
    holds: 'posts',
    extensions: ['csv', 'tsv', 'tab'],
    table: openCsv,
    documents: textDocuments,
  },
  {
    name: 'json',
    holds: 'posts',
    extensions: ['json', 'ndjson', 'jsonl', 'js'],
    table: openJson,
    documents: jsonDocuments,
  },
  {
    name: 'html',
    holds: 'documents',
    extensions: ['html', 'htm', 'xhtml'],
    table: openCsv,
    documents: htmlDocuments,
  },
  {
    name: 'text',
    holds: 'documents',
    extensions: ['txt', 'text', 'md', 'markdown'],
    table: openCsv,
    documents: textDocuments,
  },
];

const formatNamed = (name: Format['name']): Format => formats.find((format) => format.name === name)!;

/** The format that the file's name tells. */
function namedFormat(source: ByteSource): Format | null {
  const extension = nameLike(source.name);
  return formats.find((format) => format.extensions.includes(extension)) ?? null;
}

/** The format by the name, else by what the bytes look like. */
export async function formatOf(source: ByteSource): Promise<Format> {
  return namedFormat(source) ?? formatNamed(contentLike(await headOf(source)));
}

/** Whether the source holds posts or documents: the user's word, else its format's. */
export async function contentOf(source: ByteSource, as?: Content): Promise<Content> {
  return as ?? (await formatOf(source)).holds;
}

/**
 * The table of posts in the source, looked into: JSON may have any other name.
 * @throws HearsayError `input` or `usage` as the format's own reader says
 */
export async function openTable(source: ByteSource, options: TableOptions = {}): Promise<Table> {
  const format = await formatOf(source);
  // Names lie: what begins as JSON does is no table of cells.
  const isJson = format.name !== 'json' && contentLike(await headOf(source)) === 'json';
  return isJson ? openJson(source, options) : format.table(source, options);
}

/** The documents in the source. */
export async function* openDocuments(
  source: ByteSource,
  options: DocumentOptions = {},
): AsyncGenerator<Document | Reject> {
  yield* (await formatOf(source)).documents(source, options);
}
