/** Which way those who take a side lean, where so many do that it can be said. */
import { z } from 'zod';
import { wilson } from './interval.ts';

/** `few`: under ten take a side or none at all; `unclear`: the interval of the split holds one half. */
export const LEANS = ['favor', 'against', 'unclear', 'few'] as const;
export const leanSchema = z.enum(LEANS);
export type Lean = (typeof LEANS)[number];

const FEWEST = 10;

/** The lean among those who take a side: clear only where the split's 95 % interval leaves one half out. */
export function leanOf(favor: number, against: number): Lean {
  const sides = favor + against;
  if (sides < FEWEST) return 'few';
  const { lo, hi } = wilson(favor / sides, sides);
  if (lo > 0.5) return 'favor';
  return hi < 0.5 ? 'against' : 'unclear';
}
