/** `/api/summary`, `/api/series` and `/api/topics`: figures, from memory or counted once per question. */
import type { Context } from 'hono';
import { z } from 'zod';
import { type Summary, summarySchema } from '../../aggregate/summary-schema.ts';
import { shareOfVoices } from '../../aggregate/voice-profiles.ts';
import { SENTIMENTS, STANCES } from '../../reaction.ts';
import type { Cell } from '../../report/columns.ts';
import { lineOf } from '../../report/records.ts';
import { Kept, kept } from '../answers.ts';
import { type Filter, conditionOf, filterShape } from '../filters.ts';
import { CONTENT_TYPES, type Form, MEDIA, formOf } from '../negotiation.ts';
import { type Operation, queryOf } from '../operation.ts';
import type { Pace } from '../pace.ts';
import type { Serving } from '../serving.ts';
import { type SeriesRow, seriesSchema, topicRowSchema, topicsSchema } from '../shapes.ts';
import { type LabelCount, PERIODS } from '../stored.ts';

const FORMS = ['json', 'csv'] as const;
const NOTHING = z.object({});

export const summary: Operation = {
  id: 'getSummary',
  method: 'get',
  path: '/api/summary',
  suffixes: FORMS,
  hasTag: true,
  summary: 'The figures of the whole result',
  description: 'CSV: one row per topic, target and stance, as `summary.csv` of the result folder.',
  query: NOTHING,
  answers: { [MEDIA.json]: summarySchema, [MEDIA.csv]: null },
  problems: [406],
  handle(c, { current }) {
    queryOf(c, NOTHING);
    const { summaryJson, summaryCsv } = current.now.kept;
    return kept(c, formOf(c, FORMS) === 'csv' ? summaryCsv : summaryJson);
  },
};

export const topics: Operation = {
  id: 'listTopics',
  method: 'get',
  path: '/api/topics',
  suffixes: FORMS,
  hasTag: true,
  summary: 'Topics, most labelled records first',
  description: 'Flat rows for tables and variables of a dashboard. Grafana (Infinity): rows/root `rows`.',
  query: NOTHING,
  answers: { [MEDIA.json]: topicsSchema, [MEDIA.csv]: null },
  problems: [406],
  async handle(c, serving) {
    queryOf(c, NOTHING);
    const form = formOf(c, FORMS);
    const { version, summary: figures } = serving.current.now;
    return kept(
      c,
      await remembered(serving, ['topics', version, form], async () =>
        bodyOf(topicRows(figures), TOPIC_COLUMNS, form),
      ),
    );
  },
};

type TopicRow = z.infer<typeof topicRowSchema>;

const TOPIC_COLUMNS = Object.keys(topicRowSchema.shape);
const SERIES_COLUMNS = ['topic', 'day', 'target', 'label', 'n', 'share', 'lo', 'hi'];

const topicRows = ({ topics: all }: Summary): TopicRow[] =>
  all.map(({ topic, n, commentary, voices, sentiment: { shares }, days, targets }) => ({
    topic,
    n,
    commentary: commentary.n,
    voices: voices.distinct,
    negative: shares.negative.share,
    neutral: shares.neutral.share,
    positive: shares.positive.share,
    from: days[0]?.day ?? null,
    to: days.at(-1)?.day ?? null,
    targets: targets.map(({ target }) => target),
  }));

const seriesQuery = z.object({
  ...filterShape,
  period: z
    .enum(PERIODS)
    .default('day')
    .meta({ description: 'How long a step of the series is; weeks begin on Monday.' }),
});

export const series: Operation = {
  id: 'getSeries',
  method: 'get',
  path: '/api/series',
  suffixes: FORMS,
  hasTag: true,
  summary: 'Sentiment and stance over time, per topic',
  description:
    'One row per topic, period, target and label, with its share of that period and a 95 % interval; the target is null for sentiment. Days in the time zone of the summary; records without a date and commentary are left out. Grafana (Infinity): rows/root `rows`, `day` as time; `from=${__from:date:iso}&to=${__to:date:iso}` asks for what the panel shows.',
  query: seriesQuery,
  answers: { [MEDIA.json]: seriesSchema, [MEDIA.csv]: null },
  problems: [406, 503],
  handle: (c, serving) => seriesAnswer(c, serving),
};

async function seriesAnswer(c: Context, serving: Serving): Promise<Response> {
  const form = formOf(c, FORMS);
  const { period, ...filter } = queryOf(c, seriesQuery);
  const { result, giveBack } = serving.current.borrow();
  const counted = async (): Promise<Kept> => {
    const counts = await result.records.labelCounts(conditionOf(filter as Filter), period);
    return bodyOf(await seriesRows(counts, result.summary, serving.pace), SERIES_COLUMNS, form);
  };
  try {
    const question = ['series', result.version, form, period, JSON.stringify(filter)];
    return await kept(c, await remembered(serving, question, counted));
  } finally {
    giveBack();
  }
}

/** Groups whose intervals are worked out without letting others in. */
const GROUPS_AT_ONCE = 40;

/** Every label of a target on a day, none left out; topics in the order of the summary, then by day. */
async function seriesRows(
  counts: readonly LabelCount[],
  { topics: all }: Summary,
  pace: Pace,
): Promise<SeriesRow[]> {
  const order = new Map(all.map(({ topic }, index) => [topic, index]));
  const groups = new Map<string, LabelCount[]>();
  for (const count of counts) {
    const key = JSON.stringify([count.topic, count.start, count.target]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [count]);
    else group.push(count);
  }
  const placeOf = (topic: string | null): number => order.get(topic) ?? order.size;
  const sorted = [...groups.values()].sort(
    ([a], [b]) =>
      placeOf(a!.topic) - placeOf(b!.topic) ||
      compared(a!.start, b!.start) ||
      compared(a!.target ?? '', b!.target ?? ''),
  );
  const rows: SeriesRow[] = [];
  for (let from = 0; from < sorted.length; from += GROUPS_AT_ONCE)
    rows.push(...(await pace.step(() => sorted.slice(from, from + GROUPS_AT_ONCE).flatMap(groupRows))));
  return rows;
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function groupRows(counts: readonly LabelCount[]): SeriesRow[] {
  const { topic, start, target } = counts[0]!;
  return (target === null ? SENTIMENTS : STANCES).map((label, column) => {
    const { n, share, lo, hi } = shareOfVoices(counts, column);
    return { topic, day: start, target, label, n, share, lo, hi };
  });
}

function bodyOf(rows: readonly (TopicRow | SeriesRow)[], columns: readonly string[], form: Form): Kept {
  if (form === 'json') return new Kept(`${JSON.stringify({ rows })}\n`, CONTENT_TYPES.json);
  const cellOf = (value: unknown): Cell => (Array.isArray(value) ? value.join('; ') : (value as Cell));
  const lines = rows.map((row) =>
    lineOf(columns.map((name) => cellOf((row as Record<string, unknown>)[name]))),
  );
  return new Kept(lineOf(columns) + lines.join(''), CONTENT_TYPES.csv);
}

/** So many answers are kept; those of an older result fall out as newer ones come in. */
const MOST_KEPT = 64;

function remembered(
  { figures }: Serving,
  question: readonly string[],
  make: () => Promise<Kept>,
): Promise<Kept> {
  const key = question.join('\u0000');
  const known = figures.get(key);
  const answer = known ?? make();
  // The last one asked for stands last; what failed is asked anew.
  figures.delete(key);
  figures.set(key, answer);
  if (known === undefined) answer.catch(() => figures.delete(key));
  if (figures.size > MOST_KEPT) figures.delete(figures.keys().next().value!);
  return answer;
}
