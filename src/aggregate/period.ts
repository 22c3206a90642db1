/** Hours, days and weeks in a time zone, clock changes told right. */
import { dayIn, type DayOf } from './day.ts';

export const PERIODS = ['hour', 'day', 'week'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * The name of the period that a moment is in, or null without one: `2026-10-25T02:00+02:00` (the hour that comes
 * twice when clocks go back has two names), `2026-10-25`, or the ISO 8601 week `2026-W43`. Names sort by time
 * within a zone, but for the hour that comes twice; `periodsBetween` gives them in order.
 */
export function periodIn(timeZone: string, by: Period): DayOf {
  const dayOf = dayIn(timeZone);
  if (by === 'day') return dayOf;
  if (by === 'week') return (publishedAt) => weekOf(dayOf(publishedAt));
  const offsetOf = offsetIn(timeZone);
  return (publishedAt) => {
    const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
    if (Number.isNaN(time)) return null;
    const minutes = offsetOf(time);
    const local = new Date(time + minutes * 60_000).toISOString().slice(0, 13);
    return `${local}:00${offsetName(minutes)}`;
  };
}

/** Every period from the first moment to the last, empty ones too, in order of time. */
export function periodsBetween(first: number, last: number, by: Period, nameOf: DayOf): string[] {
  // No zone's day is shorter than six hours, and none's hour begins but at a quarter.
  const step = by === 'hour' ? 15 * 60_000 : 6 * 3_600_000;
  const names = new Set<string>();
  for (let time = first; time < last; time += step) names.add(nameOf(new Date(time).toISOString())!);
  return [...names.add(nameOf(new Date(last).toISOString())!)];
}

/** The ISO 8601 week of a day: it belongs to the year in which its Thursday lies. */
function weekOf(day: string | null): string | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((date.getTime() - start) / 86_400_000 + 1) / 7);
  return `${date.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

/** Minutes that clocks in the zone are ahead of UTC at a moment; looked up once a quarter of an hour. */
function offsetIn(timeZone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, number>();
  return (time) => {
    const quarter = Math.floor(time / 900_000);
    const found = known.get(quarter) ?? minutesOf(format, quarter * 900_000);
    if (known.size > 100_000) known.clear();
    known.set(quarter, found);
    return found;
  };
}

function minutesOf(format: Intl.DateTimeFormat, time: number): number {
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')!.value;
  const match = /([+-])(\d\d):(\d\d)/u.exec(name);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function offsetName(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
