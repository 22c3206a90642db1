/** What a sample's quotes tell: whether they stand around cells, as the dialect's, or inside them, as words. */
import type { Dialect } from './dialect.ts';
import { NO_QUOTE } from './dialect.ts';

export interface QuoteEvidence {
  /** Cells in quotes. */
  readonly wrapped: number;
  /** Of these, cells that could not stand without: a delimiter, a line end or an escaped quote is in them. */
  readonly needed: number;
  /** Of these, cells with an escaped quote in them, which nobody but a writer that quotes writes. */
  readonly escaped: number;
  /** Quotes outside of such cells. No writer that quotes leaves any. */
  readonly bare: number;
}

const NONE: QuoteEvidence = { wrapped: 0, needed: 0, escaped: 0, bare: 0 };

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export function quoteEvidence(sample: string, dialect: Dialect): QuoteEvidence {
  const { delimiter, quote, escape } = dialect;
  if (quote === NO_QUOTE || !sample.includes(quote)) return NONE;
  const [between, mark] = [literal(delimiter), literal(quote)];
  const pair = escape === 'doubled' ? mark + mark : '\\\\[^]';
  const plain = escape === 'doubled' ? `[^${mark}]` : `[^${mark}\\\\]`;
  const cell = new RegExp(
    `(?<=^|${between}|[\\r\\n])${mark}((?:${plain}|${pair})*)${mark}(?=[ \\t]*(?:${between}|[\\r\\n]|$))`,
    'g',
  );
  const pairs = new RegExp(pair);
  const special = new RegExp(`${between}|${pair}|[\\r\\n]`);
  let escaped = 0;
  let wrapped = 0;
  let needed = 0;
  const rest = sample.replace(cell, (_, body: string) => {
    wrapped++;
    if (special.test(body)) needed++;
    if (pairs.test(body)) escaped++;
    return '';
  });
  return { wrapped, needed, escaped, bare: rest.split(quote).length - 1 };
}
