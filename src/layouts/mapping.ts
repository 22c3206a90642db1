/** A layout on one table: which column is what, and rows → posts. */
import type { Reject } from '../errors.ts';
import { HearsayError } from '../errors.ts';
import type { Row } from '../formats/table.ts';
import type { Engagement, Platform, Post } from '../reaction.ts';
import { ENGAGEMENTS } from '../reaction.ts';
import { columnNamed, headerShown, placesOf, spellingOf } from './columns.ts';
import { areRounded, idInUrl, idOf } from './ids.ts';
import type { CellReader, Field, Layout } from './layout.ts';
import { FIELDS } from './layout.ts';
import { writtenText } from './text-cells.ts';
import type { DayOrder } from './times.ts';
import { dayOrderOf, momentOf } from './times.ts';
import { countOf, languageCodeOf, platformOf, wordOf } from './values.ts';

export interface LayoutOptions {
  /** `--layout`: a layout's name. */
  readonly layout?: string | undefined;
  /** `--text-column`: a name or a 1-based number. */
  readonly textColumn?: string | undefined;
  /** Columns for other fields, by name or 1-based number. */
  readonly columns?: Readonly<Partial<Record<Field, string>>> | undefined;
  /** A table without any text is no error: its posts have none. */
  readonly textMayMiss?: boolean | undefined;
}

export interface Mapping {
  readonly layout: Layout;
  /** 0-based places; null where the table has no such column. `text` is −1 where there may be none. */
  readonly columns: Readonly<Record<Field, number | null>> & { readonly text: number };
  /** Numbers that the tool wrote as 0 and does not know. */
  readonly unknown: readonly (typeof ENGAGEMENTS)[number][];
  /** The ids of the sample were rounded by a spreadsheet or a careless tool. */
  readonly idsAreRounded: boolean;
  readonly toPost: (row: Row) => Post | Reject;
}

type Places = Readonly<Record<Field, readonly number[]>>;

/** The layout laid on a table. @throws HearsayError `usage` for columns that are not there */
export function mappingOf(
  layout: Layout,
  file: string,
  columns: readonly string[],
  sample: readonly Row[],
  options: LayoutOptions,
): Mapping {
  const places = placesFor(layout, file, columns, sample, options);
  const samples = (field: Field): string[] =>
    sample.map((row) => row.cells[places[field][0] ?? -1] ?? '').filter((cell) => cell.trim() !== '');
  const unknown = ENGAGEMENTS.filter(
    (field) => layout.zeroMayBeUnknown === true && samples(field).length > 0 && samples(field).every(isZero),
  );
  const order =
    samples('time')
      .map(dayOrderOf)
      .find((known) => known !== null) ?? null;
  const idsAreRounded = areRounded(samples('id'));
  const builder = new PostBuilder(layout, columns, places, { unknown, order, idsAreRounded, options });
  const first = Object.fromEntries(FIELDS.map((field) => [field, places[field][0] ?? null]));
  return {
    layout,
    columns: { ...(first as Record<Field, number | null>), text: places.text[0] ?? -1 },
    unknown,
    idsAreRounded,
    toPost: (row) => builder.post(row),
  };
}

const isZero = (cell: string): boolean => /^0+(\.0+)?$/.test(cell.trim());

function placesFor(
  layout: Layout,
  file: string,
  columns: readonly string[],
  sample: readonly Row[],
  options: LayoutOptions,
): Places {
  const normal = spellingOf(layout);
  const known = placesOf(columns, normal);
  const named = {
    ...options.columns,
    ...(options.textColumn === undefined ? {} : { text: options.textColumn }),
  };
  const places = Object.fromEntries(
    FIELDS.map((field) => {
      const wanted = named[field];
      if (wanted !== undefined)
        return [field, columns.length === 0 ? [] : [columnNamed(columns, wanted, file)]];
      const found = (layout.columns[field] ?? []).map((name) => known.get(normal(name)));
      return [field, found.filter((place) => place !== undefined)];
    }),
  ) as Record<Field, number[]>;
  if (places.text.length === 0 && columns.length > 0) places.text = wordiest(file, columns, sample, options);
  return places;
}

/** The column with the longest running text, for tables that name none. */
function wordiest(
  file: string,
  columns: readonly string[],
  sample: readonly Row[],
  options: LayoutOptions,
): number[] {
  if (columns.length === 1) return [0];
  const words = columns.map((_, place) => {
    const counts = sample.map(({ cells }) => wordsIn(cells[place]!));
    return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  });
  const most = Math.max(...words);
  if (most >= 3) return [words.indexOf(most)];
  if (options.textMayMiss === true) return [];
  throw new HearsayError('usage', `no column seems to hold text; the header is ${headerShown(columns)}`, {
    at: { file },
    remedy: 'Name it with --text-column.',
  });
}

const wordsIn = (cell: string): number => (/^https?:\S+$/.test(cell) ? 0 : cell.trim().split(/\s+/).length);

interface Known {
  readonly unknown: readonly string[];
  readonly order: DayOrder;
  readonly idsAreRounded: boolean;
  readonly options: LayoutOptions;
}

class PostBuilder {
  readonly #layout: Layout;
  readonly #spelling: (name: string) => string;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #asked = new Map<string, number>();
  readonly #places: Places;
  readonly #known: Known;

  constructor(layout: Layout, columns: readonly string[], places: Places, known: Known) {
    this.#layout = layout;
    this.#spelling = spellingOf(layout);
    this.#columns = placesOf(columns, this.#spelling);
    this.#places = places;
    this.#known = known;
  }

  post({ row, cells }: Row): Post {
    const cell: CellReader = (column) => cells[this.#place(column)] ?? '';
    const first = (field: Field): string => this.#first(cells, field);
    const url = wordOf(first('url'));
    const author = {
      id: idOf(first('authorId')),
      handle: handleOf(first('handle')),
      name: wordOf(first('name')),
    };
    const post: Post = {
      row,
      text: this.#text(cells, cell),
      sourceId: this.#id(first('id')) ?? idInUrl(url),
      url,
      author: author.id === null && author.handle === null && author.name === null ? null : author,
      publishedAt: this.#moment(cells),
      engagement: this.#engagement(cells),
      language: languageCodeOf(first('language')),
      platform: this.#platform(first('platform'), url),
      replyTo: idOf(first('replyTo')),
      quoteOf: wordOf(first('quoteOf')),
      repostOf: idOf(first('repostOf')),
    };
    return this.#layout.refine === undefined ? post : { ...post, ...this.#layout.refine(post, cell) };
  }

  /** Layouts ask for the same few names in every row. */
  #place(column: string): number {
    let place = this.#asked.get(column);
    if (place === undefined) {
      place = this.#columns.get(this.#spelling(column)) ?? -1;
      this.#asked.set(column, place);
    }
    return place;
  }

  #first(cells: readonly string[], field: Field): string {
    const places = this.#places[field];
    for (const place of places) {
      const cell = cells[place] ?? '';
      if (cell !== '' && cell !== 'null') return cell;
    }
    return '';
  }

  #text(cells: readonly string[], cell: CellReader): string {
    const isNamed =
      this.#known.options.textColumn !== undefined || this.#known.options.columns?.text !== undefined;
    const text = isNamed
      ? (cells[this.#places.text[0] ?? -1] ?? '')
      : (this.#layout.textOf?.(cell) ?? this.#first(cells, 'text'));
    return writtenText(text, this.#layout.writing);
  }

  #id(cell: string): string | null {
    const id = idOf(cell);
    return this.#known.idsAreRounded && id !== null && /^\d{17,}$/.test(id) ? null : id;
  }

  #moment(cells: readonly string[]): string | null {
    for (const place of this.#places.time) {
      const moment = momentOf(cells[place] ?? '', this.#known.order);
      if (moment !== null) return moment;
    }
    return null;
  }

  /** Nobody likes what nobody sees: views of 0 beside other numbers are not known. */
  #engagement(cells: readonly string[]): Engagement {
    const found: Record<string, number> = {};
    let others = 0;
    for (const field of ENGAGEMENTS) {
      if (this.#known.unknown.includes(field)) continue;
      const count = countOf(this.#first(cells, field));
      if (count === null || (field === 'views' && count === 0 && others > 0)) continue;
      found[field] = count;
      others += count;
    }
    return found;
  }

  #platform(cell: string, url: string | null): Platform | null {
    if (this.#layout.platform !== null) return this.#layout.platform;
    const named = platformOf(cell);
    if (named !== null && named !== 'other') return named;
    const linked = url === null ? null : platformOf(url);
    return linked !== null && linked !== 'other' ? linked : (named ?? null);
  }
}

/** A handle without the `@` that some tools put before it. */
const handleOf = (cell: string): string | null => wordOf(cell)?.replace(/^@(?=.)/, '') ?? null;
