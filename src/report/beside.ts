/** The same shares read another way, to stand beside the plain ones on the terminal and on the page. */
import type { Distribution } from '../aggregate/distribution.ts';
import type { Interval } from '../aggregate/interval.ts';
import type { Weighting } from '../aggregate/voiced-counts.ts';
import { counted, grouped } from './wording.ts';

export interface Reading<L extends string> {
  readonly name: string;
  /** What stands behind it, in the place of a count. */
  readonly n: string;
  /** The same as a clause: `as sure as n 12`. */
  readonly clause: string;
  readonly shares: Readonly<Record<L, Interval>>;
}

const WEIGHT_WORDS: Readonly<Record<Weighting, string>> = {
  engagement: 'by engagement',
  voices: 'one voice each',
};

export function readingsBeside<L extends string>({ weighted }: Distribution<L>): Reading<L>[] {
  if (weighted === null) return [];
  const n = grouped(Math.round(weighted.effective));
  return [
    { name: WEIGHT_WORDS[weighted.by], n: `~${n}`, clause: `as sure as n ${n}`, shares: weighted.shares },
  ];
}

/** Where voices repeat themselves so much that the records tell clearly less than their number. */
export function repeatedVoices({
  n,
  effective,
}: Pick<Distribution<never>, 'n' | 'effective'>): string | null {
  if (effective === null || effective > 0.8 * n) return null;
  return `voices repeat: no surer than ${counted(Math.round(effective), 'record')} by different voices`;
}
