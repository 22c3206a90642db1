/** Small exports written on the spot, and the posts in them. */
import { csvLine } from '../../src/formats/csv-writer.ts';
import { openTable } from '../../src/formats/index.ts';
import { memorySource } from '../../src/formats/source.ts';
import { isReject } from '../../src/formats/table.ts';
import { postsIn } from '../../src/layouts/index.ts';
import type { Post } from '../../src/reaction.ts';

export interface Found {
  /** The layout's name. */
  readonly layout: string;
  readonly posts: readonly Post[];
}

export async function postsOf(name: string, content: string): Promise<Found> {
  const { mapping, posts } = await postsIn(await openTable(memorySource(name, [Buffer.from(content)])));
  const found: Post[] = [];
  for await (const item of posts) if (!isReject(item)) found.push(item.post);
  return { layout: mapping.layout.name, posts: found };
}

export const lines = (...rows: readonly object[]): Promise<Found> =>
  postsOf('export.ndjson', rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

export function csv(...rows: readonly Readonly<Record<string, string>>[]): Promise<Found> {
  const columns = Object.keys(rows[0]!);
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return postsOf('export.csv', [columns, ...cells].map((line) => csvLine(line)).join(''));
}
