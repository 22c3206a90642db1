/** What a layout is: how one tool's export names the fields of a post. */
import type { Platform, Post } from '../reaction.ts';

/** What a layout can name a column for. */
export const FIELDS = [
  'text',
  'id',
  'url',
  'handle',
  'name',
  'authorId',
  'time',
  'likes',
  'reposts',
  'replies',
  'quotes',
  'views',
  'language',
  'platform',
  'replyTo',
  'quoteOf',
  'repostOf',
  'topic',
  'vendorSentiment',
] as const;
export type Field = (typeof FIELDS)[number];

/** The cell of a column by its name, in any case; empty where the table has no such column. */
export type CellReader = (column: string) => string;

/** The first filled cell of these columns. */
export function firstOf(cell: CellReader, names: readonly string[]): string {
  for (const name of names) {
    const found = cell(name);
    if (found !== '') return found;
  }
  return '';
}

export interface Layout {
  /** What `--layout` takes: kebab-case. */
  readonly name: string;
  /** What people call the export. */
  readonly title: string;
  /**
   * Sets of columns by which the export is told; one whole set is enough, a longer one is better evidence.
   * A name ending in `*` stands for every column that begins so.
   */
  readonly signatures: readonly (readonly string[])[];
  /** Its makers spell names as they like: `likeCount`, `like_count` and `Like Count` are one. */
  readonly isLoose?: boolean;
  /** It stands for a whole family and gives way to every layout that knows the export better. */
  readonly isGeneral?: boolean;
  /** For each field its columns, the best first; of several in one table the first that is filled counts. */
  readonly columns: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Where the posts were posted; null where a column or nothing says it. */
  readonly platform: Platform | null;
  /** How the text is written: as HTML, or with line breaks as the two characters `\n`. */
  readonly writing?: 'html' | 'escapes';
  /** The tool writes 0 for numbers that it does not know. */
  readonly zeroMayBeUnknown?: boolean;
  /** The text where it is more than the first filled column. */
  readonly textOf?: (cell: CellReader) => string;
  /** What the tool says in its own way. The text is not its business. */
  readonly refine?: (post: Post, cell: CellReader) => Partial<Omit<Post, 'row' | 'text'>>;
}
