/** Who speaks at a cue: the subject before it, after it where the clause is inverted, or of the clause above. */
import { CALLED, POST_NOUNS, SPEECH_NOUNS } from './cues.ts';
import { isFinite, mayBeFinite } from './finite-verbs.ts';
import type { Item } from './item.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { isPerson } from './person-nouns.ts';
import { relativeAround } from './relative-clauses.ts';
import {
  ADVERBS,
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  isAdverb,
  isComma,
  isDash,
  isPlainVerb,
  isPronoun,
  PREPOSITIONS,
  RELATIVES,
} from './word-classes.ts';

/** The subject left of the cue at item `cue`, looked for no further left than item `first`. */
export function subjectBefore(
  text: string,
  items: readonly Item[],
  cue: number,
  first: number,
): Source | null {
  const last = skipVerbal(items, cue - 1, first);
  const item = items[last];
  if (last < first || !item) return null;
  if (isRelative(items, last)) return relativeSubject(text, items, last, first);
  if (isComma(item) || isDash(item) || item.text === ')') return aroundParenthesis(text, items, last, first);
  if (item.lower === 'and' || item.lower === 'but' || item.lower === 'or' || item.lower === 'then')
    return clauseSubject(text, items, last, first);
  return settled(text, items, last, first);
}

/** The subject right of an inverted cue: "said Lena Brandt, a nurse". */
export function subjectAfter(text: string, items: readonly Item[], cue: number, end: number): Source | null {
  const next = items[cue + 1];
  if (!next || next.kind === 'mark' || next.kind === 'quote') return null;
  if (CLAUSE_WORDS.has(next.lower) || PREPOSITIONS.has(next.lower) || AUXILIARIES.has(next.lower))
    return null;
  return sourceStartingAt(text, items, cue + 1, end);
}

/** A noun phrase there, else the subject of the clause: "Roe left Oslo and said". */
function settled(text: string, items: readonly Item[], last: number, first: number): Source | null {
  const item = items[last]!;
  if (item.kind === 'mark' || item.kind === 'quote') return null;
  if (isSoNamed(items, last)) return sourceEndingAt(text, items, last, last);
  const relative = relativeAround(items, last, first);
  if (relative !== null) return relativeSubject(text, items, relative, first);
  if (
    (isPlainVerb(item) && !isCounted(items, last)) ||
    CLAUSE_WORDS.has(item.lower) ||
    PREPOSITIONS.has(item.lower)
  )
    return clauseSubject(text, items, last, first);
  return sourceEndingAt(text, items, last, first);
}

const SO_NAMED = new RegExp(String.raw`(?:^| )(?:by the name(?: of)?|\p{L}+ (?:${CALLED}))$`, 'u');

/** "a nurse called Lena", "a user who goes by the name Lena", "by the name of Lena" */
const isSoNamed = (items: readonly Item[], last: number): boolean =>
  items[last]!.kind === 'name' &&
  SO_NAMED.test(
    items
      .slice(Math.max(0, last - 4), last)
      .map(({ lower }) => lower)
      .join(' '),
  );

function skipVerbal(items: readonly Item[], from: number, first: number): number {
  let index = from;
  while (index >= first) {
    const item = items[index]!;
    const verbal =
      item.kind === 'word' &&
      (AUXILIARIES.has(item.lower) ||
        isAdverb(item) ||
        ADVERBS.has(item.lower) ||
        /^(?:went|goes|going|continued|continues|quoted|cited|quick|keen|used|later)$/u.test(item.lower));
    if (!verbal) break;
    index -= 1;
  }
  return index;
}

const isRelative = (items: readonly Item[], index: number): boolean => RELATIVES.has(items[index]!.lower);

function relativeSubject(
  text: string,
  items: readonly Item[],
  relative: number,
  first: number,
): Source | null {
  let last = relative - 1;
  if (isComma(items[last]) || items[last]?.text === '(') last -= 1;
  if (last < first) return null;
  const medium = mediumBefore(items, last, first);
  if (medium !== null) return clauseSubject(text, items, medium, first);
  return items[last]!.text === ')' || isComma(items[last])
    ? aroundParenthesis(text, items, last, first)
    : settled(text, items, last, first);
}

/** "announced it in a post that began": where the phrase of the medium starts; its author speaks. */
function mediumBefore(items: readonly Item[], noun: number, first: number): number | null {
  const { lower } = items[noun]!;
  if (!POST_NOUNS.has(lower) && !SPEECH_NOUNS.has(lower)) return null;
  let left = noun - 1;
  while (
    left > first &&
    items[left]!.kind !== 'mark' &&
    !PREPOSITIONS.has(items[left]!.lower) &&
    noun - left < 6
  )
    left -= 1;
  return left > first && /^(?:in|via|with|through)$/u.test(items[left]!.lower) ? left : null;
}

/** "Lena Brandt, a nurse from Oslo, said", also with dashes and brackets. */
function aroundParenthesis(
  text: string,
  items: readonly Item[],
  close: number,
  first: number,
): Source | null {
  const leading = leadingSubject(text, items, close, first);
  if (leading) return leading;
  const open = openingOf(items, close, first);
  const inside = open === null ? null : appositive(text, items, open + 1, close);
  const before = open === null || open - 1 < first ? null : sourceBeforeParenthesis(text, items, open, first);
  const isOfAnother = before?.form === 'named' && before.headItem.entity?.type !== 'person';
  if (inside?.headItem.entity?.type === 'person' && isOfAnother) return inside;
  if (before?.form === 'named' || !inside) return before ?? inside;
  if (!before) return inside;
  return inside.form === 'named' && before.form === 'described'
    ? { ...inside, phrase: before.phrase }
    : before;
}

/** The clause begins with its subject, and all up to the verb is parenthesis: "The bank, which has …, said". */
function leadingSubject(text: string, items: readonly Item[], close: number, first: number): Source | null {
  const start = clauseStart(items, close, first);
  const comma = items.findIndex(
    (item, index) => index > start && index < close && (isComma(item) || isDash(item)),
  );
  if (comma < 0 || !isComma(items[close]) !== !isComma(items[comma])) return null;
  const opening = items.slice(start, comma);
  const isPhrase = opening.every(
    (item, index) =>
      item.kind === 'name' ||
      (item.kind === 'word' &&
        !(isPlainVerb(item) && !isAttributiveVerb(opening, index)) &&
        !RELATIVES.has(item.lower) &&
        !CLAUSE_WORDS.has(item.lower)),
  );
  if (
    !isPhrase ||
    PREPOSITIONS.has(items[start]!.lower) ||
    isPlainVerb(items[start]!) ||
    isAdverb(items[start]!)
  )
    return null;
  const before = sourceEndingAt(text, items, comma - 1, start);
  const inside = namedInside(text, items, comma, close) ?? appositive(text, items, comma + 1, close);
  const isOpen =
    (before?.form === 'described' || before?.form === 'anonymous') && !(inside && isItsBody(before, inside));
  return isOpen && inside?.form === 'named' ? { ...inside, phrase: before.phrase } : before;
}

/** "A spokesman for the hotel, the Grand Bellevue, said": the body of somebody who speaks for it. */
const isItsBody = (speaker: Source, inside: Source): boolean =>
  isPerson(speaker.headItem.lower) &&
  inside.headItem.entity?.type !== 'person' &&
  inside.phrase.start < inside.start;

/** "The Chairman, Committee on Roads, Senator Roe, said": the person among several appositions. */
function namedInside(text: string, items: readonly Item[], comma: number, close: number): Source | null {
  for (let open = comma; open < close; open += 1) {
    if (!isComma(items[open])) continue;
    const inside = appositive(text, items, open + 1, close);
    if (inside?.form === 'named' && inside.headItem.entity?.type === 'person') return inside;
  }
  return null;
}

/** "the striking pilots": a verb form between determiner and noun. */
const isAttributiveVerb = (items: readonly Item[], index: number): boolean =>
  index === 0 || items[index - 1]!.kind !== 'name';

function sourceBeforeParenthesis(
  text: string,
  items: readonly Item[],
  open: number,
  first: number,
): Source | null {
  const last = open - 1;
  if (isComma(items[last]) || items[last]!.text === ')') return aroundParenthesis(text, items, last, first);
  return isRelative(items, last)
    ? relativeSubject(text, items, last, first)
    : settled(text, items, last, first);
}

/** The mark that opens the parenthesis closed at `close`; null where the frame's start does. */
function openingOf(items: readonly Item[], close: number, first: number): number | null {
  const { text: mark } = items[close]!;
  for (let index = close - 1; index >= first; index -= 1) {
    const { text: sign, kind } = items[index]!;
    if (kind === 'quote') return null;
    if (mark === ')' ? sign === '(' : mark === ',' ? sign === ',' : isDash(items[index]))
      return commaList(items, index, first) ?? index;
  }
  return null;
}

/** "Roe, a nurse, sailor and mother of two, said": the first comma of several that hold descriptions. */
function commaList(items: readonly Item[], index: number, first: number): number | null {
  if (!isComma(items[index])) return null;
  for (let at = index - 1; at >= first; at -= 1) {
    const item = items[at]!;
    if (item.kind === 'quote' || isPronoun(item)) return null;
    if (
      isComma(item) &&
      at > first &&
      items[at - 1]!.kind === 'name' &&
      items[at - 1]!.entity?.type === 'person'
    )
      return at;
    if (isPlainVerb(item) && items[at - 1]?.lower !== 'who') return null;
  }
  return null;
}

function appositive(text: string, items: readonly Item[], from: number, close: number): Source | null {
  if (from >= close) return null;
  const opening = items[from]!;
  if (RELATIVES.has(opening.lower) || PREPOSITIONS.has(opening.lower) || CLAUSE_WORDS.has(opening.lower))
    return null;
  return sourceStartingAt(text, items, from, close);
}

/** The subject of the clause to which a second verb belongs: that of its first finite verb. */
export function clauseSubject(
  text: string,
  items: readonly Item[],
  last: number,
  first: number,
): Source | null {
  const start = clauseStart(items, last, first);
  const sure = firstSubject(text, items, last, start, isFinite);
  if (sure && sure.form !== 'pronoun') return sure;
  const likely = firstSubject(text, items, last, start, mayBeFinite);
  // A pronoun of a later clause stands for somebody who may have been named in this one.
  const isLate = sure !== null && likely?.form === 'named' && likely.start < sure.start;
  const own = isLate ? likely : (sure ?? likely);
  if (own) return own;
  return start > first ? clauseSubject(text, items, start - 1, first) : null;
}

type Test = (items: readonly Item[], index: number) => boolean;

function firstSubject(
  text: string,
  items: readonly Item[],
  last: number,
  start: number,
  test: Test,
): Source | null {
  for (let index = start + 1; index < last; index += 1) {
    if (!test(items, index) || isOfWhose(items, index)) continue;
    const subject = subjectBefore(text, items, index, start);
    if (subject) return subject;
  }
  return null;
}

/** "Roe, whose boat is old, said": a verb of what somebody owns. */
function isOfWhose(items: readonly Item[], verb: number): boolean {
  const mark = items.findLastIndex(({ kind }, index) => index < verb && kind === 'mark');
  return mark > 0 && items[mark + 1]!.lower === 'whose';
}

/** Where the main clause around `last` begins: after marked words, a semicolon, or "…, but Roe". */
function clauseStart(items: readonly Item[], last: number, first: number): number {
  for (let index = last - 1; index > first; index -= 1) {
    const item = items[index]!;
    if (item.kind === 'quote' || item.text === ';') return index + 1;
    const opens =
      /^(?:and|but|while|though|although|because|as|since|so)$/u.test(item.lower) &&
      isComma(items[index - 1]);
    if (opens && isSubjectLike(items[index + 1])) return index + 1;
  }
  return afterOpening(items, last, first);
}

const isSubjectLike = (item: Item | undefined): boolean =>
  item !== undefined && (item.kind === 'name' || isPronoun(item) || DETERMINERS.has(item.lower));

/** Past "In Oslo," and "When she came,". */
function afterOpening(items: readonly Item[], last: number, first: number): number {
  const opening = items[first]!;
  const introduces =
    PREPOSITIONS.has(opening.lower) ||
    CLAUSE_WORDS.has(opening.lower) ||
    opening.lower.endsWith('ing') ||
    (isAdverb(opening) && isComma(items[first + 1]));
  if (!introduces) return first;
  const comma = items.findIndex((item, index) => index > first && index < last && isComma(item));
  return comma > 0 && comma + 1 < last - 1 ? comma + 1 : first;
}

/** "2,000 likes", "of views": a noun by what stands before it. */
const isCounted = (items: readonly Item[], index: number): boolean =>
  /^(?:\p{N}|of$)/u.test(items[index - 1]?.lower ?? '');
