/** The targets that a model was taught from, to tell those that it has never seen from them. */
import { normalised } from '../classify/normalise.ts';
import { openTable } from '../formats/index.ts';
import { sourceOf } from '../formats/source.ts';
import { isReject, type TableOptions } from '../formats/table.ts';
import type { Io } from './command.ts';
import { columnPlace } from './labelled-rows.ts';

export interface KnownTargets {
  /** Name of the file that they stand in. */
  readonly file: string;
  /** As the models see it: user names and links masked; in any case. */
  has(target: string): boolean;
}

/**
 * @param column of the target, by name or number; else `target`
 * @throws HearsayError `usage` for a missing column, `input` for a file that can't be read
 */
export async function knownTargets(
  path: string,
  column: string | undefined,
  options: TableOptions,
  io: Io,
): Promise<KnownTargets> {
  const table = await openTable(await sourceOf(path, io.stdin), options);
  const place = columnPlace(table.columns, column, ['target'], path);
  const known = new Set<string>();
  for await (const item of table.rows) if (!isReject(item)) known.add(keyOf(item.cells[place] ?? ''));
  return { file: table.name, has: (target) => known.has(keyOf(target)) };
}

const keyOf = (target: string): string => normalised(target).toLowerCase();
