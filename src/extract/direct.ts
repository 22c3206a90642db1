/** Which cue and which source a stretch of marked words has inside its own sentence. */
import { isTitleCase } from '../text/entities.ts';
import { tagsOf } from '../text/lexicon.ts';
import { wordCount } from '../text/tokens.ts';
import { type Cue, cuesIn, takesSpeech } from './cue-phrases.ts';
import { SPEECH_NOUNS } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { isNameOrTerm, isNounPhrase, isScare, isSentence, isTitled, isTitledName } from './marked-words.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { firstPerson, frameSubject, sourceOf } from './sources.ts';
import { clauseSubject, subjectAfter, subjectBefore } from './subjects.ts';
import { isComma, isDash, isPlainVerb } from './word-classes.ts';

export interface Finding {
  /** Item of the marked words. */
  readonly quote: number;
  readonly cue: Cue | null;
  readonly source: Source | null;
  /** `alone`: nothing in the sentence tells whose words these are. */
  readonly place: 'before' | 'after' | 'alone';
  readonly mixed: boolean;
}

const FAR = 40;

/** Marked words of the frame that are a quotation, in order. */
export function findingsIn(text: string, frame: Frame): Finding[] {
  const findings: Finding[] = [];
  const plain = withoutTitles(text, frame);
  const cues = cuesIn(plain);
  plain.items.forEach((item, quote) => {
    if (item.kind !== 'quote') return;
    const finding = findingFor(text, plain, quote, cues, findings.at(-1) ?? null);
    if (finding) findings.push(finding);
  });
  return findings;
}

/** The same sentence with titles and terms as plain words, so that a subject is found across them. */
function withoutTitles(text: string, frame: Frame): Frame {
  const isPlain = (item: Item, index: number): boolean =>
    item.kind === 'quote' &&
    /[\p{L}\p{N}]/u.test(frame.items[index - 1]?.text ?? '') &&
    (isNameOrTerm(text, frame, index) || (isTitledName(frame, index) && wordCount(item.text) < 6));
  if (!frame.items.some(isPlain)) return frame;
  return { ...frame, items: frame.items.map((item, index) => (isPlain(item, index) ? asWord(item) : item)) };
}

const asWord = (item: Item): Item => ({
  ...item,
  kind: 'word',
  lower: item.text.toLowerCase(),
  marked: null,
});

function findingFor(
  text: string,
  frame: Frame,
  quote: number,
  cues: readonly Cue[],
  previous: Finding | null,
): Finding | null {
  const item = frame.items[quote]!;
  const headed = headedBy(text, frame, quote, cues);
  if (headed) return headed;
  const introduced = introducedBy(text, frame, quote, cues);
  const tagged =
    introduced && frame.items[quote - 1]?.text === ':' ? followedBy(text, frame, quote, cues) : null;
  if (introduced) return tagged?.cue && tagged.source ? tagged : introduced;
  if (isNameOrTerm(text, frame, quote)) return null;
  const followed =
    signedBy(text, frame, quote) ??
    shoutedIn(text, frame, quote, cues) ??
    followedBy(text, frame, quote, cues);
  if (followed) return followed;
  if (isTitledName(frame, quote)) return null;
  const listed = listedWith(frame, quote, cues, previous);
  if (listed) return listed;
  return (
    governedBy(text, frame, quote, cues) ??
    closedBy(text, frame, quote, cues) ??
    nounBefore(text, frame, quote) ??
    alone(text, frame, quote, item)
  );
}

/** `Roe said: “…”`, `Roe said, “…”`, `Roe said “…”`. */
function introducedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const sign = items[quote - 1];
  const opened = isComma(sign) || sign?.text === ':' || isDash(sign);
  const cue = lastCueBefore(cues, quote);
  if (!cue || hasQuoteBetween(items, cue.last, quote)) return null;
  const near = quote - cue.last - 1;
  if (near > 0 && !opened) return null;
  if (!takesSpeech(cue) && sign?.text !== ':') return null;
  if (isComma(sign) && near > 14 && cue.type === 'verb') return null;
  if (cue.type === 'according' && !isComma(sign)) return null;
  return {
    quote,
    cue,
    source: sourceOf(text, frame, cue, quote),
    place: 'before',
    mixed: !opened && !isSentence(items[quote]!),
  };
}

/** `“…,” Roe said`, `“…,” said Roe`, also with a comma outside the marks. */
function followedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const start = quote + (isComma(items[quote + 1]) || isDash(items[quote + 1]) ? 2 : 1);
  const ready =
    start > quote + 1 || /[,?!…—–-]["”’'»“]*$/u.test(items[quote]!.text) || opensFrame(items, quote);
  if (!ready || start >= items.length) return null;
  const end = nextQuote(items, quote);
  const cue = cues.find(
    ({ first, last, type }) =>
      first >= start && last < end && (first === start || type === 'according' || first > start),
  );
  const mixed = !opensFrame(items, quote) && !followsSpeech(items, quote);
  if (!cue) return manneredBy(text, frame, quote, start, end, mixed);
  if (cue.type === 'according')
    return { quote, cue, source: sourceStartingAt(text, items, cue.last + 1, end), place: 'after', mixed };
  if (cue.first === start && cue.dependent) return null;
  if (cue.first === start)
    return { quote, cue, source: subjectAfter(text, items, cue.last, end), place: 'after', mixed };
  const source = subjectBefore(text, items, cue.first, start);
  if (!source || !takesSpeech(cue) || startsLate(items, start, source))
    return manneredBy(text, frame, quote, start, end, mixed);
  return { quote, cue, source, place: 'after', mixed };
}

/** The subject of an attribution stands at its clause's start, adverbs and phrases of place aside. */
function startsLate(items: readonly Item[], start: number, source: Source): boolean {
  const between = items.slice(start).filter((item) => item.end <= source.phrase.start);
  return between.some((item) => item.kind === 'word' && isPlainVerb(item)) || between.length > 12;
}

/** `“…” — Lena Brandt`: a name after a dash, and nothing more. */
function signedBy(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  if (!isDash(items[quote + 1]) || items[quote + 2]?.kind !== 'name') return null;
  const rest = items.slice(quote + 3);
  if (rest.length > 12 || rest.some((item) => item.kind === 'word' && isPlainVerb(item))) return null;
  return {
    quote,
    cue: null,
    source: sourceEndingAt(text, items, quote + 2, quote + 2),
    place: 'after',
    mixed: false,
  };
}

/** `“…” was shouted from the gallery`: the words are the subject. */
function shoutedIn(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  if (!opensFrame(items, quote) || !/^(?:was|were|is|are|has|have)$/u.test(items[quote + 1]?.lower ?? ''))
    return null;
  const cue = cues.find(({ first, voice }) => first > quote + 1 && first <= quote + 4 && voice === 'passive');
  if (!cue || !takesSpeech(cue)) return null;
  return { quote, cue, source: sourceOf(text, frame, cue, items.length), place: 'after', mixed: false };
}

/** A verb that no list holds, in the place of a cue: `“…,” Roe thundered.` */
function manneredBy(
  text: string,
  frame: Frame,
  quote: number,
  start: number,
  end: number,
  mixed: boolean,
): Finding | null {
  const { items } = frame;
  if (!/[,?!]["”’'»“]*$/u.test(items[quote]!.text)) return null;
  const verb = items.findIndex(
    (item, index) =>
      index > start && index < end && item.kind === 'word' && tagsOf(item.lower).includes('PastTense'),
  );
  if (verb < 0 || verb - start > 10) return null;
  const source = subjectBefore(text, items, verb, start);
  if (!source || startsLate(items, start, source)) return null;
  const cue: Cue = {
    first: verb,
    last: verb,
    start: items[verb]!.start,
    end: items[verb]!.end,
    lemma: items[verb]!.lower,
    classes: new Set(['manner']),
    type: 'verb',
    voice: 'active',
    dependent: false,
  };
  return { quote, cue, source, place: 'after', mixed };
}

/** `“A” and “B”`: the cue of the words before goes on. */
function listedWith(
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
  if (between || gap.length > FAR || gap.some(({ text }) => text === ';')) return null;
  return {
    ...previous,
    quote,
    mixed: previous.place === 'before' ? previous.mixed || !isSentence(frame.items[quote]!) : previous.mixed,
  };
}

/** `Roe said the plan was “a farce”`, `called it “a farce”`, `promised to “rebuild”`. */
function governedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const item = frame.items[quote]!;
  const cue = governingCue(text, frame, quote, cues);
  if (!cue || hasQuoteBetween(frame.items, cue.last, quote)) return null;
  if (cue.voice === 'passive' && cue.classes.has('saying') === false && !cue.classes.has('describing'))
    return null;
  const near = quote - cue.last;
  const weak = !takesSpeech(cue) && !cue.classes.has('describing') && !VOICING.has(cue.lemma);
  if (weak && wordCount(item.text) < 4) return null;
  if (near > FAR || (isScare(item) && weak)) return null;
  return { quote, cue, source: sourceOf(text, frame, cue, quote), place: 'before', mixed: true };
}

/** The nearest cue, or the verb of saying above it: "said she hoped to “win”" are words that were said. */
function governingCue(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Cue | undefined {
  const nearest = lastCueBefore(cues, quote);
  if (!nearest || isSpeechItself(nearest)) return nearest;
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
  return nearest.classes.has('describing') && own && own.form !== 'pronoun' ? nearest : above;
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
]);

const VOICING = new Set([
  'express',
  'voice',
  'urge',
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
  'call',
  'raise',
  'defend',
  'reject',
  'issue',
  'believe',
  'think',
]);

/** `The plan is “a farce” for all, Roe said.` */
function closedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const cue = cues.findLast(({ first }) => first > quote);
  if (!cue) return null;
  if (cue.type === 'according') {
    if (isScare(items[quote]!)) return null;
    return {
      quote,
      cue,
      source: sourceStartingAt(text, items, cue.last + 1, items.length),
      place: 'after',
      mixed: true,
    };
  }
  const comma = items.findLastIndex((item, index) => index < cue.first && index > quote && isComma(item));
  if (comma < 0 || !takesSpeech(cue)) return null;
  const source =
    subjectBefore(text, items, cue.first, comma + 1) ?? subjectAfter(text, items, cue.last, items.length);
  return source && !(isScare(items[quote]!) && comma - quote > 8)
    ? { quote, cue, source, place: 'after', mixed: true }
    : null;
}

/** `her promise to “rebuild”`, `in a statement: “…”`. */
function nounBefore(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  const noun = items.findLastIndex(
    (item, index) => index < quote && index >= quote - 6 && SPEECH_NOUNS.has(item.lower),
  );
  if (noun < 0 || isTitled(items[quote]!) || (isScare(items[quote]!) && items[quote - 1]?.text !== ':'))
    return null;
  const owner = items[noun - 1];
  const source =
    owner?.kind === 'name' && owner.possessive
      ? sourceEndingAt(text, items, noun - 1, 0)
      : frameSubject(text, frame, noun);
  return {
    quote,
    cue: null,
    source,
    place: source ? 'before' : 'alone',
    mixed: items[quote - 1]?.text !== ':',
  };
}

/** Whole sentences in marks, and long fragments; short ones without a cue are held at a distance. */
function alone(text: string, frame: Frame, quote: number, item: Item): Finding | null {
  const whole = frame.items.every(({ kind }) => kind !== 'word' && kind !== 'name');
  if (whole) return { quote, cue: null, source: null, place: 'alone', mixed: false };
  const labelled = labelledBy(text, frame, quote);
  if (labelled) return labelled;
  if (wordCount(item.text) < 4 || isNounPhrase(frame, quote)) return null;
  return {
    quote,
    cue: null,
    source: frameSubject(text, frame, quote),
    place: 'alone',
    mixed: !isSentence(item),
  };
}

/** `Brandt: Ferry Plan ‘Is a Farce’`: a headline whose first words, before a colon, say all the rest. */
function headedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const colon = items.findIndex((item) => item.text === ':');
  if (
    colon < 1 ||
    colon > 8 ||
    colon >= quote ||
    !isTitleCase(text.slice(frame.start, frame.end).replace(/[.]$/u, ''))
  )
    return null;
  if (cues.some(({ first }) => first < colon) || items.slice(0, colon).some(({ kind }) => kind === 'quote'))
    return null;
  const source = firstPerson(text, frame, colon) ?? sourceEndingAt(text, items, colon - 1, 0);
  return source && { quote, cue: null, source, place: 'before', mixed: quote > colon + 1 };
}

/** `Brandt: “…”`, as headlines have it. */
function labelledBy(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  if (items[quote - 1]?.text !== ':' || quote < 2) return null;
  const last = items[quote - 2]!;
  const source =
    (last.entity?.type === 'person' ? sourceEndingAt(text, items, quote - 2, quote - 2) : null) ??
    clauseSubject(text, items, quote - 1, 0) ??
    firstPerson(text, frame, quote) ??
    sourceEndingAt(text, items, quote - 2, 0);
  return source && { quote, cue: null, source, place: 'before', mixed: false };
}

const lastCueBefore = (cues: readonly Cue[], quote: number): Cue | undefined =>
  cues.findLast(({ last }) => last < quote);

const hasQuoteBetween = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from + 1, to).some(({ kind }) => kind === 'quote');

const nextQuote = (items: readonly Item[], quote: number): number => {
  const next = items.findIndex(({ kind }, index) => index > quote && kind === 'quote');
  return next < 0 ? items.length : next;
};

/** Nothing but marks stands before the words. */
const opensFrame = (items: readonly Item[], quote: number): boolean =>
  items.slice(0, quote).every(({ kind, lower }) => kind === 'mark' || lower === 'and' || lower === 'but');

const followsSpeech = (items: readonly Item[], quote: number): boolean =>
  items.slice(0, quote).some(({ kind }) => kind === 'quote');
