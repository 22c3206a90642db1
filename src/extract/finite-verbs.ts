/** Which words of a sentence are its verbs with tense, by form and by what stands before them. */
import { tagsOf } from '../text/lexicon.ts';
import { cueWord } from './cues.ts';
import type { Item } from './item.ts';
import { AUXILIARIES, DETERMINERS, isComma, isDash, isPlainVerb } from './word-classes.ts';

/** A cue in a form that is no noun as well. */
export const isCueForm = (word: string): boolean => {
  const cue = cueWord(word);
  return cue !== undefined && cue.lemma !== word;
};

/** Verbs whose past is spelled like the base form; the lexicon knows some as nouns alone. */
const PAST_AS_BASE = /^(?:hit|cut|put|set|let|shut|quit|split|spread|cast|burst|bet)$/u;

export const isInflected = (word: string): boolean => {
  if (PAST_AS_BASE.test(word)) return true;
  const tags = tagsOf(word);
  if (tags.length === 0) return /[^e]ed$/u.test(word);
  return tags.some(
    (tag) => tag === 'PastTense' || tag === 'PresentTense' || tag === 'Copula' || tag === 'Modal',
  );
};

/** A verb that has a subject of its own right before it. */
export function isFinite(items: readonly Item[], index: number): boolean {
  const item = items[index]!;
  if (item.kind !== 'word' || item.lower.endsWith('ing') || item.lower === 'to') return false;
  if (
    !AUXILIARIES.has(item.lower) &&
    !(isPlainVerb(item) && isInflected(item.lower)) &&
    !isCueForm(item.lower)
  )
    return false;
  return followsSubject(items, index);
}

/** A form that is an adjective or a noun elsewhere: "released", "plans". */
export const mayBeFinite = (items: readonly Item[], index: number): boolean =>
  items[index]!.kind === 'word' &&
  (isInflected(items[index]!.lower) || /[^e]ed$/u.test(items[index]!.lower)) &&
  followsSubject(items, index);

function followsSubject(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  if (!before || before.lower === 'to' || DETERMINERS.has(before.lower)) return false;
  return (
    before.kind === 'name' ||
    before.kind === 'word' ||
    isComma(before) ||
    before.text === ')' ||
    isDash(before)
  );
}
