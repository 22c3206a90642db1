/** One input, opened: its header with the columns that are added, and its rows as posts. */
import type { Reject } from '../errors.ts';
import { csvLine } from '../formats/csv-writer.ts';
import { spreadsheetSafe } from '../formats/spreadsheet.ts';
import { openTable } from '../formats/index.ts';
import type { ByteSource } from '../formats/source.ts';
import { reopenable } from '../formats/spool.ts';
import type { Row, TableOptions } from '../formats/table.ts';
import { columnNamed } from '../layouts/columns.ts';
import { type PostRow, type Posts, postsIn } from '../layouts/index.ts';
import type { RepostPolicy } from '../pipeline/reposts.ts';
import { RepostRows } from './repost-rows.ts';
import { keptColumns, labelColumns, type RowScore, type Target } from './label-columns.ts';

export interface ExportOptions {
  readonly table?: TableOptions | undefined;
  readonly layout?: string | undefined;
  readonly textColumn?: string | undefined;
  /** In argument order; columns by name or 1-based number. */
  readonly targets: readonly Target[];
  readonly prefix: string;
  readonly overwrite: boolean;
  readonly spreadsheetSafe: boolean;
  /** Kept unless told otherwise; dropped and counted ones are rejects, so that no row is lost. */
  readonly reposts?: RepostPolicy | undefined;
}

export interface Export {
  readonly name: string;
  readonly isCsv: boolean;
  /** What was detected, in one line. */
  readonly notice: string;
  /** Sentences about what was found while reading; complete at the end. */
  readonly notices: readonly string[];
  /** The header line of the output. */
  readonly head: string;
  /**
   * Reads everything once, where rows can't be written before all are known; to be called before `posts` is
   * iterated. Gives a checksum of what it found, empty where there was nothing to look for.
   */
  survey(): Promise<string>;
  /** To be iterated once. */
  readonly posts: AsyncIterable<PostRow | Reject>;
  /** The row's targets, in argument order; null where its cell is empty. */
  targetsOf(row: Row): (string | null)[];
  /** The row's line in the output. */
  lineOf(row: PostRow, score: RowScore, targets: readonly (string | null)[]): string;
  /** The column with the vendor's own sentiment. */
  readonly vendor: { readonly name: string; readonly place: number } | null;
}

/** @throws HearsayError `input` where the file can't be read, `usage` for columns that are not there or there already */
export async function openExport(given: ByteSource, options: ExportOptions): Promise<Export> {
  const { layout, textColumn, prefix, overwrite } = options;
  const reposts = new RepostRows(given.name, options.reposts ?? 'keep');
  const source = reposts.isSurveyed ? await reopenable(given) : given;
  const table = await openTable(source, options.table);
  const { columns } = table;
  const places = options.targets.map((target) =>
    target.kind === 'name' || columns.length === 0 ? null : columnNamed(columns, target.name, source.name),
  );
  const added = labelColumns(
    prefix,
    options.targets.map((target, i) => {
      const place = places[i] ?? null;
      return place === null ? target : { kind: 'column', name: columns[place]! };
    }),
  );
  const names = reposts.isSurveyed ? [...added.names, `${prefix}reposts`] : added.names;
  const kept = keptColumns(source.name, columns, names, overwrite);
  const { mapping, posts } = await postsIn(table, { layout, textColumn });
  const line = lineWriter(kept.length === columns.length ? null : kept, options.spreadsheetSafe);
  const repostCells = ({ post }: PostRow): string[] =>
    reposts.isSurveyed ? [String(post.engagement.reposts ?? '')] : [];
  const vendorPlace = mapping.columns.vendorSentiment;
  return {
    name: source.name,
    isCsv: table.format === 'csv',
    notice: mapping.notice,
    get notices() {
      return [...table.notices, ...reposts.notices];
    },
    head: line(columns, names),
    survey: async () => (reposts.isSurveyed ? reposts.survey((await opened(source, options)).posts) : ''),
    posts: reposts.sorted(posts),
    targetsOf: ({ cells }) =>
      options.targets.map((target, i) => {
        const name = target.kind === 'name' ? target.name : (cells[places[i] ?? -1] ?? '').trim();
        return name === '' ? null : name;
      }),
    lineOf: (it, score, targets) => line(it.row.cells, [...added.cells(score, targets), ...repostCells(it)]),
    vendor: vendorPlace === null ? null : { name: columns[vendorPlace]!, place: vendorPlace },
  };
}

const opened = async (source: ByteSource, { table, layout, textColumn }: ExportOptions): Promise<Posts> =>
  postsIn(await openTable(source, table), { layout, textColumn });

/** @param kept places of the cells that stay; null for all */
function lineWriter(
  kept: readonly number[] | null,
  isSafe: boolean,
): (cells: readonly string[], added: readonly string[]) => string {
  return (cells, added) => {
    const own = kept === null ? cells : kept.map((place) => cells[place]!);
    return csvLine([...(isSafe ? own.map(spreadsheetSafe) : own), ...added]);
  };
}
