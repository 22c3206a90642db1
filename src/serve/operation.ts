/** One operation of the interface: where, what is asked for, what is answered. Routes and OpenAPI come from it. */
import type { Context } from 'hono';
import { z } from 'zod';
import { FILTER_ALIASES } from './filters.ts';
import type { Form } from './negotiation.ts';
import { Problem, invalid } from './problem.ts';
import type { Serving } from './serving.ts';

/** Media type → the schema of such an answer; null for what JSON Schema does not describe. */
export type Answers = Readonly<Record<string, z.ZodType | null>>;

export interface Operation {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answers: Answers;
  /** Beside those that every operation may answer with. */
  readonly problems?: readonly number[];
  /** Other paths of the same, which say the form: `/api/reactions.csv`. */
  readonly suffixes?: readonly Form[];
  /** Whether an answer has an ETag, by which a client can ask whether it still holds. */
  readonly hasTag?: boolean;
  /** Headers of the answer, beside those of every answer, and what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers of the request that it heeds, beside those of every request. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /** Answers without a token. */
  readonly isOpen?: boolean;
  handle(c: Context, serving: Serving): Response | Promise<Response>;
}

const ALIASES: Readonly<Record<string, string>> = { ...FILTER_ALIASES, _size: 'limit', _next: 'cursor' };

/** The query, checked. @throws Problem 400 for an unknown parameter, a repeated one, or a value that does not fit */
export function queryOf<T extends z.ZodObject>(c: Context, schema: T): z.infer<T> {
  const given = new URL(c.req.url).searchParams;
  const values: Record<string, unknown> = {};
  for (const asked of new Set(given.keys())) {
    const name = ALIASES[asked] ?? asked;
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
    if (field === undefined) throw unknownParameter(asked, Object.keys(schema.shape));
    const value = valueOf(asked, given.getAll(asked), coreOf(field as z.ZodType));
    if (value === undefined) continue;
    const before = values[name];
    if (before !== undefined && !Array.isArray(before)) throw givenTwice(asked);
    values[name] = Array.isArray(before) ? [...(before as unknown[]), ...(value as unknown[])] : value;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw invalid('query', parsed.error);
  return parsed.data;
}

function valueOf(name: string, values: readonly string[], field: z.ZodType): unknown {
  if (field instanceof z.ZodArray) return values;
  if (values.length > 1) throw givenTwice(name);
  const [value = ''] = values;
  // A form sends its empty fields along.
  if (value === '') return undefined;
  return field instanceof z.ZodNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}

function coreOf(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault
    ? coreOf(field.unwrap() as z.ZodType)
    : field;
}

function unknownParameter(name: string, known: readonly string[]): Problem {
  return new Problem(400, 'There is no such parameter', {
    detail: `Known are ${known.join(', ')}.`,
    errors: [{ at: name, message: 'unknown' }],
  });
}

const givenTwice = (name: string): Problem =>
  new Problem(400, `The parameter ${name} is given more than once`);
