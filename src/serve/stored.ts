/**
 * The records of a result, asked by DuckDB: read from Parquet once into a table in memory, which then never
 * changes, so that pages stay stable whatever becomes of the folder. The only file that knows DuckDB.
 */
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  VARCHAR,
  listValue,
} from '@duckdb/node-api';
import type { VoiceProfile } from '../aggregate/voice-profiles.ts';
import { SENTIMENTS, STANCES } from '../reaction.ts';
import { type Cell, SCORED_COLUMNS } from '../report/columns.ts';
import type { CellRow } from '../report/row-record.ts';
import type { Position } from './cursor.ts';
import { type BoundValue, type Condition, UNIT_SEPARATOR } from './filters.ts';
import { Problem } from './problem.ts';
import { MOST_ROWS } from './shapes.ts';
import { Turns } from './turns.ts';

/** Orders of records, each with the key by which it sorts; equal keys come in the order of reading. */
const ORDERS = {
  reading: { key: '0', down: false },
  newest: { key: 'coalesce(epoch_ms(moment), -9007199254740991)', down: true },
  oldest: { key: 'coalesce(epoch_ms(moment), 9007199254740991)', down: false },
  loudest: { key: 'actions', down: true },
} as const;

export type Order = keyof typeof ORDERS;
export const ORDER_NAMES = Object.keys(ORDERS) as [Order, ...Order[]];

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export interface PageWanted {
  readonly order: Order;
  /** The page begins after this record. */
  readonly after: Position | null;
  readonly limit: number;
}

/** A record as the table gives it: its cells in the order of the columns, as JSON until somebody needs them. */
export interface StoredRow {
  readonly json: string;
  readonly position: Position;
}

/** The cells of a record, in the order of the columns. */
export const cellsOf = ({ json }: StoredRow): readonly Cell[] => JSON.parse(json) as Cell[];

/** In a topic and period, how many voices have just so many records of each label; the target is null for sentiment. */
export interface LabelCount extends VoiceProfile {
  readonly topic: string | null;
  /** The first day of the period, `2026-03-01`. */
  readonly start: string;
  readonly target: string | null;
}

const AT_A_TIME = 2;
const MOST_WAITING = 200;
const LONGEST_MS = 20_000;

const folded = (name: string): string =>
  `lower(trim(regexp_replace(regexp_replace(nfc_normalize(${name}), '^@', ''), '\\s+', ' ', 'g')))`;

/** Whose voice a record is, as `voiceOf` of the summary tells it; null where nobody can be told. */
const VOICE = `
  CASE
    WHEN author_id IS NOT NULL THEN concat_ws($separator, 'id', platform, author_id)
    WHEN author_handle IS NOT NULL THEN concat_ws($separator, 'handle', platform, ${folded('author_handle')})
    WHEN author_name IS NOT NULL THEN concat_ws($separator, 'name', ${folded('coalesce(speaker_name, author_name)')})
    WHEN speaker_name IS NULL OR speaker_form = 'anonymous' THEN NULL
    WHEN speaker_form = 'pronoun' AND ${folded('speaker_name')} = ${folded("coalesce(speaker_mention_text, '')")} THEN NULL
    WHEN speaker_form = 'described'
      AND ${folded('speaker_name')} = ${folded('coalesce(speaker_mention_text, speaker_name)')}
      THEN concat_ws($separator, 'name', ${folded('speaker_name')}, provenance_document, story)
    ELSE concat_ws($separator, 'name', ${folded('speaker_name')})
  END`;

/** The list columns by which stances are found: `against` and the target in one word, and each apart. */
const TABLE = `
  CREATE TABLE reactions AS
  SELECT * EXCLUDE (asked),
    list_transform(asked, lambda it: it.target) AS targets,
    list_transform(asked, lambda it: it.label) AS labels,
    list_transform(asked, lambda it: it.label || $separator || it.target) AS sides,
    strftime(timezone($zone, moment), '%Y-%m-%d') AS day
  FROM (
    SELECT * EXCLUDE (file_row_number), file_row_number AS place,
      try_cast(published_at AS TIMESTAMPTZ) AS moment,
      coalesce(engagement_likes, 0) + coalesce(engagement_reposts, 0)
        + coalesce(engagement_replies, 0) + coalesce(engagement_quotes, 0) AS actions,
      coalesce(hash(${VOICE}), hash('alone', file_row_number)) AS voice,
      from_json(stances, '[{"target":"VARCHAR","label":"VARCHAR"}]') AS asked
    FROM read_parquet($path, file_row_number = true)
  )
  ORDER BY place`;

const SETTINGS = [
  // A page finds its rows by what sorts them, and only then reads their other columns.
  `SET late_materialization_max_rows = ${MOST_ROWS + 1}`,
  // Nothing that a query says can reach a file, the network or these settings.
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

const COLUMN_NAMES = SCORED_COLUMNS.map(({ name }) => name);

export class StoredRecords {
  readonly #instance: DuckDBInstance;
  readonly #turns = new Turns(AT_A_TIME, MOST_WAITING);
  readonly #idle: DuckDBConnection[] = [];
  #isClosed = false;

  private constructor(instance: DuckDBInstance) {
    this.#instance = instance;
  }

  /** Reads the Parquet file; days begin in `zone`. Throws where it can't be read or has other columns. */
  static async open(path: string, zone: string): Promise<StoredRecords> {
    const instance = await DuckDBInstance.create(':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // One core stays free for answering.
      threads: String(Math.max(1, availableParallelism() - 1)),
      temp_directory: join(tmpdir(), `hearsay-serve-${process.pid}`),
    });
    const stored = new StoredRecords(instance);
    try {
      const connection = await stored.#connection();
      await connection.run("ATTACH ':memory:' AS kept (COMPRESS)");
      await connection.run(TABLE.replace('TABLE reactions', 'TABLE kept.reactions'), {
        path,
        zone,
        separator: UNIT_SEPARATOR,
      });
      await connection.run(`SELECT ${COLUMN_NAMES.join()} FROM kept.reactions LIMIT 0`);
      for (const statement of SETTINGS) await connection.run(statement);
      stored.#idle.push(connection);
      return stored;
    } catch (error) {
      stored.close();
      throw error;
    }
  }

  async count(where: Condition, signal?: AbortSignal): Promise<number> {
    const rows = await this.#rows(
      `SELECT count(*) AS n FROM kept.reactions WHERE ${where.sql}`,
      where.values,
      signal,
    );
    return Number(rows[0]!['n']);
  }

  /** At most `limit` records in their order. */
  async page(
    where: Condition,
    { order, after, limit }: PageWanted,
    signal?: AbortSignal,
  ): Promise<StoredRow[]> {
    const { key, down } = ORDERS[order];
    const past =
      after === null
        ? 'true'
        : `(${key} ${down ? '<' : '>'} $key::DOUBLE OR (${key} = $key::DOUBLE AND place > $place::BIGINT))`;
    const sorting = `${order === 'reading' ? '' : `sort_key ${down ? 'DESC' : 'ASC'},`} place`;
    // DuckDB writes a record down in a thread of its own; taken cell by cell it would cost ours five times as much.
    const rows = await this.#rows(
      `SELECT json_array(${COLUMN_NAMES.join()})::VARCHAR AS json, place, sort_key
       FROM (
         SELECT ${COLUMN_NAMES.join()}, place, (${key})::DOUBLE AS sort_key FROM kept.reactions
         WHERE ${where.sql} AND ${past} ORDER BY ${sorting} LIMIT $limit::BIGINT
       ) ORDER BY ${sorting}`,
      { ...where.values, ...(after !== null && { key: after.key, place: after.place }), limit },
      signal,
    );
    return rows.map(({ json, place, sort_key }) => ({
      json: String(json),
      position: { key: Number(sort_key), place: Number(place) },
    }));
  }

  /** Counts per topic, period and target, by voice; commentary left out, as in the summary. */
  async labelCounts(where: Condition, period: Period, signal?: AbortSignal): Promise<LabelCount[]> {
    const start = period === 'day' ? 'day' : `strftime(date_trunc('${period}', day::DATE), '%Y-%m-%d')`;
    const from = `FROM kept.reactions WHERE kind <> 'commentary' AND day IS NOT NULL AND ${where.sql}`;
    const counted = [0, 1, 2].map(
      (at) => `count(*) FILTER (WHERE label IN ('${SENTIMENTS[at]}', '${STANCES[at]}')) AS n${at}`,
    );
    const rows = await this.#rows(
      `WITH said AS (
         SELECT topic, ${start} AS start, NULL AS target, sentiment_label AS label, voice ${from}
         UNION ALL
         SELECT topic, start, split_part(side, $separator, 2), split_part(side, $separator, 1), voice
         FROM (SELECT topic, ${start} AS start, unnest(sides) AS side, voice ${from}) WHERE side IS NOT NULL
       ), voiced AS (SELECT topic, start, target, ${counted.join()} FROM said GROUP BY topic, start, target, voice)
       SELECT topic, start, target, n0, n1, n2, count(*) AS times FROM voiced GROUP BY ALL`,
      { ...where.values, separator: UNIT_SEPARATOR },
      signal,
    );
    return rows.map(({ topic, start: day, target, n0, n1, n2, times }) => ({
      topic: topic as string | null,
      start: String(day),
      target: target as string | null,
      counts: [Number(n0), Number(n1), Number(n2)],
      times: Number(times),
    }));
  }

  close(): void {
    this.#isClosed = true;
    for (const connection of this.#idle.splice(0)) connection.closeSync();
    this.#instance.closeSync();
  }

  async #connection(): Promise<DuckDBConnection> {
    return this.#idle.pop() ?? (await this.#instance.connect());
  }

  #rows(sql: string, values: Condition['values'], signal?: AbortSignal): Promise<CellRow[]> {
    return this.#turns.taken(() => this.#asked(sql, values, signal), busy, signal);
  }

  async #asked(sql: string, values: Condition['values'], signal?: AbortSignal): Promise<CellRow[]> {
    const connection = await this.#connection();
    let isLate = false;
    const interrupt = (): void => connection.interrupt();
    const late = setTimeout(() => {
      isLate = true;
      interrupt();
    }, LONGEST_MS);
    signal?.addEventListener('abort', interrupt, { once: true });
    try {
      const reader = await connection.runAndReadAll(sql, ...boundOf(values));
      return reader.getRowObjects().map(plainRow);
    } catch (cause) {
      signal?.throwIfAborted();
      if (isLate)
        throw new Problem(503, 'The question took too long', { detail: 'Narrow the filters.', cause });
      throw cause;
    } finally {
      clearTimeout(late);
      signal?.removeEventListener('abort', interrupt);
      if (this.#isClosed) connection.closeSync();
      else this.#idle.push(connection);
    }
  }
}

const busy = (): Problem =>
  new Problem(503, 'Too many questions at once', {
    detail: 'Ask again in a moment.',
    headers: { 'retry-after': '1' },
  });

type Bound = [Record<string, DuckDBValue>, Record<string, DuckDBType>];

function boundOf(values: Readonly<Record<string, BoundValue>>): Bound {
  const entries = Object.entries(values);
  const bound = entries.map(([name, value]) => [name, Array.isArray(value) ? listValue(value) : value]);
  const lists = entries.filter(([, value]) => Array.isArray(value)).map(([name]) => [name, LIST(VARCHAR)]);
  return [
    Object.fromEntries(bound) as Record<string, DuckDBValue>,
    Object.fromEntries(lists) as Record<string, DuckDBType>,
  ];
}

/** 64-bit integers come as `bigint`; no count and no offset of a record is beyond a number. */
function plainRow(row: Record<string, DuckDBValue>): CellRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      (typeof value === 'bigint' ? Number(value) : value) as Cell,
    ]),
  );
}
