/** Lines that head a story: marked as such, in title case, or short and without a full stop. */
import { isTitleCase } from '../text/entities.ts';

export function isHeading(words: string): boolean {
  if (/^#{1,6}\s/u.test(words)) return true;
  const count = words.split(/\s+/u).length;
  if (/[\n“”"]/u.test(words) && /^["“].*["”]$/u.test(words)) return false;
  return isTitleCase(words)
    ? count <= 24
    : count <= 12 && !/[.!?…:,;]["”’)]*$/u.test(words) && /^["“‘'(]?[\p{Lu}\p{N}]/u.test(words);
}
