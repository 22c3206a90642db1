/** What a client asks for → conditions on the table of records. Values are bound, never part of a query. */
import { z } from 'zod';
import { KINDS, PLATFORMS, SENTIMENTS, STANCES } from '../reaction.ts';

const LONGEST = 500;
const MOST = 50;

const words = z.string().max(LONGEST);

/** A parameter that may be repeated: the records that match any of its values. */
function anyOf<T extends z.ZodType<string>>(value: T, description: string) {
  return z
    .array(value)
    .max(MOST)
    .optional()
    .meta({ description: `${description} May be repeated: any of them matches.` });
}

const orNone = <const T extends readonly string[]>(values: T) => z.enum([...values, ''] as const);

const DAY = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?`;
const MOMENT = new RegExp(`^${DAY}(T${TIME})?$`);

const moment = z
  .string()
  .regex(MOMENT, 'a day as in 2026-03-01, or a time as in 2026-03-01T18:30:00Z')
  .refine((value) => isInCalendar(value) && !Number.isNaN(instantOf(value)), 'no such day or time')
  .optional();

/** `2026-02-30` is none, though `Date` takes it for the second of March. */
function isInCalendar(value: string): boolean {
  const day = value.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Milliseconds since 1970; a time that names no zone is in UTC, as those of records are. */
function instantOf(value: string): number {
  return Date.parse(isDay(value) || /(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
}

/** All filters work together: a record must meet every one that is given. An empty value means "none". */
export const filterShape = {
  topic: anyOf(words, 'Topic by its name; empty for records without one.'),
  target: anyOf(words, 'Target that the record was asked about.'),
  stance: anyOf(
    z.enum(STANCES),
    'Stance toward the targets given, or toward any. `side` is another name for it.',
  ),
  sentiment: anyOf(orNone(SENTIMENTS), 'Sentiment; empty for records without a label.'),
  platform: anyOf(orNone(PLATFORMS), 'Platform; empty for those not known.'),
  language: anyOf(words, 'Language as ISO 639-1; empty for those not known.'),
  kind: anyOf(z.enum(KINDS), 'What the record is.'),
  speaker: anyOf(words, "Speaker by the resolved name; empty for those that can't be told."),
  from: moment.meta({
    description:
      'Published at this time or later; a day begins in the time zone of the summary, and a time without a zone is in UTC.',
  }),
  to: moment.meta({ description: 'Published at this time or before; a day counts to its end.' }),
  q: words.min(1).optional().meta({
    description:
      'Words that stand so in the text or in the name of the speaker; case and accents do not matter.',
  }),
} as const;

export const filterSchema = z.object(filterShape);

export type Filter = z.infer<typeof filterSchema>;

/** Filters by other names that people know: `side` is `stance`. */
export const FILTER_ALIASES: Readonly<Record<string, string>> = { side: 'stance' };

export type BoundValue = string | number | readonly string[];

export interface Condition {
  /** SQL of our own words only; what a client gave stands in `values`. */
  readonly sql: string;
  readonly values: Readonly<Record<string, BoundValue>>;
}

/** Joins label and target in the column `sides`: no text of a post or a name holds it by chance. */
export const UNIT_SEPARATOR = '\u001f';

const LISTED: readonly (readonly [keyof Filter, string])[] = [
  ['topic', "list_contains($topic, coalesce(topic, ''))"],
  ['sentiment', "list_contains($sentiment, coalesce(sentiment_label, ''))"],
  ['platform', "list_contains($platform, coalesce(platform, ''))"],
  ['language', "list_contains($language, coalesce(language, ''))"],
  ['kind', 'list_contains($kind, kind)'],
  ['speaker', "list_contains($speaker, coalesce(speaker_name, ''))"],
];

const SEARCHED = "strip_accents(lower(concat_ws(' ', text, speaker_name)))";

/** The condition for a filter; `true` where nothing is asked for. */
export function conditionOf(filter: Filter): Condition {
  const parts: string[] = [];
  const values: Record<string, BoundValue> = {};
  const add = (name: string, sql: string, value: BoundValue): void => {
    parts.push(sql);
    values[name] = value;
  };
  for (const [name, sql] of LISTED) {
    const value = filter[name];
    if (value !== undefined) add(name, sql, value);
  }
  addSides(filter, add);
  if (filter.from !== undefined) add('from', boundSql('from', filter.from, '>='), boundOf(filter.from));
  if (filter.to !== undefined) add('to', boundSql('to', filter.to, '<='), boundOf(filter.to));
  if (filter.q !== undefined) add('q', `contains(${SEARCHED}, strip_accents(lower($q)))`, filter.q);
  return { sql: parts.length === 0 ? 'true' : parts.join(' AND '), values };
}

type Add = (name: string, sql: string, value: BoundValue) => void;

/** A stance belongs to a target: both together ask for that stance toward that target. */
function addSides({ target, stance }: Filter, add: Add): void {
  if (target !== undefined && stance !== undefined) {
    const sides = target.flatMap((name) => stance.map((label) => `${label}${UNIT_SEPARATOR}${name}`));
    add('sides', 'list_has_any(sides, $sides)', sides);
  } else if (target !== undefined) add('target', 'list_has_any(targets, $target)', target);
  else if (stance !== undefined) add('stance', 'list_has_any(labels, $stance)', stance);
}

const isDay = (value: string): boolean => !value.includes('T');

const boundSql = (name: string, value: string, operator: '<=' | '>='): string =>
  isDay(value) ? `day ${operator} $${name}` : `epoch_ms(moment) ${operator} $${name}::BIGINT`;

const boundOf = (value: string): BoundValue => (isDay(value) ? value : instantOf(value));
