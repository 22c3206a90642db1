/** The shortest phrase that stands for a speaker at a place, and what kind of phrase it is. */
import type { Mention, SpeakerForm } from '../reaction.ts';
import { isCommonWord, isDemonym, isFirstName, isPastVerb, tagsOf } from '../text/lexicon.ts';
import { BY_NAME, CALLED, DOCUMENT_NOUNS, POST_NOUNS } from './cues.ts';
import type { Item } from './item.ts';
import { isPerson } from './person-nouns.ts';
import { formOf, isNational } from './speaker-form.ts';
import { isOffice } from '../text/titles.ts';
import { isHandle } from '../text/tokens.ts';
import {
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  isClosed,
  isComma,
  isNominal,
  isNoun,
  isPlainVerb,
  isPronoun,
  PERSONAL,
  PREPOSITIONS,
  SUBJECT_FORMS,
} from './word-classes.ts';

export interface Source extends Mention {
  readonly form: SpeakerForm;
  /** The whole noun phrase, title and apposition included. */
  readonly phrase: { readonly start: number; readonly end: number };
  readonly headItem: Item;
}

/** The source whose noun phrase ends at item `last`, looked for no further left than item `first`. */
export function sourceEndingAt(
  text: string,
  items: readonly Item[],
  last: number,
  first: number,
): Source | null {
  let head = last;
  for (;;) {
    const left = phraseStart(items, head, first);
    const outer = outerHead(items, left, first);
    if (outer === null)
      return pairEndingAt(text, items, head, first) ?? sourceAt(text, items, left, head, last);
    if (isFieldOf(items, outer, left, head)) return sourceAt(text, items, outer, head, last);
    head = outer;
  }
}

/** "Leader of the opposition Dana Ek": an office without article, its field, and who holds it. */
const isFieldOf = (items: readonly Item[], office: number, left: number, head: number): boolean =>
  left < head &&
  items[head]!.entity?.type === 'person' &&
  isOffice(items[office]!.lower) &&
  !DETERMINERS.has(items[office - 1]?.lower ?? '');

/** "Bill and Norma Moe": two people who say one thing, where their clause begins. */
function pairEndingAt(text: string, items: readonly Item[], head: number, first: number): Source | null {
  const [partner, joint] = [items[head - 2], items[head - 1]];
  const opens = head - 2 === first || items[head - 3]?.kind === 'quote';
  if (head - 2 < first || !opens || joint?.lower !== 'and' || !partner?.phrase?.name) return null;
  const name = items[head]!.phrase?.name;
  if (!name || !isPersonal(items[head]!) || partner.possessive) return null;
  // "Bill", "Rose": first names that are everyday words as well; "Water and Energy Minister Moe" is one person.
  const isBare = items[head]!.phrase!.title === null;
  if (!isPersonal(partner) && !isFirstName(partner.text) && !(isCommonWord(partner.text) && isBare))
    return null;
  const { start } = partner.phrase.name;
  const mention = { text: text.slice(start, name.end), start, end: name.end };
  return {
    ...mention,
    form: 'named',
    phrase: { start: partner.start, end: name.end },
    headItem: items[head]!,
  };
}

/** The source whose noun phrase begins at item `first` or just after it, up to item `end` (exclusive). */
export function sourceStartingAt(
  text: string,
  items: readonly Item[],
  first: number,
  end: number,
): Source | null {
  let from = first;
  while (from < end && isAdverb(items[from]!)) from += 1;
  const opening = items[from];
  if (!opening || from >= end) return null;
  if (isPronoun(opening) || isObjectPronoun(items, from)) return sourceAt(text, items, from, from, from);
  let head = from;
  while (head < end && continues(items, head, from)) head += 1;
  head -= 1;
  if (head < from) return null;
  const author = authorOfDocument(items, head, end - 1);
  const authored = author === null ? null : sourceStartingAt(text, items, author, end);
  if (authored) return { ...authored, phrase: { start: items[from]!.start, end: authored.phrase.end } };
  const appositive = items[head + 2];
  if (
    (items[head]!.kind !== 'name' || isOffice(items[head]!.lower)) &&
    isComma(items[head + 1]) &&
    appositive?.kind === 'name' &&
    head + 2 < end &&
    isPersonal(appositive)
  )
    return sourceAt(text, items, head + 2, head + 2, head + 2);
  return (
    givenName(text, items, head, end) ??
    describedName(text, items, head, end) ??
    apposedName(text, items, head, end) ??
    sourceAt(text, items, from, head, head)
  );
}

const GIVING_NAME = new RegExp(`^(?:(?:who is )?(?:${CALLED})|${BY_NAME})$`, 'u');

/** "a user named Lena", "a man who goes by the name Tom", "a nurse by the name of Ada" */
function givenName(text: string, items: readonly Item[], head: number, end: number): Source | null {
  const after = items.slice(head + 1, Math.min(end, head + 8));
  const name = after.findIndex((item) => item.kind === 'name' || isHandle(item.text));
  const words = after.slice(0, Math.max(0, name)).map(({ lower }) => lower);
  if (items[head]!.kind === 'name' || !GIVING_NAME.test(words.join(' '))) return null;
  return sourceAt(text, items, head + 1 + name, head + 1 + name, head + 1 + name);
}

/** "his old friend the poet Iris Moe": a second description, and the name of both. */
function describedName(text: string, items: readonly Item[], head: number, end: number): Source | null {
  if (items[head]!.kind === 'name' || items[head + 1]?.lower !== 'the') return null;
  const name = items.findIndex((item, index) => index > head + 1 && item.kind === 'name');
  if (name < 0 || name >= end || name > head + 4 || !isPersonal(items[name]!)) return null;
  return items.slice(head + 2, name).every(isNominal) ? sourceAt(text, items, name, name, name) : null;
}

/** "according to her", where "her lawyer" is another. */
function isObjectPronoun(items: readonly Item[], index: number): boolean {
  const { lower } = items[index]!;
  const next = items[index + 1];
  const owns = DETERMINERS.has(lower) && next !== undefined && isNominal(next) && !isPlainVerb(next);
  return SUBJECT_FORMS.has(lower) && !owns;
}

/** Goes on with the noun phrase: names after a description end it, prepositions and verbs too. */
function continues(items: readonly Item[], index: number, from: number): boolean {
  const item = items[index]!;
  if (index === from) return DETERMINERS.has(item.lower) || isNominal(item);
  const before = items[index - 1]!;
  if (
    before.kind === 'name' &&
    !before.possessive &&
    item.kind !== 'name' &&
    before.entity?.type !== 'person'
  )
    return isHeadNoun(item) || (isNominal(item) && !isAdverb(item) && isHeadNoun(items[index + 1]));
  if (before.kind === 'name' && !before.possessive && item.kind !== 'name')
    return item.kind === 'word' && /^[-‑]?(?:based|born)$/u.test(item.lower);
  if (DETERMINERS.has(item.lower)) return DETERMINERS.has(before.lower);
  if (item.lower === 'and')
    return (
      index + 1 < items.length &&
      items[index + 1]!.kind !== 'quote' &&
      before.kind !== 'name' &&
      isNominal(items[index + 1]!) &&
      items[index + 2]?.kind === 'name'
    );
  return isNominal(item) && (isParticiple(items, index) || (!isPlainVerb(item) && !isReduced(items, index)));
}

/** "the Dutch premier", "the Dutch prime minister" */
const isHeadNoun = (item: Item | undefined): boolean =>
  item?.kind === 'word' && (isNoun(item) || POST_NOUNS.has(item.lower) || isPerson(item.lower));

/** "the statement released on Friday": a participle after its noun. */
const isReduced = (items: readonly Item[], index: number): boolean =>
  (isPastVerb(items[index]!.lower) ||
    /(?:ed|^(?:left|hung|stuck|sent|pinned))$/u.test(items[index]!.lower)) &&
  isNominal(items[index - 1]!) &&
  !tagsOf(items[index - 1]!.lower).includes('Adjective') &&
  !DETERMINERS.has(items[index - 1]!.lower) &&
  items[index + 1]?.kind !== 'name';

/** Walks left over the nouns, adjectives and names of one phrase to its determiner. */
function phraseStart(items: readonly Item[], head: number, first: number): number {
  let left = head;
  if (isPronoun(items[head]!)) return head;
  while (left > first) {
    const before = items[left - 1]!;
    if (isTimeWord(items, left - 1)) break;
    if (DETERMINERS.has(before.lower) && before.kind === 'word') {
      left -= 1;
      if (items[left - 1] && left > first && DETERMINERS.has(items[left - 1]!.lower)) left -= 1;
      break;
    }
    if (
      before.kind === 'name' &&
      !before.possessive &&
      items[left]!.kind !== 'name' &&
      !isAttributive(before)
    )
      break;
    if (before.kind === 'name' && !before.possessive && items[left]!.kind === 'name') break;
    if (!isNominal(before) && !joinsNouns(items, left - 1, first) && !isOrdinal(items, left - 1)) break;
    if (isPlainVerb(before) && !isParticiple(items, left - 1)) break;
    left -= 1;
  }
  return left;
}

/** "Last week one of them", "That evening protesters": when it was, and not who. */
const isTimeWord = (items: readonly Item[], index: number): boolean =>
  /^(?:week|month|year|night|morning|evening|afternoon|weekend|spring|summer|autumn|winter|season|time)$/u.test(
    items[index]!.lower,
  ) && /^(?:last|this|that|next|one|each|every|earlier|late)$/u.test(items[index - 1]?.lower ?? '');

/** "Sundline officials", "Dutch police": a name that stands before its noun. */
const isAttributive = (item: Item): boolean => item.entity?.type !== 'person' || isDemonym(item.text);

/** "the first entry" */
const isOrdinal = (items: readonly Item[], index: number): boolean =>
  items[index]!.lower === 'first' && /^(?:the|an?|his|her|its|their)$/u.test(items[index - 1]?.lower ?? '');

const joinsNouns = (items: readonly Item[], index: number, first: number): boolean =>
  items[index]!.lower === 'and' &&
  index > first &&
  isNominal(items[index - 1]!) &&
  items[index - 1]!.kind !== 'name' &&
  !isPlainVerb(items[index - 1]!);

/** "a retired pilot": a participle after a determiner or an adjective. */
function isParticiple(items: readonly Item[], index: number): boolean {
  const before = items[index - 1];
  if (!/(?:ed|ing|en)$/u.test(items[index]!.lower)) return false;
  return (
    before === undefined || DETERMINERS.has(before.lower) || before.kind === 'mark' || before.kind === 'quote'
  );
}

/** "the bank’s head of research, Dana Ek": the name after the office and its field. */
function apposedName(text: string, items: readonly Item[], head: number, end: number): Source | null {
  if (items[head]!.kind === 'name' || !/^(?:of|for|at|in)$/u.test(items[head + 1]?.lower ?? '')) return null;
  const comma = items.findIndex((item, index) => index > head && !belongsToField(item));
  const name = items[comma + 1];
  if (comma < 0 || comma > head + 7 || !isComma(items[comma]) || comma + 1 >= end) return null;
  return name?.kind === 'name' && isPersonal(name)
    ? sourceAt(text, items, comma + 1, comma + 1, comma + 1)
    : null;
}

const belongsToField = (item: Item): boolean =>
  item.kind === 'name' ||
  (item.kind === 'word' &&
    !isPlainVerb(item) &&
    (isNominal(item) || DETERMINERS.has(item.lower) || /^(?:of|for|at|in|and)$/u.test(item.lower)));

/** The head of the phrase that this one depends on: `source` in "a source at the bank". */
function outerHead(items: readonly Item[], left: number, first: number): number | null {
  let index = left - 1;
  const preposition = items[index];
  if (!preposition || index <= first || preposition.kind !== 'word' || !PREPOSITIONS.has(preposition.lower))
    return null;
  while (index > first && (PREPOSITIONS.has(items[index]!.lower) || items[index]!.lower === 'next'))
    index -= 1;
  const isReducedVerb = isParticipleForm(items[index]!.lower) || items[index]!.lower === 'seen';
  if (isReducedVerb && index > first && isNominal(items[index - 1]!)) index -= 1;
  const noun = items[index]!;
  if (isOneOf(items, index)) return index;
  // "was worn to parliament by a deputy": an agent, unless it is the author of a text.
  if (items[index + 1]!.lower === 'by' && !WRITTEN.test(noun.lower) && !isDocument(noun)) return null;
  if (noun.kind === 'mark' || noun.kind === 'quote' || isPlainVerb(noun) || !isNominal(noun)) return null;
  if (isAdverb(noun) || /^(?:back|up|off|down|over)$/u.test(noun.lower)) return null;
  if (isParticipleForm(noun.lower) && AUXILIARIES.has(items[index - 1]?.lower ?? '')) return null;
  return /^[\p{N}]/u.test(noun.text) && index === first ? null : index;
}

const WRITTEN = /^(?:stud(?:y|ies)|polls?|reviews?|books?|papers?|analysis|surveys?)$/u;

const isDocument = ({ lower }: Item): boolean => DOCUMENT_NOUNS.has(lower) || POST_NOUNS.has(lower);

/** "one of them", "one of the islanders", "another with 40,000 followers": nobody in particular. */
const isOneOf = (items: readonly Item[], index: number): boolean => {
  if (!/^(?:one|two|some|many|several|another|others)$/u.test(items[index]!.lower)) return false;
  const { lower } = items[index + 1]!;
  const whole = items[index + 2]?.lower ?? '';
  return lower === 'of'
    ? /^(?:them|us|you|these|those|the|his|her|its|their|our|my)$/u.test(whole)
    : /^(?:with|from)$/u.test(lower);
};

function sourceAt(
  text: string,
  items: readonly Item[],
  left: number,
  head: number,
  last: number,
): Source | null {
  const item = items[head]!;
  if (item.kind === 'mark' || item.kind === 'quote' || /^(?:later|earlier|ago)$/u.test(item.lower))
    return null;
  if ((isClosed(item) && !PERSONAL.has(item.lower)) || /^(?:\d[\d.,]*|the|an?)$/u.test(item.lower))
    return null;
  const phrase = { start: items[left]!.start, end: endOf(items[last]!) };
  const author = authorOfDocument(items, head, last);
  if (author !== null) return { ...sourceOfAuthor(text, items, author, last), phrase };
  const { start, end } = mentionSpan(items, left, head);
  if (end <= start) return null;
  return {
    text: text.slice(start, end),
    start,
    end,
    form: formOf(items, left, head),
    phrase,
    headItem: item,
  };
}

/** The lexicon knows some participles as adjectives alone: "joined". */
const isParticipleForm = (word: string): boolean => isPastVerb(word) || /[^e]ed$/u.test(word);

/** A pronoun by itself, a possessive too. */
export const pronounSource = (item: Item): Source => {
  const { text, start, end } = item;
  return { text, start, end, form: 'pronoun', phrase: { start, end }, headItem: item };
};

const endOf = (item: Item): number => item.phrase?.end ?? item.end;

/** What its author does with a text; who obtained or held it is another. */
const AUTHORED =
  /^(?:issued|released|published|signed|written|sent|posted|shared|drafted|prepared|authored|circulated|emailed)$/u;

/** "the reply that the mayor gave": what is made of words, and who made it. */
const isGiven = (items: readonly Item[], head: number, last: number): boolean =>
  isDocument(items[head]!) &&
  /^(?:that|which)$/u.test(items[head + 1]?.lower ?? '') &&
  items
    .slice(head + 3, last + 1)
    .some(({ lower }) => /^(?:gave|sent|wrote|left|posted|shared)$/u.test(lower));

/** "a statement from Sundline said", "a letter signed by Brandt": the index where its author’s phrase begins. */
function authorOfDocument(items: readonly Item[], head: number, last: number): number | null {
  if (isGiven(items, head, last)) return head + 2;
  const isMade = AUTHORED.test(items[head + 1]?.lower ?? '') && items[head + 2]?.lower === 'by';
  const joint = head + (isMade ? 2 : 1);
  const preposition = items[joint];
  if (joint >= last || !preposition || !/^(?:from|by|of)$/u.test(preposition.lower)) return null;
  const { lower } = items[head]!;
  if (preposition.lower === 'of' && /^(?:survey|study|poll|transcript|review)$/u.test(lower)) return null;
  if (preposition.lower === 'by' && !isMade && /^(?:sign|banner|placard|poster|label)s?$/u.test(lower))
    return null;
  return DOCUMENT_NOUNS.has(lower) ||
    POST_NOUNS.has(lower) ||
    /^(?:tiktok|instagram reel|youtube video|screenshot|screengrab|copy|extract|excerpt)$/u.test(lower)
    ? joint + 1
    : null;
}

function sourceOfAuthor(text: string, items: readonly Item[], from: number, last: number): Source {
  let head = from;
  while (head < last && continues(items, head + 1, from)) head += 1;
  const within = authorOfDocument(items, head, last);
  return within === null
    ? sourceAt(text, items, from, head, head)!
    : sourceOfAuthor(text, items, within, last);
}

function mentionSpan(items: readonly Item[], left: number, head: number): { start: number; end: number } {
  const { phrase } = items[head]!;
  if (isHandle(items[head]!.text)) return { start: items[head]!.start, end: items[head]!.end };
  if (isNational(items, head)) return { start: items[left]!.start, end: phrase!.end };
  if (phrase?.name && (items[head]!.entity !== null || phrase.title !== null)) return phrase.name;
  if (phrase && !phrase.name) return { start: items[left]!.start, end: phrase.end };
  return { start: phrase?.start ?? items[left]!.start, end: phrase?.end ?? items[head]!.end };
}

const isPersonal = (item: Item): boolean =>
  item.entity?.type === 'person' || (item.entity === null && item.phrase?.name !== null);
