/**
 * Where a page ends, as an opaque token (keyset paging): the key of its last record. It names the result and
 * the question that it belongs to, so that a token is refused, not misread, once either has changed.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Problem } from './problem.ts';

const LONGEST = 300;

/** The last record of a page: its sort key, and its place in the order of reading. */
export interface Position {
  readonly key: number;
  readonly place: number;
}

const cursorSchema = z.tuple([z.string(), z.number(), z.int().nonnegative()]);

/** What a cursor is bound to: the checksum of the records and all that selects and sorts them. */
export function bindingOf(version: string, question: unknown): string {
  return createHash('sha256')
    .update(`${version}\n${JSON.stringify(question)}`)
    .digest('base64url')
    .slice(0, 16);
}

export function cursorOf({ key, place }: Position, binding: string): string {
  return Buffer.from(JSON.stringify([binding, key, place])).toString('base64url');
}

/** @throws Problem 400 for what is no cursor, or one of another result or question */
export function positionOf(cursor: string, binding: string): Position {
  const [bound, key, place] = parsed(cursor) ?? [];
  if (bound === undefined)
    throw new Problem(400, 'This is no cursor', { detail: 'Take `next` of a page as it is.' });
  if (bound !== binding)
    throw new Problem(400, 'This cursor belongs to another question or to an older result', {
      detail: 'Begin again without a cursor; keep the filters and the order while you page.',
    });
  return { key: key!, place: place! };
}

function parsed(cursor: string): z.infer<typeof cursorSchema> | null {
  if (cursor.length > LONGEST) return null;
  try {
    return cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString())).data ?? null;
  } catch {
    return null;
  }
}
