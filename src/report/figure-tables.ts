/** The CSV files of figures: where each stands, what its columns hold, and how it is made. */
import type { Summary } from '../aggregate/summary-schema.ts';
import { excelText } from '../formats/excel.ts';
import { SENTIMENTS } from '../reaction.ts';
import type { Cell } from './columns.ts';
import { type Datatype, type DescribedTable, columnsOf } from './csvw.ts';
import {
  COPY_COLUMNS,
  SENTIMENT_COLUMNS,
  SERIES_COLUMNS,
  SPEAKER_COLUMNS,
  STANCE_COLUMNS,
  TIMELINE_COLUMNS,
  copiesRows,
  sentimentRows,
  seriesRows,
  speakersRows,
  stanceRows,
  timelineRows,
} from './figure-rows.ts';
import { lineOf } from './records.ts';

/** One CSV file of figures. */
export interface FigureTable extends DescribedTable {
  rows(summary: Summary): Cell[][];
}

/** The table as canonical CSV, its header first. */
export function figureCsv(table: FigureTable, summary: Summary): string {
  return [headerOf(table), ...table.rows(summary)].map(lineOf).join('');
}

/** The same as Excel opens it. */
export function figureExcel(table: FigureTable, summary: Summary): string {
  return excelText([headerOf(table), ...table.rows(summary)]);
}

const headerOf = ({ columns }: FigureTable): string[] => columns.map(({ name }) => name);

/** Where the copies for Excel stand, under `feeds/`. */
export const EXCEL_FOLDER = 'excel';

const INTEGERS = new Set([
  'n',
  'engagement',
  'voices',
  'coordinated_groups',
  'wordings',
  'reposts',
  'burst_voices',
  'labelled',
  ...SENTIMENTS,
]);
const DECIMALS = /^(share|lo|hi|\w+_(share|lo|hi))$/;

function datatypeOf(name: string): Datatype {
  if (INTEGERS.has(name)) return 'integer';
  if (name === 'day') return 'date';
  if (name === 'coordinated' || name === 'burst') return 'boolean';
  return DECIMALS.test(name) ? 'decimal' : 'string';
}

const described = (names: readonly string[]) => names.flatMap((name) => columnsOf(datatypeOf(name), name));

/** The tidy summary of the contract. */
export const STANCE_TABLE: FigureTable = {
  path: 'summary.csv',
  title: 'Stance toward each target, by topic',
  columns: described(STANCE_COLUMNS),
  key: ['topic', 'target', 'stance'],
  rows: stanceRows,
};

/** A new file is one more entry. */
export const FIGURE_TABLES: readonly FigureTable[] = [
  STANCE_TABLE,
  {
    path: 'feeds/sentiment.csv',
    title: 'Sentiment by topic',
    columns: described(SENTIMENT_COLUMNS),
    key: ['topic', 'sentiment'],
    rows: sentimentRows,
  },
  {
    path: 'feeds/speakers.csv',
    title: 'The loudest voices of each topic',
    columns: described(SPEAKER_COLUMNS),
    key: [],
    rows: speakersRows,
  },
  {
    path: 'feeds/copies.csv',
    title: 'The largest groups of near-copies of each topic',
    columns: described(COPY_COLUMNS),
    key: [],
    rows: copiesRows,
  },
  {
    path: 'feeds/timeline.csv',
    title: 'Records by topic and hour, day or week, and which of these are in a burst',
    columns: described(TIMELINE_COLUMNS),
    key: ['topic', 'period'],
    rows: timelineRows,
  },
  {
    path: 'feeds/series.csv',
    title: 'Sentiment and stance by topic and day; target is empty where the label is a sentiment',
    columns: described(SERIES_COLUMNS),
    key: ['topic', 'day', 'target', 'label'],
    rows: seriesRows,
  },
];
