/** Relative clauses that no mark sets off, so that the noun at their end is not taken for who speaks. */
import { cueWord, POST_NOUNS } from './cues.ts';
import { isCueForm, isInflected } from './finite-verbs.ts';
import type { Item } from './item.ts';
import { CLAUSE_WORDS, DETERMINERS, isAdverb, isNominal, isPlainVerb, isPronoun } from './word-classes.ts';

/** "The man who bought the boat said": the relative word of a clause that runs without a mark to `last`. */
export function relativeAround(items: readonly Item[], last: number, first: number): number | null {
  for (let index = last - 1; index > first; index -= 1) {
    const item = items[index]!;
    if (/^(?:who|which|that)$/u.test(item.lower)) return opensRelative(items, index) ? index : null;
    if (item.kind === 'mark' || item.kind === 'quote' || CLAUSE_WORDS.has(item.lower) || takesClause(item))
      return null;
  }
  return null;
}

/** "wrote in a tweet that was liked": what is told of a post, and not what it says. */
export const isOfPost = (items: readonly Item[], that: number): boolean =>
  that > 0 &&
  items[that]!.lower === 'that' &&
  POST_NOUNS.has(items[that - 1]!.lower) &&
  /^(?:has|have|had|was|were|got|received|drew|went|is|gained|garnered|racked)$/u.test(
    items[that + 1]?.lower ?? '',
  );

/** After a noun and before a verb, where "said that Roe" goes on with a subject. */
function opensRelative(items: readonly Item[], relative: number): boolean {
  const before = items[relative - 1]!;
  const verb = items.find((item, index) => index > relative && !isAdverb(item));
  if (!isNominal(before) || isPlainVerb(before) || verb?.kind !== 'word') return false;
  // "who lost his car", "who run the kitchen": after "who" a word that begins no noun phrase is a verb.
  const isOpen = items[relative]!.lower === 'who' && !DETERMINERS.has(verb.lower) && !isPronoun(verb);
  return isOpen || isPlainVerb(verb) || isInflected(verb.lower) || isCueForm(verb.lower);
}

/** A verb whose clause has a subject of its own: "who said the bank called it". */
const takesClause = ({ kind, lower }: Item): boolean => {
  const cue = kind === 'word' ? cueWord(lower) : undefined;
  return (
    cue !== undefined &&
    cue.lemma !== lower &&
    cue.lemma !== 'go' &&
    (cue.classes.has('saying') || cue.classes.has('thinking'))
  );
};
