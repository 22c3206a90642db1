/** What an export is like, found in one reading without any model. */
import { availableParallelism } from 'node:os';
import type { Reject, RejectCode } from '../errors.ts';
import type { Row, Table } from '../formats/table.ts';
import { isReject } from '../formats/table.ts';
import { areRounded, isDamagedId } from '../layouts/ids.ts';
import type { Posts } from '../layouts/index.ts';
import type { Mapping } from '../layouts/mapping.ts';
import { ENGAGEMENTS, type Post } from '../reaction.ts';
import { languageOf } from '../text/language.ts';
import { DistinctTexts } from './distinct-texts.ts';

/** Texts of the file, spread over it, whose language is detected. */
const DETECTED = 1000;
/** Letters that detection needs to be sure. */
const LEAST_LETTERS = 40;

export interface Inspection {
  readonly file: string;
  readonly bytes: number | null;
  readonly holds: 'posts';
  readonly format: Table['format'];
  readonly layout: string;
  readonly tool: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly escape: string | null;
  readonly newline: string | null;
  readonly preamble: readonly string[];
  readonly header: readonly string[];
  /** Field → the header cell of its column; null where the table has none. */
  readonly columnMap: Readonly<Record<string, string | null>>;
  readonly rows: number;
  readonly rejected: Readonly<Partial<Record<RejectCode, number>>>;
  /** Where the first of them stands and what is wrong with it. */
  readonly firstReject: {
    readonly row: number;
    readonly line: number | null;
    readonly message: string;
  } | null;
  /** Of ids that there are: how many no longer name a post. */
  readonly ids: { readonly present: number; readonly damaged: number; readonly roundedColumn: boolean };
  readonly emptyTexts: number;
  /** Rows whose text stands in an earlier row. */
  readonly duplicates: number;
  readonly distinctTexts: number;
  readonly reposts: number;
  readonly replies: number;
  readonly quotes: number;
  /** Language → rows, as the export's column says; empty without such a column. */
  readonly languagesByColumn: Readonly<Record<string, number>>;
  /** Language → texts, as detected in a sample of texts of at least forty letters. */
  readonly languagesDetected: Readonly<Record<string, number>>;
  readonly platforms: Readonly<Record<string, number>>;
  readonly dates: { readonly first: string | null; readonly last: string | null; readonly unread: number };
  /** Rows in which each number is known. */
  readonly engagementKnown: Readonly<Record<string, number>>;
  readonly averageCharacters: number;
  readonly longestCharacters: number;
  /** Of scoring sentiment: each distinct text once, with the small model, on all cores of this machine. */
  readonly estimatedSeconds: number;
  readonly notices: readonly string[];
}

/** Reads the whole table and tells what is in it; memory grows by some 50 bytes for every distinct text. */
export async function inspectionOf(table: Table, bytes: number | null, posts: Posts): Promise<Inspection> {
  const census = new Census(posts.mapping);
  for await (const item of posts.posts) {
    if (isReject(item)) census.reject(item);
    else census.add(item.row, item.post);
  }
  const { layout } = posts.mapping;
  const { encoding, delimiter, quote, escape, newline, preamble } = table.dialect;
  return {
    file: table.name,
    bytes,
    holds: 'posts',
    format: table.format,
    layout: layout.name,
    tool: layout.title,
    encoding,
    delimiter,
    quote,
    escape,
    newline,
    preamble,
    header: table.columns,
    columnMap: columnMapOf(table, posts.mapping),
    ...census.figures(),
    notices: table.notices,
  };
}

function columnMapOf(table: Table, { columns }: Mapping): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, place]) => [
      field,
      place === null ? null : (table.columns[place] ?? null),
    ]),
  );
}

/** Of one process on one core of a server; `npm run bench` measures 484 texts of 120 characters a second. */
const SECONDS_PER_TEXT = 0.0004;
const SECONDS_PER_CHARACTER = 0.000015;
/** More processes don't answer; fewer texts are not worth starting a second one. */
const MOST_PROCESSES = 8;
const LEAST_TEXTS = 256;
/** Models read no more than this of a text at a time. */
const MOST_CHARACTERS = 2000;

class Census {
  readonly #mapping: Mapping;
  readonly #texts = new DistinctTexts();
  readonly #rejected: Partial<Record<RejectCode, number>> = {};
  readonly #byColumn = new Map<string, number>();
  readonly #detected = new Map<string, number>();
  readonly #platforms = new Map<string, number>();
  readonly #known = new Map<string, number>();
  readonly #idSample: string[] = [];
  #firstReject: Inspection['firstReject'] = null;
  #rows = 0;
  #ids = 0;
  #damaged = 0;
  #empty = 0;
  #distinct = 0;
  #reposts = 0;
  #replies = 0;
  #quotes = 0;
  #asked = 0;
  #first: string | null = null;
  #last: string | null = null;
  #unread = 0;
  #characters = 0;
  #longest = 0;
  #seconds = 0;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  reject({ code, row, line, message }: Reject): void {
    this.#firstReject ??= { row, line: line ?? null, message };
    this.#rejected[code] = (this.#rejected[code] ?? 0) + 1;
  }

  add(row: Row, post: Post): void {
    this.#rows++;
    this.#id(this.#cell(row, 'id'));
    this.#text(post.text);
    this.#date(this.#cell(row, 'time'), post.publishedAt);
    if (post.repostOf !== null) this.#reposts++;
    if (post.replyTo !== null) this.#replies++;
    if (post.quoteOf !== null) this.#quotes++;
    if (this.#mapping.columns.language !== null) counted(this.#byColumn, post.language ?? 'unknown');
    counted(this.#platforms, post.platform ?? 'unknown');
    for (const field of ENGAGEMENTS) if (post.engagement[field] !== undefined) counted(this.#known, field);
  }

  #cell(row: Row, field: 'id' | 'time'): string {
    return row.cells[this.#mapping.columns[field] ?? -1]?.trim() ?? '';
  }

  #id(cell: string): void {
    if (cell === '') return;
    this.#ids++;
    if (isDamagedId(cell)) this.#damaged++;
    if (this.#idSample.length < 1000) this.#idSample.push(cell);
  }

  #text(text: string): void {
    if (text.trim() === '') {
      this.#empty++;
      return;
    }
    this.#characters += text.length;
    this.#longest = Math.max(this.#longest, text.length);
    if (!this.#texts.add(text)) return;
    this.#distinct++;
    this.#seconds += SECONDS_PER_TEXT + Math.min(text.length, MOST_CHARACTERS) * SECONDS_PER_CHARACTER;
    this.#detect(text);
  }

  /** Every text at first, then ever fewer, so that a sorted file is seen in all its parts. */
  #detect(text: string): void {
    const step = 1 + Math.floor(this.#asked / 200) ** 3;
    if (this.#asked >= DETECTED * 2 || this.#distinct % step !== 0) return;
    const { language, letters } = languageOf(text);
    if (letters < LEAST_LETTERS) return;
    this.#asked++;
    counted(this.#detected, language ?? 'unknown');
  }

  #date(cell: string, moment: string | null): void {
    if (moment === null) {
      if (cell !== '') this.#unread++;
      return;
    }
    if (this.#first === null || moment < this.#first) this.#first = moment;
    if (this.#last === null || moment > this.#last) this.#last = moment;
  }

  figures(): Pick<
    Inspection,
    | 'rows'
    | 'rejected'
    | 'firstReject'
    | 'ids'
    | 'emptyTexts'
    | 'duplicates'
    | 'distinctTexts'
    | 'reposts'
    | 'replies'
    | 'quotes'
    | 'languagesByColumn'
    | 'languagesDetected'
    | 'platforms'
    | 'dates'
    | 'engagementKnown'
    | 'averageCharacters'
    | 'longestCharacters'
    | 'estimatedSeconds'
  > {
    const written = this.#rows - this.#empty;
    const roundedColumn = this.#mapping.idsAreRounded || areRounded(this.#idSample);
    return {
      rows: this.#rows,
      rejected: this.#rejected,
      firstReject: this.#firstReject,
      ids: { present: this.#ids, damaged: roundedColumn ? this.#ids : this.#damaged, roundedColumn },
      emptyTexts: this.#empty,
      duplicates: written - this.#distinct,
      distinctTexts: this.#distinct,
      reposts: this.#reposts,
      replies: this.#replies,
      quotes: this.#quotes,
      languagesByColumn: mostFirst(this.#byColumn),
      languagesDetected: mostFirst(this.#detected),
      platforms: mostFirst(this.#platforms),
      dates: { first: this.#first, last: this.#last, unread: this.#unread },
      engagementKnown: Object.fromEntries(this.#known),
      averageCharacters: written === 0 ? 0 : Math.round(this.#characters / written),
      longestCharacters: this.#longest,
      estimatedSeconds: Math.round(this.#seconds / (this.#distinct < LEAST_TEXTS ? 1 : processes())),
    };
  }
}

const processes = (): number => Math.min(MOST_PROCESSES, availableParallelism());

function counted(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const mostFirst = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
