/** `POST /api/analyze`: sentiment and stance of a few texts. */
import type { Context } from 'hono';
import { MEDIA } from '../negotiation.ts';
import type { Operation } from '../operation.ts';
import { Problem, invalid } from '../problem.ts';
import type { Serving } from '../serving.ts';
import { LIMITS, analyzeAnswerSchema, analyzeRequestSchema } from '../shapes.ts';

export const analyze: Operation = {
  id: 'analyzeTexts',
  method: 'post',
  path: '/api/analyze',
  summary: 'Sentiment, and stance toward targets, of a few texts',
  description: `At most ${LIMITS.texts} texts of ${LIMITS.characters.toLocaleString('en')} characters, toward at most ${LIMITS.targets} targets each. One request is worked on at a time and a few wait; 429 says that too many do. Nothing is kept.`,
  body: analyzeRequestSchema,
  answers: { [MEDIA.json]: analyzeAnswerSchema },
  problems: [403, 413, 415, 503],
  handle: (c, serving) => answered(c, serving),
};

async function answered(c: Context, { desk, metrics }: Serving): Promise<Response> {
  const parsed = analyzeRequestSchema.safeParse(await jsonIn(c));
  if (!parsed.success) throw invalid('body', parsed.error);
  const answer = await desk.scored(parsed.data, c.req.raw.signal);
  metrics.scored(answer.rows.length);
  c.header('cache-control', 'no-store');
  return c.json(answer);
}

/** JSON by its name alone: what a form of a foreign page can send is none. */
async function jsonIn(c: Context): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
    throw new Problem(415, 'The body must be JSON', { detail: 'Send content-type: application/json.' });
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Problem(400, "The body can't be read as JSON", { detail: (cause as Error).message, cause });
  }
}
