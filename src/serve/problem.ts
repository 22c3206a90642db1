/** What goes wrong, as a client reads it: `application/problem+json` (RFC 9457). */
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';

export const PROBLEM_TYPE = 'application/problem+json';

export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    status: z.int(),
    /** What is wrong, in a few words. */
    title: z.string(),
    /** What to do about it. */
    detail: z.string().optional(),
    /** Which parts of a request are wrong, and why. */
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export type ProblemBody = z.infer<typeof problemSchema>;

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: NonNullable<ProblemBody['errors']>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown anywhere in a route; the app answers with it. */
export class Problem extends Error {
  readonly status: number;
  readonly #details: ProblemDetails;

  constructor(status: number, title: string, details: ProblemDetails = {}) {
    super(title, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'Problem';
    this.status = status;
    this.#details = details;
  }

  get body(): ProblemBody {
    const { detail, errors } = this.#details;
    return {
      type: 'about:blank',
      status: this.status,
      title: this.message || STATUS_CODES[this.status]!,
      ...(detail !== undefined && { detail }),
      ...(errors !== undefined && { errors }),
    };
  }

  get response(): Response {
    return new Response(`${JSON.stringify(this.body)}\n`, {
      status: this.status,
      headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...this.#details.headers },
    });
  }
}

/** What zod found wrong with a part of a request. */
export function invalid(what: string, error: z.ZodError): Problem {
  const errors = error.issues.map(({ path, message }) => ({ at: path.join('.') || what, message }));
  return new Problem(400, `The ${what} can't be used`, {
    detail: '/api/openapi.json describes what is asked for.',
    errors,
  });
}
