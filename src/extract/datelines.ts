/** Where and when a report was filed, as agencies set it before the first sentence: "KABUL —", "Lima (Reuters) -". */

const MONTH = String.raw`\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`;
const DAY = String.raw`,?\s+(?:\d{1,2}\s+${MONTH}|${MONTH}\s+\d{1,2})(?:,?\s+\d{4})?`;
const AGENCY = String.raw`\s*\(\p{Lu}[\p{L}. /]{1,30}\)`;
const REST = String.raw`(?:,\s*\p{Lu}[\p{L}.’' -]{1,30}?)?`;
const DASH = String.raw`(?:\s*—\s*|\s*(?:–|--?)\s)`;
/** In capitals a place is enough; in small letters it takes a day or an agency. */
const DATELINE = new RegExp(
  String.raw`^(\p{Lu}{2}[\p{Lu}.’' -]{0,30}?${REST})(?:${DAY})?(?:${AGENCY})?${DASH}|` +
    String.raw`^(\p{Lu}\p{L}[\p{L}.’' -]{0,30}?${REST})(?:${DAY}(?:${AGENCY})?|${AGENCY})${DASH}|^(${AGENCY})${DASH}`,
  'u',
);
const ANY_CASE_MONTH = new RegExp(MONTH, 'giu');

/** The place of a dateline at the start of a paragraph; null where none stands. */
export function datelineOf(paragraph: string): string | null {
  const head = paragraph.slice(0, 120).replace(ANY_CASE_MONTH, (month) => month.toLowerCase());
  const [, capitals, filed, agency] = DATELINE.exec(head) ?? [];
  return (capitals ?? filed ?? agency ?? null)?.trim() ?? null;
}

/** One dateline is that of an article; speakers before dashes come back, places seldom do. */
const LEAST = 2;
const LEAST_DISTINCT = 2 / 3;
/** Before the first one a title and a byline may stand; run-in heads come later. */
const FIRST = 3;

/** Whether reports with datelines of their own stand one after another. */
export function areFiled(places: readonly (string | null)[]): boolean {
  const given = places.filter((place) => place !== null);
  const distinct = new Set(given).size;
  return (
    distinct >= LEAST &&
    distinct / given.length >= LEAST_DISTINCT &&
    places.findIndex((place) => place !== null) <= FIRST
  );
}
