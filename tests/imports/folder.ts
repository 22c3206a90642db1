/** A result folder with all that is hard to import, and what every tool should find in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ScoredReaction } from '../../src/reaction.ts';
import { resultOf } from '../browser/helpers/results.ts';
import { hardRecords } from '../helpers/hard-to-import.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { filesIn } from '../helpers/program.ts';

export const records: readonly ScoredReaction[] = [...inventedRun, ...hardRecords];

/** Writes it; gives its path. */
export const writtenFolder = (): Promise<string> => resultOf(records);

export interface Table {
  /** Path in the folder. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every CSV file of the folder, cell by cell as it is written. */
export function tablesIn(folder: string): Table[] {
  const names = filesIn(folder).filter((name) => name.endsWith('.csv'));
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [head = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    return { name, head, rows };
  });
}

/** The columns of `reactions.csv` that its description calls text. */
export function textColumns(folder: string): string[] {
  const path = join(folder, 'feeds/reactions.csv-metadata.json');
  const { tableSchema } = JSON.parse(readFileSync(path, 'utf8')) as {
    tableSchema: { columns: { name: string; datatype: string }[] };
  };
  return tableSchema.columns.flatMap(({ name, datatype }) => (datatype === 'string' ? [name] : []));
}
