/** `/api/reactions`: pages of records, or all of them as a stream. */
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
import type { Pace } from '../pace.ts';
import type { Result } from '../result.ts';
import type { Serving } from '../serving.ts';
import { MOST_ROWS, SOME_ROWS, pageSchema } from '../shapes.ts';
import { ORDER_NAMES, type StoredRow, cellsOf } from '../stored.ts';

const FORMS = ['json', 'ndjson', 'csv'] as const;
/** Rows that a stream asks for and holds: few until so many are read that somebody reads, then more. */
const FIRST_ROWS = 200;
const ROWS_READ = 20_000;
/** Rows of which lines are made without letting others in. */
const ROWS_AT_ONCE = 40;

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
  suffixes: FORMS,
  hasTag: true,
  headers: { Link: 'The next page, where there is one: `rel="next"`.' },
  summary: 'Records, filtered, page by page or as a stream',
  description:
    'Filters work together. Pages are stable: `next` leads through every record once, and is refused once the result is another one. Grafana (Infinity): type JSON, rows/root `rows`.',
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

async function answered(c: Context, { current, pace }: Serving): Promise<Response> {
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
    if (form !== 'json' && query.limit === undefined) return allOf(c, asked, { form, pace, giveBack });
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
  const page = { rows: rows.map(recordIn), total, next, next_url: nextUrl };
  return kept(c, new Kept(`${JSON.stringify(page)}\n`, CONTENT_TYPES.json), link);
}

function addressOf(c: Context, cursor: string): string {
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.delete('_next');
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams}`;
}

interface Stream {
  readonly form: 'ndjson' | 'csv';
  readonly pace: Pace;
  readonly giveBack: () => void;
}

function allOf(c: Context, asked: Asked, { form, pace, giveBack }: Stream): Response {
  const { result, query, where, binding, signal } = asked;
  const { order, cursor } = query;
  const first = cursor === undefined ? null : positionOf(cursor, binding);
  async function* pieces(): AsyncGenerator<string> {
    if (form === 'csv') yield HEAD;
    let after = first;
    for (let sent = 0, isEnd = false; !isEnd;) {
      const limit = sent < ROWS_READ ? FIRST_ROWS : MOST_ROWS;
      const question = (): Promise<StoredRow[]> =>
        result.records.page(where, { order, after, limit }, signal);
      const rows = await pace.asked(question, signal);
      isEnd = rows.length < limit;
      sent += rows.length;
      after = rows.at(-1)?.position ?? null;
      // Who does not read holds on to nothing that was sent.
      while (rows.length > 0) {
        const some = rows.splice(0, ROWS_AT_ONCE);
        yield await pace.step(() => linesOf(some, form));
      }
    }
  }
  const digest = digestOf(binding, cursor ?? '', form);
  return streamed(c, { digest, type: CONTENT_TYPES[form], pieces, onEnd: giveBack });
}

const HEAD = canonicalWriter('csv').head();

const COLUMN_NAMES = SCORED_COLUMNS.map(({ name }) => name);

function recordIn(row: StoredRow): object {
  const cells = cellsOf(row);
  return fieldsOfRow(Object.fromEntries(COLUMN_NAMES.map((name, index) => [name, cells[index]!])));
}

/** Cells come as CSV wants them: only NDJSON makes records of them again. */
function linesOf(rows: readonly StoredRow[], form: Exclude<Form, 'json'>): string {
  const line =
    form === 'csv'
      ? (row: StoredRow): string => lineOf(cellsOf(row))
      : (row: StoredRow): string => `${JSON.stringify(recordIn(row))}\n`;
  return rows.map(line).join('');
}
