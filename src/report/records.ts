/** Records as lines: NDJSON as the contract spells them, CSV with flat columns. */
import { csvLine } from '../formats/csv-writer.ts';
import { canonical } from './canonical.ts';
import { type AnyReaction, type Cell, FOUND_COLUMNS, SCORED_COLUMNS } from './columns.ts';

export interface RecordWriter {
  /** What comes before the first record, with its line end; empty for NDJSON. */
  head(): string;
  /** One record, with its line end. */
  line(reaction: AnyReaction): string;
}

export interface RecordOptions {
  /** Whether the records carry labels, and CSV so has their columns; true unless given. */
  readonly labels?: boolean;
}

/** The writer for a format: the same record gives the same line. */
export function recordWriter(format: 'ndjson' | 'csv', options: RecordOptions = {}): RecordWriter {
  const { head, line } = canonicalWriter(format, options);
  return { head, line: (reaction) => line(canonical(reaction)) };
}

/** The same for records that are in canonical form already. */
export function canonicalWriter(format: 'ndjson' | 'csv', options: RecordOptions = {}): RecordWriter {
  if (format === 'ndjson') return { head: () => '', line: (reaction) => `${JSON.stringify(reaction)}\n` };
  const columns = (options.labels ?? true) ? SCORED_COLUMNS : FOUND_COLUMNS;
  return {
    head: () => lineOf(columns.map(({ name }) => name)),
    line: (reaction) => lineOf(columns.map(({ cell }) => cell(reaction))),
  };
}

/** Cells as a line of canonical CSV, with its line end. */
export function lineOf(cells: readonly Cell[]): string {
  return csvLine(cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)));
}
