/** Two exports, or one before and after a moment → what differs. Topics are found over both together. */
import { type Comparison, comparisonBuilder, type Side } from '../aggregate/compare.ts';
import { dayIn } from '../aggregate/day.ts';
import { HearsayError } from '../errors.ts';
import { recordNames } from '../formats/source.ts';
import type { ScoredReaction } from '../reaction.ts';
import { contentWords } from '../text/terms.ts';
import type { AnalyzeOptions } from './context.ts';
import { openRun } from './run.ts';

export interface CompareOptions extends AnalyzeOptions {
  /** With one file: a day (`2026-10-25`, in `timeZone`) or a moment in ISO 8601 from which on it is B. */
  readonly split?: string | undefined;
}

/** @throws HearsayError `usage` unless there are two files, or one and `split` */
export async function compared(files: readonly string[], options: CompareOptions): Promise<Comparison> {
  const { sideOf, names } = sidesOf(files, options);
  const run = await openRun(files, options);
  const builder = comparisonBuilder(contentWords);
  let undated = 0;
  try {
    for await (const reaction of run.reactions) {
      const side = sideOf(reaction);
      if (side === null) undated += 1;
      else builder.add(reaction, side);
    }
  } finally {
    await run.close();
  }
  if (undated > 0)
    options.onNotice?.(`${undated} ${undated === 1 ? 'record' : 'records'} without a date: on neither side`);
  return builder.comparison(names);
}

interface Sides {
  readonly names: Readonly<Record<Side, string>>;
  readonly sideOf: (reaction: ScoredReaction) => Side | null;
}

function sidesOf(files: readonly string[], { split, timeZone = 'UTC' }: CompareOptions): Sides {
  if (split === undefined) return filesApart(files);
  if (files.length !== 1) throw usage('--split parts one file into before and after', 'Name one file.');
  const sideOf = /^\d{4}-\d{2}-\d{2}$/.test(split) ? daysApart(split, timeZone) : momentsApart(split);
  return { names: { a: `before ${split}`, b: `from ${split} on` }, sideOf };
}

function filesApart(files: readonly string[]): Sides {
  const [a, b] = recordNames(files);
  if (files.length !== 2 || a === undefined || b === undefined || a === b)
    throw usage('two different files are compared', 'Name two files, or one and --split DATE.');
  return { names: { a, b }, sideOf: ({ provenance }) => (provenance.document === a ? 'a' : 'b') };
}

function daysApart(split: string, timeZone: string): Sides['sideOf'] {
  const dayOf = dayIn(timeZone);
  if (Number.isNaN(Date.parse(split))) throw noDate(split);
  return ({ publishedAt }) => {
    const day = dayOf(publishedAt);
    return day === null ? null : day < split ? 'a' : 'b';
  };
}

function momentsApart(split: string): Sides['sideOf'] {
  const moment = Date.parse(split);
  if (Number.isNaN(moment)) throw noDate(split);
  return ({ publishedAt }) => {
    const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
    return Number.isNaN(time) ? null : time < moment ? 'a' : 'b';
  };
}

const usage = (message: string, remedy: string): HearsayError =>
  new HearsayError('usage', message, { remedy });
const noDate = (split: string): HearsayError =>
  usage(`"${split}" is no date`, 'Write it as 2026-10-25 or 2026-10-25T18:00:00Z.');
