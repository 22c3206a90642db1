/** The calendar day of a moment in a time zone. */
import { HearsayError } from '../errors.ts';

/** `2026-03-01T23:30:00Z` → `2026-03-02` in Berlin; null for no date or one that can't be read. */
export type DayOf = (publishedAt: string | null) => string | null;

/** Every zone's offset is a multiple of a quarter of an hour, so the days of a million posts are few look-ups. */
const QUARTER = 15 * 60_000;
const MOST_KEPT = 100_000;

/** Throws a usage error for a zone that is not known. */
export function dayIn(timeZone: string): DayOf {
  const format = formatFor(timeZone);
  const days = new Map<number, string>();
  return (publishedAt) => {
    const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
    if (Number.isNaN(time)) return null;
    const quarter = Math.floor(time / QUARTER);
    const known = days.get(quarter);
    if (known !== undefined) return known;
    if (days.size >= MOST_KEPT) days.clear();
    const day = isoDay(format, quarter * QUARTER);
    days.set(quarter, day);
    return day;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch (cause) {
    throw new HearsayError('usage', `there is no time zone "${timeZone}"`, {
      cause,
      remedy: 'Name one as in Europe/Berlin or UTC.',
    });
  }
}

function isoDay(format: Intl.DateTimeFormat, time: number): string {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.get('year')!.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}
