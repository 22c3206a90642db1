/** Days as the columns of a chart: none left out between the first and the last, and never too many. */
import type { DaySummary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS, type SentimentLabel } from '../reaction.ts';

export interface Column {
  /** `2026-03-01`, or `2026-03` or `2026` where a column is longer. */
  readonly name: string;
  readonly n: number;
  readonly sentiment: Readonly<Record<SentimentLabel, number>>;
}

type Day = Pick<DaySummary, 'day' | 'n' | 'sentiment'>;

/** More columns than this are thinner than a pixel on a phone. */
const MOST = 370;

/** What a column stands for. */
export type Step = 'day' | 'month' | 'year';

/** How much of an ISO date names a column. */
const LENGTHS: Readonly<Record<Step, number>> = { day: 10, month: 7, year: 4 };

/** The finest step that gives at most 370 columns; years where none does. */
export function stepOf(days: readonly Day[]): Step {
  const [first, last] = [dateOf(days[0]!.day), dateOf(days.at(-1)!.day)];
  const months =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
  if ((last.getTime() - first.getTime()) / 86_400_000 < MOST) return 'day';
  return months < MOST ? 'month' : 'year';
}

/** One column a step, empty ones too; `days` are in order and at least one. */
export function columnsOf(days: readonly Day[]): Column[] {
  const step = stepOf(days);
  const columns = new Map<string, Column>();
  for (const date = dateOf(days[0]!.day); isoOf(date) <= days.at(-1)!.day; advance(date, step)) {
    const name = isoOf(date).slice(0, LENGTHS[step]);
    columns.set(name, { name, n: 0, sentiment: { negative: 0, neutral: 0, positive: 0 } });
  }
  for (const day of days) {
    const name = day.day.slice(0, LENGTHS[step]);
    columns.set(name, together(name, columns.get(name), day));
  }
  return [...columns.values()];
}

/** To the beginning of the next step. */
function advance(date: Date, step: Step): void {
  if (step === 'day') date.setUTCDate(date.getUTCDate() + 1);
  else if (step === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 1);
  else date.setUTCFullYear(date.getUTCFullYear() + 1, 0, 1);
}

function together(name: string, column: Column | undefined, day: Day): Column {
  const sums = SENTIMENTS.map(
    (label) => [label, (column?.sentiment[label] ?? 0) + day.sentiment[label]] as const,
  );
  const sentiment = Object.fromEntries(sums) as Column['sentiment'];
  return { name, n: (column?.n ?? 0) + day.n, sentiment };
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);
