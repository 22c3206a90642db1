/** What makes two texts the same words: case, links, handles, marks and spacing aside. */
import { keyOf } from './key-of.ts';
import { wordsAlone } from './words-alone.ts';

/** The same number for texts that differ only in case, links, handles, marks and spacing. */
export function copyKey(text: string): number {
  return keyOf(wordsAlone(text));
}
