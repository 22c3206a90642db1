/** Cells → moments: ISO 8601 in UTC, to the second. Times without a zone are taken for UTC. */

/** Minutes east of UTC, of the abbreviations that exports use. */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  bst: 60,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Posts are younger than the platforms; numbers beyond are no times. */
const FIRST = Date.UTC(1990, 0, 1);
const LAST = Date.UTC(2100, 0, 1);

/** Which of two numbers is the day, in dates as `03/04/2026`; null where nobody knows. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** The moment a cell tells, as `2026-03-01T18:30:00Z`; null where it tells none for certain. */
export function momentOf(cell: string, order: DayOrder = null): string | null {
  const text = cell.trim();
  if (text === '') return null;
  const time = unixTime(text) ?? isoTime(text) ?? wordyTime(text) ?? slashedTime(text, order);
  if (time === null || !(time >= FIRST && time < LAST)) return null;
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Seconds, milliseconds or microseconds since 1970, by their number of digits. */
function unixTime(text: string): number | null {
  const digits = /^(\d{9,16})(?:\.\d+)?$/.exec(text)?.[1];
  if (digits === undefined) return null;
  if (digits.length <= 10) return Number(digits) * 1000;
  return digits.length <= 13 ? Number(digits) : Number(digits) / 1000;
}

function isoTime(text: string): number | null {
  const match =
    /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AP]M)?)?\s*(\S.*)?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, half, zone] = match;
  const offset = offsetOf(zone);
  if (offset === null) return null;
  return utc(Number(year), Number(month), Number(day), clock(hour, minute, second, half), offset);
}

/** `Wed Oct 10 20:19:24 +0000 2018`, `Wed, 10 Oct 2018 20:19:24 GMT`, `07-Jul-25 5:12 PM`, `Jul 7, 2025`. */
function wordyTime(text: string): number | null {
  const month = MONTHS.indexOf(
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.exec(text)?.[1]?.toLowerCase() ?? '',
  );
  if (month === -1) return null;
  const time = /(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([AP]M)?/i.exec(text);
  const rest = time === null ? text : text.replace(time[0], ' ');
  const zone = /(?:^|\s)(?:GMT|UTC)?([+-]\d\d:?\d\d)(?=\s|$)|\b([A-Z]{3,4}|Z)\s*$/.exec(rest);
  const dated = zone === null ? rest : rest.replace(zone[0], ' ');
  const year = /\b(19|20)\d\d\b/.exec(dated)?.[0] ?? /[-/ ](\d\d)\s*$/.exec(dated)?.[1];
  const day = /(?<!\d)([0-3]?\d)(?=st|nd|rd|th|\b)(?!\d)/.exec(
    year === undefined ? dated : withoutLast(dated, year),
  )?.[1];
  const offset = offsetOf(zone?.[1] ?? zone?.[2]);
  if (year === undefined || day === undefined || offset === null) return null;
  return utc(
    fullYear(year),
    month + 1,
    Number(day),
    clock(time?.[1], time?.[2], time?.[3], time?.[4]),
    offset,
  );
}

/** Spreadsheets write years with two digits. */
const fullYear = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

function withoutLast(text: string, part: string): string {
  const at = text.lastIndexOf(part);
  return `${text.slice(0, at)} ${text.slice(at + part.length)}`;
}

/** `31/12/2025 14:00`, `12/31/25`, `31.12.2025`; where both readings are possible, `order` decides. */
function slashedTime(text: string, order: DayOrder): number | null {
  const match =
    /^(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?\s*([AP]M)?)?\s*(\S.*)?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, first, mark, second, year, hour, minute, seconds, half, zone] = match;
  const known = dayOrderOf(text) ?? (mark === '.' ? 'day-first' : order);
  const offset = offsetOf(zone);
  if (known === null || offset === null) return null;
  const [day, month] = known === 'day-first' ? [first, second] : [second, first];
  return utc(fullYear(year!), Number(month), Number(day), clock(hour, minute, seconds, half), offset);
}

/** What one date tells about the order of day and month in its column. */
export function dayOrderOf(cell: string): DayOrder {
  const match = /^\s*(\d\d?)[/.-](\d\d?)[/.-](?:\d{4}|\d\d)(?!\d)/.exec(cell);
  if (match === null) return null;
  if (Number(match[1]) > 12) return 'day-first';
  return Number(match[2]) > 12 ? 'month-first' : null;
}

/** Seconds of the day; NaN where the clock shows none. */
function clock(hour?: string, minute?: string, second?: string, half?: string): number {
  if (hour === undefined) return 0;
  const twelve =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const [minutes, seconds] = [Number(minute), Number(second ?? 0)];
  return twelve < 24 && minutes < 60 && seconds < 61 ? twelve * 3600 + minutes * 60 + seconds : Number.NaN;
}

/** Minutes east of UTC; 0 without a zone, null for a zone nobody knows. */
function offsetOf(zone: string | undefined): number | null {
  const text = zone?.trim() ?? '';
  if (text === '') return 0;
  const match = /^(?:GMT|UTC)?([+-])(\d\d):?(\d\d)?$/i.exec(text);
  if (match === null) return ZONES[text.toLowerCase()] ?? null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function utc(year: number, month: number, day: number, seconds: number, offset: number): number | null {
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const time = midnight + seconds * 1000 - offset * 60_000;
  return Number.isNaN(time) ? null : time;
}
