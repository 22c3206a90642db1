/** `/api/reactions`: pages of records, or all of them as a stream. */
import { setImmediate } from 'node:timers/promises';
import type { Context } from 'hono';
import { z } from 'zod';
import { canonicalWriter, lineOf } from '../../report/records.ts';
import { SCORED_COLUMNS } from '../../report/columns.ts';
import { fieldsOfRow } from '../../report/row-record.ts';
import { Kept, digestOf, kept, streamed } from '../answers.ts';
import { bindingOf, cursorOf, positionOf } from '../cursor.ts';
import { type Condition, type Filter, conditionOf, filterShape } from '../filters.ts';
import { CONTENT_TYPES, type Form, MEDIA, formOf } from '../negotiation.ts';
import { type Operation, queryOf } from '../operation.ts';
import type { Result } from '../result.ts';
import type { Serving } from '../serving.ts';
import { MOST_ROWS, SOME_ROWS, pageSchema } from '../shapes.ts';
import { ORDER_NAMES, type StoredRow } from '../stored.ts';

const FORMS = ['json', 'ndjson', 'csv'] as const;
/** Rows that a stream asks for and holds, and those that it makes lines of without letting others in. */
const STREAMED_ROWS = 250;
const ROWS_AT_ONCE = 50;

const querySchema = z.object({
  ...filterShape,
  order: z.enum(ORDER_NAMES).default('reading').meta({
    description:
      'Order: that of reading, by time, or most engagement first; equal ones in the order of reading.',
  }),
  limit: z
    .number()
    .int()
    .min(1)
    .max(MOST_ROWS)
    .optional()
    .meta({
      description: `Records on a page; ${SOME_ROWS} unless given. NDJSON and CSV hold all records unless it is given. \`_size\` is another name for it.`,
    }),
  cursor: z.string().optional().meta({
    description:
      '`next` of the page before, with the same filters and order. `_next` is another name for it.',
  }),
});

type Query = z.infer<typeof querySchema>;

export const reactions: Operation = {
  id: 'listReactions',
  method: 'get',
  path: '/api/reactions',
  suffixes: ['json', 'ndjson', 'csv'],
  summary: 'Records, filtered, page by page or as a stream',
  description:
    'Filters work together. Pages are stable: `next` leads through every record once, and is refused once the result is another one. The header `Link` names the next page too. Grafana (Infinity): type JSON, rows/root `rows`.',
  query: querySchema,
  answers: { [MEDIA.json]: pageSchema, [MEDIA.ndjson]: null, [MEDIA.csv]: null },
  problems: [406, 503],
  handle: (c, serving) => answered(c, serving),
};

/** What is asked for, and of which result. */
interface Asked {
  readonly result: Result;
  readonly query: Query;
  readonly where: Condition;
  readonly binding: string;
  readonly signal: AbortSignal;
}

async function answered(c: Context, { current }: Serving): Promise<Response> {
  const form = formOf(c, FORMS);
  const query = queryOf(c, querySchema);
  const { result, giveBack } = current.borrow();
  const { order, limit: _limit, cursor: _cursor, ...filter } = query;
  const asked: Asked = {
    result,
    query,
    where: conditionOf(filter as Filter),
    binding: bindingOf(result.recordsVersion, [order, filter]),
    signal: c.req.raw.signal,
  };
  try {
    if (form !== 'json' && query.limit === undefined) return allOf(c, asked, form, giveBack);
    const page = await pageOf(c, asked, form);
    giveBack();
    return page;
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function pageOf(
  c: Context,
  { result, query, where, binding, signal }: Asked,
  form: Form,
): Promise<Response> {
  const { order, limit = SOME_ROWS, cursor } = query;
  const after = cursor === undefined ? null : positionOf(cursor, binding);
  // One more than is shown tells whether there is another page.
  const found = await result.records.page(where, { order, after, limit: limit + 1 }, signal);
  const rows = found.slice(0, limit);
  const next = found.length > limit ? cursorOf(rows.at(-1)!.position, binding) : null;
  const nextUrl = next === null ? null : addressOf(c, next);
  const link = nextUrl === null ? {} : { link: `<${nextUrl}>; rel="next"` };
  if (form !== 'json')
    return kept(c, new Kept((form === 'csv' ? HEAD : '') + linesOf(rows, form), CONTENT_TYPES[form]), link);
  const total = await result.records.count(where, signal);
  const page = { rows: rows.map(({ cells }) => fieldsOfRow(cells)), total, next, next_url: nextUrl };
  return kept(c, new Kept(`${JSON.stringify(page)}\n`, CONTENT_TYPES.json), link);
}

function addressOf(c: Context, cursor: string): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('_next');
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams}`;
}

function allOf(c: Context, asked: Asked, form: 'ndjson' | 'csv', giveBack: () => void): Response {
  const { result, query, where, binding, signal } = asked;
  const { order, cursor } = query;
  const after = cursor === undefined ? null : positionOf(cursor, binding);
  async function* pieces(): AsyncGenerator<string> {
    let position = after;
    if (form === 'csv') yield HEAD;
    for (;;) {
      const rows = await result.records.page(where, { order, after: position, limit: STREAMED_ROWS }, signal);
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        yield linesOf(rows.slice(from, from + ROWS_AT_ONCE), form);
        // Whoever else asks gets a turn.
        await setImmediate();
      }
      if (rows.length < STREAMED_ROWS) return;
      position = rows.at(-1)!.position;
    }
  }
  const digest = digestOf(binding, cursor ?? '', form);
  return streamed(c, { digest, type: CONTENT_TYPES[form], pieces, onEnd: giveBack });
}

const HEAD = canonicalWriter('csv').head();

/** Cells come as CSV wants them: only NDJSON makes records of them again. */
function linesOf(rows: readonly StoredRow[], form: Exclude<Form, 'json'>): string {
  const line =
    form === 'csv'
      ? ({ cells }: StoredRow): string => lineOf(SCORED_COLUMNS.map(({ name }) => cells[name] ?? null))
      : ({ cells }: StoredRow): string => `${JSON.stringify(fieldsOfRow(cells))}\n`;
  return rows.map(line).join('');
}
