/** The figures of a summary as tidy rows: one row a figure, for a spreadsheet, a notebook or a chart. */
import type { GroupSummary, Summary } from '../aggregate/summary-schema.ts';
import type { Distribution } from '../aggregate/distribution.ts';
import type { Interval, Share } from '../aggregate/interval.ts';
import { SENTIMENTS, STANCES } from '../reaction.ts';
import type { Cell } from './columns.ts';

/** After the plain share the weighted and the corrected one, empty where there is none, and what corrected it. */
const SHARE_COLUMNS = ['n', 'share', 'lo', 'hi'].concat(
  ['weighted_share', 'weighted_lo', 'weighted_hi'],
  ['corrected_share', 'corrected_lo', 'corrected_hi', 'corrected_by', 'labelled'],
);

/** Of the whole topic: on how many voices its shares rest. */
const VOICE_COLUMNS = ['voices', 'loudest_ten_share', 'near_copies_share', 'coordinated_groups'];

export const STANCE_COLUMNS: readonly string[] = [
  'topic',
  'target',
  'stance',
  ...SHARE_COLUMNS,
  ...VOICE_COLUMNS,
];
export const SENTIMENT_COLUMNS: readonly string[] = ['topic', 'sentiment', ...SHARE_COLUMNS];
export const SPEAKER_COLUMNS: readonly string[] = [
  'topic',
  'speaker',
  'handle',
  'n',
  'engagement',
  ...SENTIMENTS,
];
export const SERIES_COLUMNS: readonly string[] = [
  'topic',
  'day',
  'target',
  'label',
  'n',
  'share',
  'lo',
  'hi',
];
export const COPY_COLUMNS: readonly string[] =
  'topic,text,n,share,wordings,voices,reposts,first,last,burst_voices,burst_from,coordinated'.split(',');

function shareCells<L extends string>({ shares, weighted, corrected }: Distribution<L>, label: L): Cell[] {
  const { n, share, lo, hi } = shares[label];
  const others = [weighted, corrected].flatMap((reading) => intervalCells(reading?.shares[label]));
  return [n, share, lo, hi, ...others, corrected?.by ?? null, corrected?.labelled ?? null];
}

function intervalCells(interval: Interval | undefined): Cell[] {
  return interval === undefined ? [null, null, null] : [interval.share, interval.lo, interval.hi];
}

/** `n` counts the records of that stance; share and bounds are 0–1. The topic is empty where there is none. */
export function stanceRows({ topics }: Summary): Cell[][] {
  return topics.flatMap((group) =>
    group.targets.flatMap((distribution) =>
      STANCES.map((stance) => [
        group.topic,
        distribution.target,
        stance,
        ...shareCells(distribution, stance),
        ...voiceCells(group),
      ]),
    ),
  );
}

function voiceCells({ voices, concentration: { loudest, copies }, copies: groups }: GroupSummary): Cell[] {
  return [voices.distinct, loudest.share, copies.share, groups.coordinated];
}

/** The largest groups of near-copies in each topic; `burst_voices` posted within the hour from `burst_from`. */
export function copiesRows({ topics }: Summary): Cell[][] {
  return topics.flatMap(({ topic, copies }) =>
    copies.largest.map(({ text, n, share, wordings, voices, reposts, first, last, burst, coordinated }) => [
      topic,
      text,
      n,
      share,
      wordings,
      voices,
      reposts,
      first,
      last,
      burst.voices,
      burst.from,
      coordinated,
    ]),
  );
}

export function sentimentRows({ topics }: Summary): Cell[][] {
  return topics.flatMap(({ topic, sentiment }) =>
    sentiment.n === 0 ? [] : SENTIMENTS.map((label) => [topic, label, ...shareCells(sentiment, label)]),
  );
}

export function speakersRows({ topics }: Summary): Cell[][] {
  return topics.flatMap(({ topic, speakers }) =>
    speakers.map(({ name, handle, n, actions, sentiment }) => [
      topic,
      name,
      handle,
      n,
      actions,
      ...SENTIMENTS.map((label) => sentiment[label]),
    ]),
  );
}

export const TIMELINE_COLUMNS = ['topic', 'period', 'n', 'burst'];

/** Per topic how many records each hour, day or week has, empty ones too, and whether it is in a burst. */
export function timelineRows({ topics }: Summary): Cell[][] {
  return topics.flatMap(({ topic, timeline }) =>
    timeline.periods.map(({ period, n, burst }) => [topic, period, n, burst]),
  );
}

/** Per topic and day the tone, and per target the sides, each with its share of that day. */
export function seriesRows({ topics }: Summary): Cell[][] {
  return topics.flatMap(({ topic, days }) => days.flatMap((day) => dayRows(topic, day)));
}

function dayRows(topic: string | null, { day, shares }: GroupSummary['days'][number]): Cell[][] {
  const row = (target: string | null, label: string, of: Share): Cell[] => {
    const place: Cell[] = [topic, day, target, label];
    return [...place, of.n, of.share, of.lo, of.hi];
  };
  return [
    ...SENTIMENTS.map((label) => row(null, label, shares.sentiment[label])),
    ...shares.stances.flatMap((side) => STANCES.map((stance) => row(side.target, stance, side[stance]))),
  ];
}
