/** Who speaks at a cue: its subject, object or agent, or the subject of the sentence. */
import type { Cue } from './cue-phrases.ts';
import { DOCUMENT_NOUNS, POST_NOUNS, SPEECH_NOUNS } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { clauseSubject, subjectAfter, subjectBefore } from './subjects.ts';
import { isComma, isPronoun, PREPOSITIONS } from './word-classes.ts';

/** The subject of the nearest clause before an item. */
export function frameSubject(text: string, frame: Frame, before: number): Source | null {
  const { items } = frame;
  const who = items.findLastIndex(({ lower }, index) => index < before && lower === 'who');
  // A mark after it may end the relative clause.
  const isOpen = who > 0 && !items.slice(who, before).some(({ kind }) => kind === 'mark' || kind === 'quote');
  const relative = isOpen ? subjectBefore(text, items, who + 1, 0) : null;
  if (relative) return relative;
  return clauseSubject(text, frame.items, before, 0) ?? firstPerson(text, frame, before);
}

export function firstPerson(text: string, frame: Frame, before: number): Source | null {
  const index = frame.items.findIndex(
    (item, at) => at < before && (item.entity?.type === 'person' || isPronoun(item)),
  );
  return index < 0 ? null : sourceEndingAt(text, frame.items, index, 0);
}

/** `Singer Jane Roe, in a message from prison: “…”`: a line without a verb, and who opens it. */
export function leadingSource(text: string, items: readonly Item[], before: number): Source | null {
  const comma = items.findIndex((item, index) => index < before && isComma(item));
  // "Jane R., in a message"
  const last = items[comma - 1]?.text === '.' ? comma - 2 : comma - 1;
  const isLine = last >= 0 && PREPOSITIONS.has(items[comma + 1]?.lower ?? '');
  return isLine ? sourceEndingAt(text, items, last, 0) : null;
}

/** Who speaks at a cue that stands before its words. */
export function sourceOf(text: string, frame: Frame, cue: Cue, end: number): Source | null {
  const source = grammaticalSource(text, frame, cue, end);
  return (source && whomItTook(text, frame.items, cue, source)) ?? source;
}

/** "It took the mayor four days to apologise": who did it in the end. */
function whomItTook(text: string, items: readonly Item[], { first }: Cue, source: Source): Source | null {
  if (source.headItem.lower !== 'it') return null;
  const it = items.indexOf(source.headItem);
  const isTaking = it >= 0 && /^(?:took|takes|cost)$/u.test(items[it + 1]?.lower ?? '');
  return isTaking ? sourceStartingAt(text, items, it + 2, first) : null;
}

function grammaticalSource(text: string, frame: Frame, cue: Cue, end: number): Source | null {
  const { items } = frame;
  if (cue.type === 'according') return sourceStartingAt(text, items, cue.last + 1, end);
  if (cue.first === 0) return subjectAfter(text, items, cue.last, end) ?? agentOf(text, items, cue, end);
  if (isInverted(items, cue)) return subjectAfter(text, items, cue.last, end);
  if (cue.voice === 'quoted') return sourceStartingAt(text, items, cue.first + 1, end);
  if (cue.voice === 'passive') return agentOf(text, items, cue, end);
  const agent = isReducedPassive(items, cue) ? agentOf(text, items, cue, end) : null;
  if (agent) return agent;
  const lastQuote = items.findLastIndex(({ kind }, index) => index < cue.first && kind === 'quote');
  const before = items[cue.first - 1]!;
  const isOwn = before.kind === 'name' || /^(?:one|another|others)$/u.test(before.lower);
  if (cue.dependent && isOwn && !before.possessive)
    return sourceEndingAt(text, items, cue.first - 1, cue.first - 1);
  if (cue.dependent && isCaused(items, cue)) return sourceEndingAt(text, items, cue.first - 2, 0);
  if (cue.dependent)
    return (
      clauseSubject(text, items, cue.first, 0) ??
      frameSubject(text, frame, cue.first) ??
      (isComma(before) && cue.first > 1 ? sourceEndingAt(text, items, cue.first - 2, 0) : null)
    );
  return subjectBefore(text, items, cue.first, lastQuote + 1) ?? clauseSubject(text, items, cue.first, 0);
}

/** `Because the boat was late, explained Roe, “…”`, `The key, adds Roe, is “…”` */
const isInverted = (items: readonly Item[], cue: Cue): boolean =>
  isComma(items[cue.first - 1]) &&
  !cue.dependent &&
  items[cue.last + 1]?.kind === 'name' &&
  isComma(items[cue.last + 2]);

/** "prompting Roe to reply": the one who is made to. */
const isCaused = (items: readonly Item[], { first }: Cue): boolean =>
  first > 2 &&
  items[first - 1]!.lower === 'to' &&
  items
    .slice(Math.max(0, first - 5), first - 2)
    .some(({ lower }) =>
      /^(?:prompt|lead|led|forc|caus|mov|provok|driv|inspir|push|goad)(?:e|ed|ing|s)?$/u.test(lower),
    );

/** "a message posted on Friday by the mayor": a participle after what was said. */
const isReducedPassive = (items: readonly Item[], { first, dependent }: Cue): boolean => {
  const { lower } = items[first - 1]!;
  return !dependent && (SPEECH_NOUNS.has(lower) || POST_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower));
};

/** "was told by Roe that …" */
function agentOf(text: string, items: readonly Item[], cue: Cue, end: number): Source | null {
  const by = items.findIndex(({ lower }, index) => index > cue.last && index < end && lower === 'by');
  return by < 0 ? null : sourceStartingAt(text, items, by + 1, end);
}
