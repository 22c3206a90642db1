/** Records in the shapes of other tools: one file each under `feeds/`. */
import { excelHead, excelLine } from '../formats/excel.ts';
import type { ScoredReaction } from '../reaction.ts';
import { SCORED_COLUMNS } from './columns.ts';
import { type Datatype, type DescribedTable, columnsOf, metadataPath, metadataText } from './csvw.ts';
import { lineOf } from './records.ts';
import { EXCEL_FOLDER, FIGURE_TABLES } from './figure-tables.ts';
import { CHART_SPECS } from './vega-lite.ts';

export interface Feed {
  /** File name under `feeds/`. */
  readonly name: string;
  /** The first line, with its line end. */
  readonly head: string;
  /** A canonical record's line, with its line end. */
  line(reaction: ScoredReaction): string;
}

const FOURCAT_COLUMNS = [
  'id',
  'thread_id',
  'author',
  'body',
  'timestamp',
  'url',
  'platform',
  'hearsay_id',
  'hearsay_kind',
  'hearsay_topic',
  'hearsay_sentiment',
  'hearsay_sentiment_negative',
  'hearsay_sentiment_neutral',
  'hearsay_sentiment_positive',
  'hearsay_stances',
  'hearsay_flags',
];

/**
 * What 4CAT's upload asks for (`id, thread_id, author, body, timestamp`, times in UTC without a zone), then
 * ours. A thread is what a post answers, else the post; for prose, the story.
 */
const fourcat: Feed = {
  name: '4cat.csv',
  head: lineOf(FOURCAT_COLUMNS),
  line: (r) =>
    lineOf([
      r.sourceId ?? r.id,
      threadOf(r),
      r.author?.handle ?? r.author?.name ?? r.speaker?.name ?? null,
      r.text,
      r.publishedAt?.replace('T', ' ').replace(/(\.\d+)?Z$/, '') ?? null,
      r.url,
      r.platform,
      r.id,
      r.kind,
      r.topic,
      r.sentiment.label,
      r.sentiment.negative,
      r.sentiment.neutral,
      r.sentiment.positive,
      r.stances.map(({ target, label }) => `${target}: ${label ?? ''}`).join('; '),
      r.flags.join(';'),
    ]),
};

function threadOf({ id, sourceId, replyTo, provenance, story }: ScoredReaction): string {
  if (provenance.row !== null) return replyTo ?? sourceId ?? id;
  return story === null ? provenance.document : `${provenance.document}#${story}`;
}

/** The records for who opens them by a double click; `reactions.csv` is for programs. */
const excel: Feed = {
  name: `${EXCEL_FOLDER}/reactions.csv`,
  head: excelHead(SCORED_COLUMNS.map(({ name }) => name)),
  line: (r) => excelLine(SCORED_COLUMNS.map(({ cell }) => cell(r))),
};

/** One file a feed; a new shape is one more entry. */
export const feeds: readonly Feed[] = [fourcat, excel];

const DATATYPES: Readonly<Record<(typeof SCORED_COLUMNS)[number]['type'], Datatype>> = {
  text: 'string',
  integer: 'integer',
  number: 'decimal',
  boolean: 'boolean',
};

const NUMBERS = /^hearsay_sentiment_/;

/** Every CSV file of a result folder but the rejects, whose rows are of any shape, and the copies for Excel. */
const TABLES: readonly DescribedTable[] = [
  {
    path: 'reactions.csv',
    title: 'Records: who said what, with labels and place',
    columns: SCORED_COLUMNS.flatMap(({ name, type }) => columnsOf(DATATYPES[type], name)),
    key: ['id'],
  },
  {
    path: 'feeds/4cat.csv',
    title: 'Records in the shape that 4CAT imports',
    columns: FOURCAT_COLUMNS.flatMap((name) => columnsOf(NUMBERS.test(name) ? 'decimal' : 'string', name)),
    key: ['hearsay_id'],
  },
  ...FIGURE_TABLES,
];

/** What describes the other files: path in the result folder and text. */
export function descriptions(): readonly { readonly path: string; readonly text: string }[] {
  return [
    ...TABLES.map((table) => ({ path: metadataPath(table), text: metadataText(table) })),
    ...CHART_SPECS.map(({ name, spec }) => ({
      path: `feeds/${name}`,
      text: `${JSON.stringify(spec, null, 2)}\n`,
    })),
  ];
}
