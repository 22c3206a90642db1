/** Verbs and phrases of saying among the items of a frame. */
import type { Span } from '../reaction.ts';
import { isOccupation, tagsOf } from '../text/lexicon.ts';
import { isOffice } from '../text/titles.ts';
import { type CueClass, type CueWord, cueWord, DOCUMENT_NOUNS } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  isComma,
  isNominal,
  isPronoun,
  PREPOSITIONS,
  RELATIVES,
} from './word-classes.ts';

export interface Cue extends Span {
  /** First and last item of the phrase. */
  readonly first: number;
  readonly last: number;
  readonly lemma: string;
  readonly classes: ReadonlySet<CueClass>;
  readonly type: 'verb' | 'according';
  /** "was told", "is quoted as saying": the subject is not who speaks, or speaks by another's pen. */
  readonly voice: 'active' | 'passive' | 'quoted';
  /** "adding", "to say": its subject stands in the clause above. */
  readonly dependent: boolean;
}

const BE = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'being', '’s', "'s"]);
// Verbs that are cues only together with a particle.
const PARTICLES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['go', new Set(['on'])],
  ['put', new Set(['it', 'this'])],
  ['point', new Set(['out', 'to'])],
  ['speak', new Set(['of'])],
  ['sum', new Set(['up'])],
  ['shoot', new Set(['back'])],
  ['hit', new Set(['back', 'out'])],
  ['fire', new Set(['back', 'off'])],
  ['strike', new Set(['back'])],
  ['weigh', new Set(['in'])],
  ['pipe', new Set(['up'])],
  ['butt', new Set(['in'])],
]);

/** Marked words, reported speech and what stands around them ask for the cues of the same sentence. */
const cuesOf = new WeakMap<readonly Item[], readonly Cue[]>();

export function cuesIn({ items }: Pick<Frame, 'items'>): readonly Cue[] {
  const known = cuesOf.get(items);
  if (known) return known;
  const cues: Cue[] = [];
  items.forEach((_, index) => {
    const cue = accordingAt(items, index) ?? quotedAt(items, index) ?? verbAt(items, index);
    if (cue && (cues.at(-1)?.last ?? -1) < cue.first) cues.push(cue);
  });
  cuesOf.set(items, cues);
  return cues;
}

function accordingAt(items: readonly Item[], index: number): Cue | null {
  const next = items[index + 1];
  if (items[index]!.lower !== 'according' || next?.lower !== 'to') return null;
  return cueOf(
    items,
    index,
    index + 1,
    { lemma: 'according to', classes: new Set(['saying']) },
    'according',
    'active',
    false,
  );
}

/** "was quoted as saying" and "quoted Roe as saying": the phrase, or its last verb where a name parts it. */
function quotedAt(items: readonly Item[], index: number): Cue | null {
  const { lower } = items[index]!;
  if (!/^(?:quoted|quotes|quoting|cited|citing)$/u.test(lower)) return null;
  const as = items.findIndex(
    (item, at) =>
      at > index &&
      at < index + 16 &&
      item.lower === 'as' &&
      /^(?:saying|stating|writing|telling|adding)$/u.test(items[at + 1]?.lower ?? ''),
  );
  if (as < 0) return null;
  const word = { lemma: 'quote', classes: new Set<CueClass>(['saying']) };
  const passive = BE.has(items[index - 1]?.lower ?? '');
  if (as === index + 1 || (passive && items[index + 1]!.lower === 'by'))
    return cueOf(items, passive ? index - 1 : index, as + 1, word, 'verb', 'active', false);
  return { ...cueOf(items, as, as + 1, word, 'verb', 'quoted', false), first: index };
}

function verbAt(items: readonly Item[], index: number): Cue | null {
  const item = items[index]!;
  if (item.kind !== 'word') return null;
  const word = cueWord(item.lower);
  if (!word || isNounHere(items, index) || (item.lower === word.lemma && !takesBaseForm(items, index)))
    return null;
  if (item.lower === 'called' && isNameGiving(items, index)) return null;
  if (item.lower === 'known' && !AUXILIARIES.has(beforeAdverbs(items, index)?.lower ?? '')) return null;
  const particles = PARTICLES.get(word.lemma);
  const next = items[index + 1]?.lower ?? '';
  const isOfWords = /^(?:run|go)$/u.test(word.lemma) && isRunAfter(items, index);
  if (particles && !particles.has(next) && !isOfWords) return null;
  if (/^(?:use|continue|begin)$/u.test(word.lemma) && next === 'to') return null;
  if (word.lemma === 'run' && !isOfWords) return null;
  const last = particles?.has(next) && word.lemma !== 'speak' ? index + 1 : index;
  const before = beforeAdverbs(items, index);
  const passive = BE.has(before?.lower ?? '') && !item.lower.endsWith('ing');
  const dependent = item.lower.endsWith('ing') ? !BE.has(before?.lower ?? '') : before?.lower === 'to';
  return cueOf(items, index, last, word, 'verb', passive ? 'passive' : 'active', dependent);
}

/** "a nurse called Birgit", where no words in marks follow that she is called. */
const isNameGiving = (items: readonly Item[], index: number): boolean =>
  items[index + 1]?.kind === 'name' &&
  items[index + 2]?.kind !== 'quote' &&
  items[index - 1]?.kind === 'word' &&
  items.slice(Math.max(0, index - 4), index - 1).some(({ lower }) => /^(?:an?|another|one)$/u.test(lower));

/** `“…,” ran another tweet`, `“…,” goes another`: elsewhere people run and go, and things. */
const isRunAfter = (items: readonly Item[], index: number): boolean =>
  items[isComma(items[index - 1]) ? index - 2 : index - 1]?.kind === 'quote' &&
  DETERMINERS.has(items[index + 1]?.lower ?? '');

function beforeAdverbs(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1;
  while (at >= 0 && (isAdverb(items[at]!) || ADVERBS.has(items[at]!.lower) || items[at]!.lower === 'not'))
    at -= 1;
  return items[at];
}

/** "the claims", "a new report", "in reply", "he calls appeals": a noun by what stands before it. */
function isNounHere(items: readonly Item[], index: number): boolean {
  const { lower } = items[index]!;
  const before = items[index - 1];
  if (!before || before.kind === 'quote' || before.kind === 'mark') return isBareNoun(items, index);
  if (/^\d[\d.,]*(?:k|m|bn)?$/u.test(before.lower) && lower.endsWith('s')) return true;
  const nounLike =
    tagsOf(lower).some((tag) => tag === 'Singular' || tag === 'Plural' || tag === 'Noun') ||
    /^(?:tweets?|posts?|reports?|claims?|calls?|comments?|notes?|answers?|remarks?|shouts?|cries|blogs?|thoughts?|quotes?|texts?|replies|reply|statements?)$/u.test(
      lower,
    );
  if (before.possessive) return !lower.endsWith('ed') || nounLike;
  if (before.lower === 'such') return true;
  if (
    lower.endsWith('s') &&
    cueWord(before.lower)?.classes.has('describing') &&
    isPronoun(items[index - 2] ?? before)
  )
    return true;
  if (
    DETERMINERS.has(before.lower) &&
    !/^(?:that|this|these|those|all|both|many|some|another|one|several|most)$/u.test(before.lower)
  )
    return true;
  if (/^(?:states|plans|notes)$/u.test(lower) && before.kind === 'word' && !isTeller(before)) return true;
  if (!nounLike) return false;
  return PREPOSITIONS.has(before.lower)
    ? before.lower !== 'to'
    : before.kind === 'word' && !isOffice(before.lower) && tagsOf(before.lower).includes('Adjective');
}

/** "the team say": no noun is spelled so. */
const NEVER_NOUNS = new Set(
  'say tell write argue insist believe admit describe deny explain suggest maintain'.split(' '),
);

/** Stands before a verb: "she also notes", "the report states", "the nurse plans", and no "swing states". */
const isTeller = (item: Item): boolean =>
  isPronoun(item) ||
  isAdverb(item) ||
  RELATIVES.has(item.lower) ||
  DOCUMENT_NOUNS.has(item.lower) ||
  isOccupation(item.lower);

/** A bare form is a verb after "to", an auxiliary or a plural; elsewhere it is a noun ("state", "report"). */
function takesBaseForm(items: readonly Item[], index: number): boolean {
  const { lower } = items[index]!;
  if (/^(?:read|put|hit)$/u.test(lower)) return true;
  const before = beforeAdverbs(items, index);
  if (!before) return false;
  if (before.kind === 'name')
    return before.entity?.type !== 'person' && !before.possessive && before.lower.endsWith('s');
  return (
    /^(?:to|who|i|we|you|they|people|police|media|some|many|others|that|which)$/u.test(before.lower) ||
    AUXILIARIES.has(before.lower) ||
    (NEVER_NOUNS.has(lower) && before.kind === 'word' && isNominal(before)) ||
    (/[^s]s$/u.test(before.lower) && !before.possessive)
  );
}

/** "Claims that …", "Signs of …" at the start of a sentence; "Says Roe" and "Said Roe" are verbs. */
const isBareNoun = (items: readonly Item[], index: number): boolean =>
  index === 0 && items[0]!.lower.endsWith('s') && items[1]?.kind !== 'name';

function cueOf(
  items: readonly Item[],
  first: number,
  last: number,
  word: CueWord,
  type: Cue['type'],
  voice: Cue['voice'],
  dependent: boolean,
): Cue {
  return { first, last, start: items[first]!.start, end: items[last]!.end, ...word, type, voice, dependent };
}

export const takesClauses = (cue: Cue): boolean =>
  cue.classes.has('saying') || cue.classes.has('thinking') || cue.classes.has('posting');

/** Takes words in marks as they were said: not "called" or "urged", which take fragments. */
export const takesSpeech = (cue: Cue): boolean =>
  cue.classes.has('saying') || cue.classes.has('posting') || cue.classes.has('manner');
