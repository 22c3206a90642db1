/** Stretches of time as the columns of a chart, none thinner than a few pixels. */

export type Step = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAYS: Readonly<Record<Step, number>> = { day: 1, week: 7, month: 30, quarter: 91, year: 365 };
const THINNEST = 3;

/** The finest step whose columns are three pixels wide or more; years where none is. */
export function stepFor(first: number, last: number, width: number): Step {
  const steps = Object.keys(DAYS) as Step[];
  return steps.find((step) => ((last - first + 1) / DAYS[step]) * THINNEST <= width) ?? 'year';
}

/** The first day of the step that holds `day`; weeks begin on Monday. Days are counted from 1970. */
export function stepStart(day: number, step: Step): number {
  if (step === 'day') return day;
  // 1970 began on a Thursday.
  if (step === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * 86_400_000);
  const month =
    step === 'month'
      ? date.getUTCMonth()
      : step === 'quarter'
        ? date.getUTCMonth() - (date.getUTCMonth() % 3)
        : 0;
  return Date.UTC(date.getUTCFullYear(), month, 1) / 86_400_000;
}

/** The first day after the step that begins on `day`. */
export function nextStep(day: number, step: Step): number {
  if (step === 'day' || step === 'week') return day + DAYS[step];
  const date = new Date(day * 86_400_000);
  const months = step === 'month' ? 1 : step === 'quarter' ? 3 : 12;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
}
