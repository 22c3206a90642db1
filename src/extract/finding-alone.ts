/** Marked words without a cue: headlines, labels, whole sentences, long fragments. */
import { isTitleCase } from '../text/entities.ts';
import { ORGANISATION_HEADS } from '../text/name-words.ts';
import { wordCount } from '../text/tokens.ts';
import { type Cue, takesSpeech } from './cue-phrases.ts';
import { governedBy } from './finding-before.ts';
import { type Finding, lastCueBefore } from './finding.ts';
import { isCueForm, isInflected } from './finite-verbs.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { insideOf, isNounPhrase, isSentence } from './marked-words.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { isPerson, isPlural } from './person-nouns.ts';
import { firstPerson, frameSubject, leadingSource } from './sources.ts';
import { clauseSubject } from './subjects.ts';
import { AUXILIARIES, isAdverb, isComma, isPlainVerb, PERSONAL, PREPOSITIONS } from './word-classes.ts';

/** A line in title case, a full stop at its end or not. */
export const isHeadline = (text: string, frame: Frame): boolean =>
  isTitleCase(text.slice(frame.start, frame.end).replace(/[.!?]+["”’'」』]*$/u, ''));

/** `Brandt: Ferry Plan ‘Is a Farce’`: a headline whose first words, before a colon, say all the rest. */
export function headedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const colon = items.findIndex((item) => item.text === ':');
  if (colon < 1 || colon > 8 || colon >= quote || !isHeadline(text, frame)) return null;
  if (cues.some(({ first }) => first < colon) || items.slice(0, colon).some(({ kind }) => kind === 'quote'))
    return null;
  if (RUBRICS.test(items[colon - 1]!.lower)) return null;
  const source = firstPerson(text, frame, colon) ?? sourceEndingAt(text, items, colon - 1, 0);
  return source && { quote, cue: null, source, place: 'before', mixed: quote > colon + 1 };
}

/** What a paper sets before a headline, and nobody who speaks. */
const RUBRICS =
  /^(?:reviews?|opinion|analysis|video|watch|listen|photos|pictures|live|updates?|breaking|exclusive|explainer|letters?|podcast|obituary|profile)$/u;

/** Whole sentences in marks, and long fragments; short ones without a cue are held at a distance. */
export function alone(text: string, frame: Frame, quote: number, item: Item): Finding | null {
  const whole = frame.items.every(({ kind }) => kind !== 'word' && kind !== 'name');
  if (whole) return { quote, cue: null, source: null, place: 'alone', mixed: false };
  if (resumesAt(frame, quote)) return { quote, cue: null, source: null, place: 'alone', mixed: false };
  const labelled = labelledBy(text, frame, quote) ?? heading(text, frame, quote);
  if (labelled) return labelled;
  if (isSubject(frame, quote)) return null;
  if (wordCount(item.text) < 4 || isNounPhrase(frame, quote)) return null;
  const source = frameSubject(text, frame, quote);
  const mixed = !isSentence(item);
  return mixed && source && !maySpeak(source) ? null : { quote, cue: null, source, place: 'alone', mixed };
}

/** "The hit was proof that “no news is good news”": things say nothing by themselves. */
const maySpeak = ({ form, headItem }: Source): boolean =>
  form !== 'described' ||
  headItem.kind === 'name' ||
  isPerson(headItem.lower) ||
  isPlural(headItem.lower) ||
  ORGANISATION_HEADS.has(headItem.lower);

/** `Then: “…”`: who spoke goes on. */
const resumesAt = ({ items }: Frame, quote: number): boolean =>
  quote === items.length - 1 &&
  items[quote - 1]?.text === ':' &&
  items.slice(0, quote - 1).every((item) => isAdverb(item) || /^(?:and|but|or|so|next)$/u.test(item.lower));

/** `“To be, or not to be” is sung`, `“Collusion at sea” brings a year`: words that something is told of. */
const isSubject = ({ items }: Frame, quote: number): boolean => {
  const { lower } = items[quote + 1] ?? { lower: '' };
  const before = items.slice(0, quote);
  // "Within minutes “…” was the most shared line."
  const opens = before.every(({ kind }) => kind === 'mark') || PREPOSITIONS.has(before[0]!.lower);
  return (
    opens &&
    !before.some(
      (item) => item.kind === 'quote' || isComma(item) || isPlainVerb(item) || isCueForm(item.lower),
    ) &&
    (/^(?:is|was|are|were)$/u.test(lower) ||
      (!/[,.!?…]["”’]?$/u.test(items[quote]!.text) && isInflected(lower) && !isCueForm(lower)))
  );
};

/** `‘It sank’: skipper tells of storm`: a headline that opens with the words of its subject. */
function heading(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  const isOpen = items.slice(0, quote).every(({ kind }) => kind === 'mark');
  if (!isOpen || items[quote + 1]?.text !== ':' || /[.!?]["”’']*$/u.test(text.slice(frame.start, frame.end)))
    return null;
  const many = items.findIndex(
    ({ kind, lower }, at) => at > quote + 1 && kind === 'word' && /[^s]s$/u.test(lower),
  );
  const verb = items.findIndex(
    ({ kind, lower }, at) => at > quote + 2 && kind === 'word' && (isInflected(lower) || isCueForm(lower)),
  );
  const end = many >= 0 && (verb < 0 || many < verb) ? many + 1 : verb < 0 ? items.length : verb;
  const source = sourceStartingAt(text, items, quote + 2, end);
  return source && { quote, cue: null, source, place: 'after', mixed: false };
}

/** In a line of capitals these say nothing: marked words that have a verb, or that a verb gives to somebody. */
export function headlined(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  if (!isHeadline(text, frame)) return null;
  const isClause = (insideOf(frame.items[quote]!).match(/[\p{L}’']+/gu) ?? []).some(
    (word) => AUXILIARIES.has(word.toLowerCase()) || PERSONAL.has(word.toLowerCase()),
  );
  const opening = isClause ? heading(text, frame, quote) : null;
  if (opening) return opening;
  const cue = lastCueBefore(cues, quote);
  const near = cue ? quote - cue.last : 0;
  // "Calls ‘The Long Winter’ Slow" has no other object.
  const isGiven = cue !== undefined && near <= 5 && (takesSpeech(cue) || near > 1);
  return isGiven ? governedBy(text, frame, quote, cues) : null;
}

/** `She was interrupted by a man in the hall: “…”` */
function interrupterIn(text: string, items: readonly Item[], colon: number): Source | null {
  const by = items.findLastIndex(({ lower }, index) => index < colon && lower === 'by');
  const isPassive =
    by > 1 &&
    /^(?:interrupted|heckled|answered|challenged|corrected|contradicted|mocked|confronted)$/u.test(
      items[by - 1]!.lower,
    );
  return isPassive ? sourceStartingAt(text, items, by + 1, colon) : null;
}

/** `a door had appeared, with a sign: “…”` */
const signIn = (text: string, items: readonly Item[], noun: number): Source | null =>
  /^(?:sign|banner|placard|poster|note|label|sticker|plaque)$/u.test(items[noun]!.lower) &&
  items[noun - 2]?.lower === 'with'
    ? sourceEndingAt(text, items, noun, noun - 1)
    : null;

/** `Brandt: “…”`, as headlines have it. */
function labelledBy(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  if (items[quote - 1]?.text !== ':' || quote < 2) return null;
  const last = items[quote - 2]!;
  const source =
    interrupterIn(text, items, quote - 1) ??
    signIn(text, items, quote - 2) ??
    (last.entity?.type === 'person' ? sourceEndingAt(text, items, quote - 2, quote - 2) : null) ??
    clauseSubject(text, items, quote - 1, 0) ??
    leadingSource(text, items, quote - 1) ??
    firstPerson(text, frame, quote) ??
    sourceEndingAt(text, items, quote - 2, 0);
  return source && { quote, cue: null, source, place: 'before', mixed: false };
}
