/** Lines that head a story: marked as such, in title case, or short and without a full stop. */
import { isTitleCase } from '../text/entities.ts';

export function isHeading(words: string): boolean {
  if (/^#{1,6}\s/u.test(words)) return true;
  if (isMoment(words) || words.startsWith('>')) return false;
  const count = words.split(/\s+/u).length;
  if (isMarkedWhole(words) || isSigned(words) || !hasPairedMarks(words)) return false;
  return isTitleCase(words)
    ? count <= 24
    : count <= 12 && !/[.!?…:,;]["”’」』)]*$/u.test(words) && /^["“‘'「『(]?[\p{Lu}\p{N}]/u.test(words);
}

/** Somebody's words, a run-in head as in "'All Bets Are Off.'", or a note in brackets. */
const isMarkedWhole = (words: string): boolean => /^(?:["“‘'「『].*["”’'」』]|\(.*\)\.?)$/su.test(words);

/** “A triumph” — The Daily Post */
const isSigned = (words: string): boolean => /["”’]\s*[―—–-]\s*\p{Lu}/u.test(words);

/** A mark left open, or closed that was never opened, belongs to a sentence broken over lines. */
const hasPairedMarks = (words: string): boolean =>
  (words.match(/"/gu)?.length ?? 0) % 2 === 0 &&
  (words.match(/[“„]/gu)?.length ?? 0) <= (words.match(/[”“]/gu)?.length ?? 0);

/** Headings that stand so many in a row are a list. */
const LIST = 4;

/** Whether each paragraph heads what follows: no line of a list, and no sentence broken over lines. */
export function headingsAmong(paragraphs: readonly string[]): boolean[] {
  const alone = paragraphs.map(
    (words, index) => isHeading(words) && !/^\p{Ll}/u.test(paragraphs[index + 1] ?? ''),
  );
  return alone.map((isOne, index) => isOne && runAround(alone, index) < LIST);
}

function runAround(flags: readonly boolean[], at: number): number {
  let start = at;
  let end = at + 1;
  while (start > 0 && flags[start - 1]) start -= 1;
  while (flags[end]) end += 1;
  return end - start;
}

/** A time or a date and nothing more, as live reports set before each entry: "14:05", "2.41pm GMT", "3 May 2026". */
export const isMoment = (words: string): boolean => MOMENT.test(words.trim());

const CLOCK = String.raw`(?:at )?\d{1,2}(?:[:.h]\d{2}){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:gmt|utc|bst|ce?s?t|[ecmp][sd]?t)\)?)?`;
const DAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?`;
const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DATE = String.raw`(?:\d{1,2}(?:st|nd|rd|th)? ${MONTH}|${MONTH} \d{1,2}(?:st|nd|rd|th)?)(?:,? \d{4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}`;
const MOMENT = new RegExp(
  String.raw`^[[(]?(?:(?:${DATE}|${DAY}|${CLOCK}|today|yesterday|updated|posted)(?:,| at| on|[-–—:|])*\s*)+[\])]?$`,
  'iu',
);
