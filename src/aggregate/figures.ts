/** How figures and labels are put into words: the same on the terminal, on the page and in its script. */
import type { Interval, Share } from './interval.ts';

export const LABEL_WORDS = {
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  favor: 'in favor',
  against: 'against',
  none: 'no side',
} as const;

/** Below this many, one record moves a share by more than three points. */
export const SMALL = 30;

/** `1234567` → `1,234,567`. */
export function grouped(n: number): string {
  return n.toLocaleString('en-US');
}

/** `counted(1, 'post')` → `1 post`; `counted(2000, 'post')` → `2,000 posts`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** A whole percentage; below one and above ninety-nine it does not round to nothing or to all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1 %';
  if (share < 1 && share > 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

/** `62 % (55–68)`; an em dash where nothing could be counted. */
export function percentWithRange({ share, lo, hi }: Share | Interval): string {
  if (share === null || lo === null || hi === null) return '—';
  return `${percent(share)} (${Math.round(lo * 100)}–${Math.round(hi * 100)})`;
}
