/** Which form of an answer a client wants: by the address's suffix, else by `Accept`; and how it is packed. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { Problem } from './problem.ts';

export const MEDIA = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
} as const;

export type Form = keyof typeof MEDIA;

export const CONTENT_TYPES: Readonly<Record<Form, string>> = {
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
};

/** Names that clients also use for NDJSON. */
const NDJSON_NAMES = ['application/ndjson', 'application/jsonl', 'application/jsonlines'];

/** The form wanted, of those there are. @throws Problem 406 where the client takes none of them */
export function formOf(c: Context, forms: readonly Form[]): Form {
  const suffix = /\.(json|ndjson|csv)$/.exec(c.req.path)?.[1] as Form | undefined;
  if (suffix !== undefined) return suffix;
  const header = c.req.header('accept');
  const names = forms.flatMap((form) =>
    form === 'ndjson' ? [MEDIA.ndjson, ...NDJSON_NAMES] : [MEDIA[form]],
  );
  const isAnyTaken = header === undefined || /\*\/\*(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(header);
  const name = accepts(c, { header: 'Accept', supports: names, default: isAnyTaken ? MEDIA.json : '' });
  if (name === '') throw notAcceptable(forms);
  return NDJSON_NAMES.includes(name) ? 'ndjson' : forms.find((form) => MEDIA[form] === name)!;
}

function notAcceptable(forms: readonly Form[]): Problem {
  return new Problem(406, 'There is no such form of this', {
    detail: `Accept one of ${forms.map((form) => MEDIA[form]).join(', ')}.`,
  });
}

export type Packing = 'br' | 'gzip' | 'identity';

/** The best packing that the client reads. */
export function packingOf(c: Context): Packing {
  return accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: 'identity',
  }) as Packing;
}
