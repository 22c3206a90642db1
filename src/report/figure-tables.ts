/** The CSV files of figures: where each stands, what its columns hold, and how it is made. */
import type { Summary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS } from '../reaction.ts';
import { type Datatype, type DescribedTable, columnsOf } from './csvw.ts';
import {
  COPY_COLUMNS,
  SENTIMENT_COLUMNS,
  SERIES_COLUMNS,
  SPEAKER_COLUMNS,
  STANCE_COLUMNS,
  TIMELINE_COLUMNS,
  copiesCsv,
  sentimentCsv,
  seriesCsv,
  speakersCsv,
  stanceCsv,
  timelineCsv,
} from './summary-csv.ts';

/** One CSV file of figures. */
export interface FigureTable extends DescribedTable {
  csv(summary: Summary): string;
}

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

/** A new file is one more entry. */
export const FIGURE_TABLES: readonly FigureTable[] = [
  {
    path: 'summary.csv',
    title: 'Stance toward each target, by topic',
    columns: described(STANCE_COLUMNS),
    key: ['topic', 'target', 'stance'],
    csv: stanceCsv,
  },
  {
    path: 'feeds/sentiment.csv',
    title: 'Sentiment by topic',
    columns: described(SENTIMENT_COLUMNS),
    key: ['topic', 'sentiment'],
    csv: sentimentCsv,
  },
  {
    path: 'feeds/speakers.csv',
    title: 'The loudest voices of each topic',
    columns: described(SPEAKER_COLUMNS),
    key: [],
    csv: speakersCsv,
  },
  {
    path: 'feeds/copies.csv',
    title: 'The largest groups of near-copies of each topic',
    columns: described(COPY_COLUMNS),
    key: [],
    csv: copiesCsv,
  },
  {
    path: 'feeds/timeline.csv',
    title: 'Records by topic and hour, day or week, and which of these are in a burst',
    columns: described(TIMELINE_COLUMNS),
    key: ['topic', 'period'],
    csv: timelineCsv,
  },
  {
    path: 'feeds/series.csv',
    title: 'Sentiment and stance by topic and day; target is empty where the label is a sentiment',
    columns: described(SERIES_COLUMNS),
    key: ['topic', 'day', 'target', 'label'],
    csv: seriesCsv,
  },
];
