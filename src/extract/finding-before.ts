/** Marked words whose cue stands before them: introduced, governed, or belonging to a noun of speech. */
import { wordCount } from '../text/tokens.ts';
import { type Cue, takesSpeech } from './cue-phrases.ts';
import { SPEECH_NOUNS } from './cues.ts';
import { FAR, type Finding, hasQuoteBetween, lastCueBefore } from './finding.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { isScare, isSentence, isTitled } from './marked-words.ts';
import { pronounSource, type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { frameSubject, leadingSource, sourceOf } from './sources.ts';
import { DETERMINERS, isComma, isDash, isNominal } from './word-classes.ts';

/** `Roe said: “…”`, `Roe said, “…”`, `Roe said “…”`. */
export function introducedBy(
  text: string,
  frame: Frame,
  quote: number,
  cues: readonly Cue[],
): Finding | null {
  const { items } = frame;
  const sign = items[quote - 1];
  const opened = isComma(sign) || sign?.text === ':' || isDash(sign);
  const cue = introducingCue(items, cues, quote);
  if (!cue || hasQuoteBetween(items, cue.last, quote)) return null;
  const near = quote - cue.last - 1;
  if (!opened && (near > 0 || isToldOf(items, cue, cues))) return null;
  if (!takesSpeech(cue) && sign?.text !== ':') return null;
  if (isComma(sign) && near > 14 && cue.type === 'verb') return null;
  if (cue.type === 'according' && !isComma(sign)) return null;
  return {
    quote,
    cue,
    source: sourceOf(text, frame, cue, quote),
    place: 'before',
    mixed: (!opened || isInserted(items, cue, quote)) && !isSentence(items[quote]!),
  };
}

/** `He had heard, he said, “the same silence”`, `said he would sue, “and so will we”`: the sentence goes on in marks. */
const isInserted = (items: readonly Item[], { first, last }: Cue, quote: number): boolean =>
  !items.slice(0, first).some(({ kind }) => kind === 'quote') &&
  isComma(items[quote - 1]) &&
  (isComma(items[first - 2]) || quote - last > 3) &&
  /^\P{L}*\p{Ll}/u.test(items[quote]!.text);

/** The last cue, but for a participle after what was written: "wrote in a message seen by this paper:". */
function introducingCue(items: readonly Item[], cues: readonly Cue[], quote: number): Cue | undefined {
  const last = lastCueBefore(cues, quote);
  if (!last || takesSpeech(last) || items[last.last + 1]?.lower !== 'by') return last;
  return cues.findLast((cue) => cue.last < last.first && takesSpeech(cue)) ?? last;
}

/** "said he would offer “a prayer”": what is said, not how. */
const isToldOf = (items: readonly Item[], cue: Cue, cues: readonly Cue[]): boolean =>
  (ALSO_OTHERWISE.has(cue.lemma) || isPlanned(items, cue)) &&
  cues.some(
    (other) =>
      other.last < cue.first && isSpeechItself(other) && !hasQuoteBetween(items, other.last, cue.first),
  );

/** "would reiterate", "to say": nothing said yet. */
const isPlanned = (items: readonly Item[], { first }: Cue): boolean =>
  /^(?:should|would|will|could|must|can|may|might|to)$/u.test(items[first - 1]?.lower ?? '');

/** `“A” and “B”`: the cue of the words before goes on. */
export function listedWith(
  text: string,
  frame: Frame,
  quote: number,
  cues: readonly Cue[],
  previous: Finding | null,
): Finding | null {
  if (!previous) return null;
  const between = cues.some(
    ({ first }) => first > previous.quote && first < quote && first !== previous.cue?.first,
  );
  const gap = frame.items.slice(previous.quote + 1, quote);
  if (between || gap.length > FAR || gap.some(({ text: sign }) => sign === ';')) return null;
  const isNewClause = gap.length > 3 && gap.at(-1)!.text === ':';
  if (isNewClause || isOwnedSpeech(frame.items, previous.quote, quote)) return null;
  return {
    ...previous,
    source: otherOf(text, frame.items, previous.quote, quote) ?? previous.source,
    quote,
    mixed: previous.place === 'before' ? previous.mixed || !isSentence(frame.items[quote]!) : previous.mixed,
  };
}

/** `one called it “a door” and another “a wall”`: who said the second. */
function otherOf(text: string, items: readonly Item[], before: number, quote: number): Source | null {
  const at = items.findIndex(
    ({ lower }, index) => index > before && index < quote && /^(?:another|others)$/u.test(lower),
  );
  const isSubject =
    at > 0 && /^(?:as|that|:|)$/u.test(items[at + 1]!.lower) && items[at - 1]!.lower === 'and';
  return isSubject ? sourceEndingAt(text, items, at, at) : null;
}

/** `Roe said the plan was “a farce”`, `called it “a farce”`, `promised to “rebuild”`. */
export function governedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const item = frame.items[quote]!;
  const cue = governingCue(text, frame, quote, cues);
  if (!cue || hasQuoteBetween(frame.items, cue.last, quote)) return null;
  if (cue.voice === 'passive' && cue.classes.has('saying') === false && !cue.classes.has('describing'))
    return null;
  const near = quote - cue.last;
  const weak = !takesSpeech(cue) && !cue.classes.has('describing') && !VOICING.has(cue.lemma);
  if (weak && wordCount(item.text) < 4) return null;
  if (near > FAR || (isScare(item) && weak) || isOwnedSpeech(frame.items, cue.last, quote)) return null;
  const mixed = !isWhole(frame.items, quote - 1);
  return { quote, cue, source: sourceOf(text, frame, cue, quote), place: 'before', mixed };
}

/** `with the caption “New at sea”`: all the words of it. */
const isWhole = (items: readonly Item[], noun: number): boolean =>
  /^(?:caption|words|message|comment|text)$/u.test(items[noun]!.lower) &&
  DETERMINERS.has(items[noun - 1]?.lower ?? '');

/** `responded to Roe’s statement that it was “cheap”`: the words are of the noun’s owner. */
const isOwnedSpeech = (items: readonly Item[], last: number, quote: number): boolean =>
  items.some(
    ({ lower }, index) =>
      index > last + 1 &&
      index < quote &&
      SPEECH_NOUNS.has(lower) &&
      items[index - 1]!.possessive &&
      items[index + 1]!.lower === 'that',
  );

/** The nearest cue, or the verb of saying above it: "said she hoped to “win”" are words that were said. */
function governingCue(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Cue | undefined {
  const nearest = lastCueBefore(cues, quote);
  if (!nearest || (isSpeechItself(nearest) && !isPlanned(frame.items, nearest))) return nearest;
  const above = cues.findLast(
    (cue) =>
      cue.last < nearest.first &&
      isSpeechItself(cue) &&
      cue.classes.has('saying') &&
      !hasQuoteBetween(frame.items, cue.last, quote),
  );
  if (!above || frame.items.slice(above.last, nearest.first).some(({ text: sign }) => sign === ';'))
    return nearest;
  const own = sourceOf(text, frame, nearest, quote);
  const isWhatClause = frame.items
    .slice(Math.max(0, nearest.first - 3), nearest.first)
    .some(({ lower }) => lower === 'what');
  return nearest.classes.has('describing') && own && !isWhatClause ? nearest : above;
}

const isSpeechItself = (cue: Cue): boolean =>
  (cue.classes.has('saying') || cue.classes.has('posting')) &&
  !ALSO_OTHERWISE.has(cue.lemma) &&
  cue.voice !== 'passive';

/** Verbs of saying that as often tell something else. */
const ALSO_OTHERWISE = new Set([
  'charge',
  'accuse',
  'agree',
  'conclude',
  'complain',
  'indicate',
  'underscore',
  'point',
  'boast',
  'suggest',
  'signal',
  'imply',
  'show',
  'offer',
  'reveal',
  'report',
  'rule',
  'share',
  'post',
  'tweet',
  'read',
]);

const VOICING = new Set([
  'express',
  'voice',
  'urge',
  'invite',
  'appeal',
  'order',
  'request',
  'demand',
  'thank',
  'apologize',
  'apologise',
  'threaten',
  'recommend',
  'explain',
  'outline',
  'propose',
  'regret',
  'call',
  'raise',
  'defend',
  'reject',
  'issue',
  'believe',
  'think',
]);

/** What stands before the author: "in the words of Roe", "a statement from the bank". */
const AUTHORED = /^(?:words? of|\S+ (?:from|by))$/u;

/** "a message from prison" */
const isWhereFrom = (item: Item | undefined): boolean =>
  item?.entity?.type === 'place' ||
  /^(?:prison|jail|exile|hospital|custody|detention|abroad|home|bed)$/u.test(item?.lower ?? '');

/** "in the words of his old friend, the poet, …" */
const isInWordsOf = (items: readonly Item[], noun: number): boolean =>
  /^words?$/u.test(items[noun]!.lower) && items[noun - 2]?.lower === 'in' && items[noun + 1]?.lower === 'of';

/** `Roe’s call for a “national smile”`: a word of the noun’s owner, however short. */
const isAskedFor = (items: readonly Item[], noun: number): boolean =>
  items[noun - 1]?.possessive === true &&
  /^(?:call|calls|demand|plea|appeal|promise|pledge)$/u.test(items[noun]!.lower);

/** "Roe’s remark", "the bank’s remark", "her remark" */
function ownerOf(text: string, items: readonly Item[], noun: number): Source | null {
  const owner = items[noun - 1];
  if (!owner?.possessive) return ownerPronoun(items, noun);
  return owner.kind === 'name'
    ? sourceEndingAt(text, items, noun - 1, noun - 1)
    : sourceEndingAt(text, items, noun, Math.max(0, determinerBefore(items, noun)));
}

const determinerBefore = (items: readonly Item[], noun: number): number =>
  items.findLastIndex(({ lower }, index) => index < noun && DETERMINERS.has(lower));

function ownerPronoun(items: readonly Item[], noun: number): Source | null {
  const owner = items.slice(Math.max(0, noun - 3), noun).findLast((item) => !isNominal(item));
  return owner && /^(?:his|her)$/u.test(owner.lower) ? pronounSource(owner) : null;
}

/** `her promise to “rebuild”`, `in a statement: “…”`. */
export function nounBefore(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  const noun = items.findLastIndex(
    ({ lower }, index) =>
      index < quote &&
      SPEECH_NOUNS.has(lower) &&
      (index >= quote - (items[quote - 1]!.text === ':' ? 10 : 6) ||
        (index >= quote - 14 && isInWordsOf(items, index))),
  );
  if (noun < 0 || isTitled(items[quote]!)) return null;
  const isGiven = items[quote - 1]?.text === ':' || isAskedFor(items, noun);
  if (isScare(items[quote]!) && !isGiven) return null;
  const by = isComma(items[noun + 1]) ? noun + 2 : noun + 1;
  const isAuthored =
    AUTHORED.test(`${items[noun]!.lower} ${items[by]!.lower}`) && !isWhereFrom(items[by + 1]);
  const author = isAuthored ? sourceStartingAt(text, items, by + 1, quote) : null;
  const source =
    author ??
    ownerOf(text, items, noun) ??
    frameSubject(text, frame, noun) ??
    leadingSource(text, items, noun);
  return {
    quote,
    cue: null,
    source,
    place: source ? 'before' : 'alone',
    mixed: items[quote - 1]?.text !== ':',
  };
}
