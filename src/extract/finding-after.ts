/** Marked words whose cue stands after them, right there or at the end of the sentence. */
import { tagsOf } from '../text/lexicon.ts';
import { isHandle, wordCount } from '../text/tokens.ts';
import { POST_NOUNS, SPEECH_NOUNS } from './cues.ts';
import { type Cue, takesSpeech } from './cue-phrases.ts';
import { type Finding, followsSpeech, lastCueBefore, nextQuote, opensFrame } from './finding.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { isScare, isTitled } from './marked-words.ts';
import { type Source, sourceEndingAt, sourceStartingAt } from './mentions.ts';
import { sourceOf } from './sources.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import {
  DETERMINERS,
  isComma,
  isDash,
  isPlainVerb,
  isPronoun,
  PREPOSITIONS,
  RELATIVES,
} from './word-classes.ts';

/** `“…,” Roe said`, `“…,” said Roe`, also with a comma outside the marks. */
export function followedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const start = quote + (isComma(items[quote + 1]) || isDash(items[quote + 1]) ? 2 : 1);
  const ready =
    start > quote + 1 || /[,?!…—–-]["”’'»“」』]*$/u.test(items[quote]!.text) || opensFrame(items, quote);
  if (!ready || start >= items.length) return null;
  if (
    /^(?:and|but|while|although|though|whereas|so|until|because|before|after|unless|since)$/u.test(
      items[start]!.lower,
    )
  )
    return null;
  if (opensRelative(items, start)) return null;
  const end = nextQuote(items, quote);
  const governing = lastCueBefore(cues, quote);
  const cued = governing !== undefined;
  const cue = mainCue(
    items,
    cues.filter(({ first, last }) => first >= start && last < end),
  );
  const mixed = !opensFrame(items, quote) && !followsSpeech(items, quote) && items[quote - 1]?.text !== ':';
  if (mixed && governing && takesSpeech(governing) && isRightBefore(items, governing, quote)) return null;
  if (mixed && governing && isNaming(items, governing, quote)) return null;
  // `Roe said people “should wait” — a slip, his office said`
  if (mixed && governing && takesSpeech(governing) && isDash(items[quote + 1])) return null;
  if (!cue) return manneredBy(text, frame, quote, start, end, { mixed, cued });
  if (isPassedOn(cue) && (governing?.classes.has('saying') || governing?.classes.has('describing')) && mixed)
    return null;
  if (cue.type === 'according')
    return { quote, cue, source: sourceStartingAt(text, items, cue.last + 1, end), place: 'after', mixed };
  if (cue.first === start && (cue.dependent || isPostedThing(items, cue))) return null;
  if (cue.first === start)
    return { quote, cue, source: subjectAfter(text, items, cue.last, end), place: 'after', mixed };
  const asker = askedBy(text, items, cue, start, end);
  if (asker) return { quote, cue, source: asker, place: 'after', mixed };
  const source = subjectBefore(text, items, cue.first, start);
  const reports = items[cue.last + 1]?.lower === 'that' && !opensFrame(items, quote);
  if (!source || !takesSpeech(cue) || reports || startsLate(items, start, source))
    return manneredBy(text, frame, quote, start, end, { mixed, cued });
  return { quote, cue, source, place: 'after', mixed };
}

/** `“…?” The question, asked by a child, made many laugh.` */
const askedBy = (text: string, items: readonly Item[], cue: Cue, start: number, end: number): Source | null =>
  SPEECH_NOUNS.has(items[start + 1]?.lower ?? '') &&
  cue.first <= start + 3 &&
  items[cue.last + 1]?.lower === 'by'
    ? sourceStartingAt(text, items, cue.last + 2, end)
    : null;

/** `Roe said it was “…,” Reuters reported`, `…, according to two members`: others hand on what was said. */
const isPassedOn = ({ type, lemma }: Cue): boolean => type === 'according' || lemma === 'report';

/** `“…”, to which Roe replied`: said of the words, and not saying them. */
const opensRelative = (items: readonly Item[], start: number): boolean =>
  /^(?:which|whom)$/u.test(items[PREPOSITIONS.has(items[start]!.lower) ? start + 1 : start]?.lower ?? '');

/** `…, posted a video of the street`: what was posted, and not who did. */
const isPostedThing = (items: readonly Item[], { last, classes }: Cue): boolean =>
  classes.has('posting') &&
  DETERMINERS.has(items[last + 1]?.lower ?? '') &&
  items
    .slice(last + 2, last + 5)
    .some(
      ({ lower }) =>
        /^(?:photo|picture|image|selfie|still|meme|screenshot|map)$/u.test(lower) || POST_NOUNS.has(lower),
    ) &&
  !/^(?:another|one)$/u.test(items[last + 1]!.lower);

/** `As Roe claimed that “…,” Doe said`: the words are of the clause that they complete. */
const isRightBefore = (items: readonly Item[], { last }: Cue, quote: number): boolean =>
  last === quote - 1 || (last === quote - 2 && items[quote - 1]!.lower === 'that');

/** `Her critics call her “…,” she says`: the words are of those who call her so. */
const isNaming = (items: readonly Item[], { first, last, classes }: Cue, quote: number): boolean =>
  classes.has('describing') &&
  last === quote - 2 &&
  /^(?:him|her|them|me|us)$/u.test(items[quote - 1]!.lower) &&
  first > 0 &&
  !isPronoun(items[first - 1]!);

/** The first cue, but for one in a clause about who speaks: "one resident, who asked not to be named, said". */
const mainCue = (items: readonly Item[], cues: readonly Cue[]): Cue | undefined =>
  cues.find(({ first }, index) => {
    const isRelative = RELATIVES.has(items[first - 1]?.lower ?? '');
    return (
      !isRelative ||
      !cues.slice(index + 1).some((later) => takesSpeech(later) && isComma(items[later.first - 1]))
    );
  });

/** The subject of an attribution stands at its clause's start, adverbs and phrases of place aside. */
function startsLate(items: readonly Item[], start: number, source: Source): boolean {
  const between = items.slice(start).filter((item) => item.end <= source.phrase.start);
  const hasVerb = between.some(
    (item, index) =>
      item.kind === 'word' &&
      isPlainVerb(item) &&
      !/^(?:named|called|nicknamed|identified)$/u.test(item.lower) &&
      between[index - 1]?.lower !== 'who',
  );
  return hasVerb || between.length > 12;
}

/** `“…” — Lena Brandt`, `“…” (@lena, 22K likes)`: a name after a dash or a user name in brackets, and nothing more. */
export function signedBy(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  const [sign, name] = [items[quote + 1], items[quote + 2]];
  if (!sign || !name) return null;
  const isUser = isHandle(name.text) && /^[-(]$/u.test(sign.text);
  if (!isUser && !(isDash(sign) && (name.kind === 'name' || isHandle(name.text)))) return null;
  const rest = items.slice(quote + 3);
  const isClause =
    rest.length > 0 && !isComma(rest[0]) && rest.some((item) => item.kind === 'word' && isPlainVerb(item));
  if (rest.length > 12 || isClause) return null;
  return {
    quote,
    cue: null,
    source: sourceEndingAt(text, items, quote + 2, quote + 2),
    place: 'after',
    mixed: false,
  };
}

/** `“…” was shouted from the gallery`: the words are the subject. */
export function shoutedIn(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  if (!opensFrame(items, quote) || !/^(?:was|were|is|are|has|have)$/u.test(items[quote + 1]?.lower ?? ''))
    return null;
  const cue = cues.find(({ first, voice }) => first > quote + 1 && first <= quote + 4 && voice === 'passive');
  if (!cue || !takesSpeech(cue)) return null;
  return { quote, cue, source: sourceOf(text, frame, cue, items.length), place: 'after', mixed: false };
}

/** `“…” was the verdict of the Evening Post`, `“…” came the reply`: the words are what a noun of speech names. */
export function namedAfter(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  if (!opensFrame(items, quote) || !/^(?:was|were|is|are|comes|came)$/u.test(items[quote + 1]?.lower ?? ''))
    return null;
  const end = nextQuote(items, quote);
  const noun = items.findIndex(
    ({ lower }, index) => index > quote + 1 && index < Math.min(end, quote + 8) && VERDICTS.has(lower),
  );
  if (noun < 0) return null;
  const owner = items[noun - 1]!;
  const source = VOICES.test(items[noun]!.lower)
    ? sourceEndingAt(text, items, noun, quote + 2)
    : /^(?:of|from|by)$/u.test(items[noun + 1]?.lower ?? '')
      ? sourceStartingAt(text, items, noun + 2, end)
      : owner.possessive
        ? sourceEndingAt(text, items, noun - 1, quote + 2)
        : null;
  const isNobodys = items[quote + 1]!.lower === 'came' && noun - quote <= 4;
  const post =
    isNobodys && /^(?:one|another|an?)$/u.test(owner.lower)
      ? sourceEndingAt(text, items, noun, noun - 1)
      : null;
  return source || isNobodys
    ? { quote, cue: null, source: source ?? post, place: 'after', mixed: false }
    : null;
}

const VERDICTS = new Set(
  'verdict reply answer response comment message description assessment judgement judgment warning advice reaction words conclusion voice voices shout shouts cry cries call heckle'.split(
    ' ',
  ),
);

/** Of nobody else: "a voice from the gallery". */
const VOICES = /^voices?$/u;

/** `He said nothing, “which proves it”, as one colleague remarked.`: said by the one who is told of last. */
export function asToldBy(
  text: string,
  { items }: Frame,
  quote: number,
  cues: readonly Cue[],
): Finding | null {
  const as = isComma(items[quote + 1]) ? quote + 2 : quote + 1;
  if (items[as]?.lower !== 'as') return null;
  const cue = cues.find(({ first }) => first > as + 1 && first < as + 9);
  const next = cue && items[cue.last + 1];
  if (!cue || !takesSpeech(cue) || (next && next.kind !== 'mark')) return null;
  const source = subjectBefore(text, items, cue.first, as + 1);
  return source && { quote, cue, source, place: 'after', mixed: !opensFrame(items, quote) };
}

/** `“…” is how Roe put it.` */
export function putBy(text: string, frame: Frame, quote: number): Finding | null {
  const { items } = frame;
  const at = items.findIndex(({ lower }, index) => index > quote && index <= quote + 3 && lower === 'how');
  if (at < 0 || !opensFrame(items, quote) || !/^(?:was|is)$/u.test(items[at - 1]!.lower)) return null;
  const source = sourceStartingAt(text, items, at + 1, items.length);
  return source && { quote, cue: null, source, place: 'after', mixed: false };
}

/** `was called “brilliant” by one critic and “a nap” by another`: who calls it so stands after the words. */
export function calledBy(
  text: string,
  frame: Frame,
  quote: number,
  cues: readonly Cue[],
  previous: Finding | null,
): Finding | null {
  const { items } = frame;
  if (items[quote + 1]?.lower !== 'by' || isTitled(items[quote]!)) return null;
  const cue = cues.findLast(({ last }) => last < quote);
  if (!cue || quote - cue.last > (previous?.cue === cue ? 12 : cue.voice === 'passive' ? 6 : 3)) return null;
  const isPassive = cue.voice === 'passive' || (cue.classes.has('describing') && cue.last >= quote - 2);
  const source = isPassive ? sourceStartingAt(text, items, quote + 2, nextQuote(items, quote)) : null;
  return source && { quote, cue, source, place: 'before', mixed: true };
}

const isPastForm = (word: string): boolean =>
  tagsOf(word).includes('PastTense') || (/[^e]ed$/u.test(word) && !tagsOf(word).includes('Singular'));

/** A verb that no list holds, in the place of a cue: `“…,” Roe thundered.` */
function manneredBy(
  text: string,
  frame: Frame,
  quote: number,
  start: number,
  end: number,
  { mixed, cued }: { mixed: boolean; cued: boolean },
): Finding | null {
  const { items } = frame;
  if (!/[,?!]["”’'»“」』]*$/u.test(items[quote]!.text) || (mixed && cued)) return null;
  const verb = items.findIndex(
    (item, index) => index > start && index < end && item.kind === 'word' && isPastForm(item.lower),
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

/** `The minister’s “reform” is …, critics say`: a word held at a distance by the text itself. */
const isOwned = (items: readonly Item[], quote: number): boolean =>
  wordCount(items[quote]!.text) === 1 &&
  isScare(items[quote]!) &&
  (items[quote - 1]?.possessive === true || DETERMINERS.has(items[quote - 1]?.lower ?? ''));

/** `The plan is “a farce” for all, Roe said.` */
export function closedBy(text: string, frame: Frame, quote: number, cues: readonly Cue[]): Finding | null {
  const { items } = frame;
  const cue = cues.findLast(({ first }) => first > quote);
  if (!cue || isOwned(items, quote)) return null;
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
