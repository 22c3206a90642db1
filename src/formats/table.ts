/** A table that streams: its columns are known at once, its rows come as they are read. */
import type { Reject } from '../errors.ts';

export interface Row {
  /** 1-based, the header not counted; rejected rows count, blank lines don't. */
  readonly row: number;
  /** As many as the table has columns, as text, exactly as the file has them. */
  readonly cells: readonly string[];
}

/** How the file is written, for people and for `inspect`. */
export interface TableDialect {
  /** Lower-case name: `utf-8`, `utf-16le`, `windows-1252` … */
  readonly encoding: string;
  /** Null for JSON. */
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly escape: 'doubled' | 'backslash' | null;
  /** Of the header line; null where there is none, and for JSON. */
  readonly newline: '\n' | '\r\n' | '\r' | null;
  readonly header: boolean;
  /** Lines above the header that belong to no row. */
  readonly preamble: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly format: 'csv' | 'ndjson' | 'json';
  /** Header cells as they stand; empty for an empty file. */
  readonly columns: readonly string[];
  readonly dialect: TableDialect;
  /** Sentences about what was found while reading; complete when the rows have been read. */
  readonly notices: readonly string[];
  /** To be iterated once. */
  readonly rows: AsyncIterable<Row | Reject>;
}

/** What the user says about a file; what is missing is found out. csvkit's options, by their meaning. */
export interface TableOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  /** False where the first line is a row; columns are then `column_1`, `column_2` … */
  readonly header?: boolean | undefined;
  /** Lines above the header to pass over. */
  readonly skipLines?: number | undefined;
  readonly quote?: string | undefined;
  /** Bytes that are decoded at once; for tests. */
  readonly blockBytes?: number | undefined;
  /** Characters of the largest row that is read; for tests. */
  readonly mostRecord?: number | undefined;
}

export const isReject = (item: object): item is Reject => 'code' in item && 'raw' in item;

/** The name of a column that has none, by its 1-based number. */
export const unnamedColumn = (number: number): string => `column_${number}`;
