/** Which way those who take a side lean, where so many do that it can be said. */
import { z } from 'zod';
import { type VoicedShare, boundsOf } from './voiced-share.ts';

/** `few`: under ten take a side or none at all; `unclear`: the interval of the split holds one half. */
export const LEANS = ['favor', 'against', 'unclear', 'few'] as const;
export const leanSchema = z.enum(LEANS);
export type Lean = (typeof LEANS)[number];

const FEWEST = 10;

/**
 * The lean among those who take a side: clear only where the split's 95 % interval leaves one half out.
 * @param sides how many records take a side
 * @param favor the share of favor among them; null where none takes one
 */
export function leanOf(sides: number, favor: VoicedShare | null): Lean {
  if (sides < FEWEST || favor === null) return 'few';
  const { lo, hi } = boundsOf(favor);
  if (lo > 0.5) return 'favor';
  return hi < 0.5 ? 'against' : 'unclear';
}
