/** When far more was said than usual, on the terminal. */
import type { GroupSummary } from '../aggregate/summary-schema.ts';
import { indented } from './cells.ts';
import type { Screen } from './table-screen.ts';
import { grouped } from './wording.ts';

const MOST = 3;

interface Burst {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** The largest bursts, each from its first period to its last, after a blank line; nothing where there is none. */
export function burstLines({ timeline: { by, periods } }: GroupSummary, { width }: Screen): string[] {
  const bursts = burstsOf(periods);
  if (bursts.length === 0) return [];
  const mean = periods.reduce((sum, { n }) => sum + n, 0) / periods.length;
  const told = bursts
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST)
    .map(({ from, to, n }) => `${from === to ? from : `${from} to ${to}`} (${grouped(n)})`);
  const usual = mean < 10 ? mean.toFixed(1) : grouped(Math.round(mean));
  const sentence = `Bursts: ${told.join(', ')}; the average is ${usual} ${by === 'hour' ? 'an' : 'a'} ${by}`;
  return ['', ...indented(sentence, width, 2)];
}

function burstsOf(periods: GroupSummary['timeline']['periods']): Burst[] {
  const bursts: Burst[] = [];
  periods.forEach(({ period, n, burst }, i) => {
    if (!burst) return;
    const open = periods[i - 1]?.burst === true ? bursts.pop() : undefined;
    bursts.push({ from: open?.from ?? period, to: period, n: n + (open?.n ?? 0) });
  });
  return bursts;
}
