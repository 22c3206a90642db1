/** Words that the text says were not said: "never called it “a ban”", "if you ask “why”". */
import type { Finding } from './finding.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { AUXILIARIES, isAdverb, isPronoun } from './word-classes.ts';

/** Acts of saying whose denial leaves nothing said; who does not deny a thing may well have said it. */
const SPEECH = new Set([
  'say',
  'call',
  'describe',
  'tell',
  'write',
  'claim',
  'state',
  'label',
  'ask',
  'answer',
  'post',
  'tweet',
]);
const REFUSING = /^(?:refus|declin|fail|avoid|stopp?|resist)(?:e|s|es|ed|ing|d)?$/u;

export function isUnsaid({ items }: Frame, { cue, place }: Finding): boolean {
  if (!cue || place !== 'before' || cue.type !== 'verb' || !SPEECH.has(cue.lemma)) return false;
  return isNegated(items, cue.first) || isSupposed(items, cue.first) || isDenied(items, cue.first);
}

/** "denied that he had called it “a ban”", "denies describing them as “dust”". */
function isDenied(items: readonly Item[], cue: number): boolean {
  const denial = items.findLastIndex(
    ({ lower }, index) => index < cue && /^den(?:y|ies|ied|ying)$/u.test(lower),
  );
  return (
    denial >= 0 &&
    !isNegated(items, denial) &&
    items
      .slice(denial + 1, cue)
      .every(
        (item) => isPronoun(item) || item.lower === 'that' || AUXILIARIES.has(item.lower) || isAdverb(item),
      )
  );
}

function isNegated(items: readonly Item[], cue: number): boolean {
  for (let index = cue - 1; index >= 0; index -= 1) {
    const { lower } = items[index]!;
    if (lower === 'only' || lower === 'just') return false;
    if (lower === 'never' || lower === 'not' || /n[’']t$/u.test(lower) || REFUSING.test(lower)) return true;
    if (!AUXILIARIES.has(lower) && !isAdverb(items[index]!)) return false;
  }
  return false;
}

/** In a clause that opens with "if". */
function isSupposed(items: readonly Item[], cue: number): boolean {
  const from = items.findLastIndex(({ kind }, index) => index < cue && (kind === 'mark' || kind === 'quote'));
  return /^(?:if|unless)$/u.test(items[from + 1]!.lower);
}
