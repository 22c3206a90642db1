/** The shape of a share, as a summary holds it. */
import { z } from 'zod';
import type { Share } from './interval.ts';

const fraction = z.number().min(0).max(1);

/** `n` of a base, its share of the base and a 95 % interval; the share is null where the base is empty. */
export const shareSchema = z
  .object({
    n: z.int().nonnegative(),
    share: fraction.nullable(),
    lo: fraction.nullable(),
    hi: fraction.nullable(),
  })
  .readonly() satisfies z.ZodType<Share>;
