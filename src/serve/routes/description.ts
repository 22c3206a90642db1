/** `/api/openapi.json`: the interface, described for programs. */
import { z } from 'zod';
import { Kept, kept } from '../answers.ts';
import { MEDIA } from '../negotiation.ts';
import { openApiOf } from '../openapi.ts';
import type { Operation } from '../operation.ts';

const documentSchema = z.looseObject({ openapi: z.string() });

/** Describes the others, and itself. */
export function description(others: readonly Operation[], version: string): Operation {
  let body: Kept | null = null;
  const own: Operation = {
    id: 'getDescription',
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    hasTag: true,
    answers: { [MEDIA.json]: documentSchema },
    handle(c) {
      body ??= new Kept(`${JSON.stringify(openApiOf([...others, own], version))}\n`, MEDIA.json);
      return kept(c, body);
    },
  };
  return own;
}
