/**
 * Speakers resolved: a short name, an office, a pronoun or "the statement" to the name that the story gave
 * first. Deterministic sieves, most certain first (after Lee et al., "Deterministic Coreference Resolution
 * Based on Entity-Centric, Precision-Ranked Rules", Computational Linguistics 39(4), 2013): same name, part of
 * a name, role, document, pronoun by recency with the subject preferred.
 */
import type { Speaker } from '../reaction.ts';
import { isDemonym } from '../text/lexicon.ts';
import { ORGANISATION_HEADS } from '../text/name-words.ts';
import { isHandle } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { authorName, ownerName, type Past } from './authors.ts';
import { cueWord, DOCUMENT_NOUNS, REPLYING } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import type { Source } from './mentions.ts';
import { isPerson, isPlural, unfitFor } from './person-nouns.ts';
import { type Bearer, type Register, registerOf } from './register.ts';
import { clauseSubject } from './subjects.ts';
import { DETERMINERS, isComma, isNominal, SUBJECT_FORMS } from './word-classes.ts';

/** The sentences of one story, and the number of the first of them in the document. */
export interface StoryFrames {
  readonly frames: readonly Frame[];
  readonly first: number;
}

/**
 * The speaker of each attribution of one story, in their order.
 * @param everyone who is named in the whole document: a short name that the story leaves open may stand there
 */
export function speakersOf(
  text: string,
  { frames, first }: StoryFrames,
  attributions: readonly Attribution[],
  everyone: Register,
): (Speaker | null)[] {
  const register = withinReach(registerOf(text, frames), everyone);
  const past: Past[] = [];
  return attributions.map((attribution) => {
    const { source } = attribution;
    const frame = attribution.frame - first;
    if (!source) return null;
    const lemma = attribution.cue?.lemma ?? '';
    const isRetort = RETORTING.test(lemma);
    const answering = { ...source, isReply: isRetort || REPLYING.test(lemma), isRetort };
    const speaker = speakerOf(text, frames, register, past, answering);
    const asks = text.slice(0, attribution.parts.at(-1)!.end).endsWith('?');
    past.push({ speaker, source, frame, asks, isText: lemma === 'read' });
    return speaker;
  });
}

/** "shot back": at somebody else, whether or not they asked. */
const RETORTING = /^(?:retort|shoot|hit|fire|strike)$/u;

/** Whose words answer those before. */
interface Replying extends Source {
  readonly isReply: boolean;
  readonly isRetort: boolean;
}

/** Names by the story first; one that stays short is looked for in the whole document. */
function withinReach(story: Register, everyone: Register): Register {
  return {
    ...story,
    byName(name, before) {
      const own = story.byName(name, before);
      const isShort = !/\s/u.test(own?.name ?? name);
      const whole = isShort ? everyone.byName(name, before) : undefined;
      return whole && whole.name !== own?.name ? whole : own;
    },
  };
}

function speakerOf(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Replying,
): Speaker {
  const mention = { text: source.text, start: source.start, end: source.end };
  const earlier = past.find((entry) => entry.source.start === source.start);
  if (earlier) return earlier.speaker;
  return { name: nameOf(text, frames, register, past, source), form: source.form, mention };
}

function nameOf(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Replying,
): string {
  switch (source.form) {
    case 'named':
      return register.byName(source.text, source.start)?.name ?? source.text;
    case 'described':
      return (
        authorName(text, frames, register, past, source) ??
        ownerName(register, source) ??
        register.byRole(source.text, source.start)?.name ??
        standInName(text, frames, register, past, source) ??
        source.text
      );
    case 'pronoun':
      return pronounName(text, frames, register, past, source) ?? source.text;
    case 'anonymous':
      return source.text;
  }
}

const REACH = 6;

function pronounName(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  source: Replying,
): string | null {
  const said = source.text.toLowerCase();
  const pronoun = SUBJECT_FORMS.get(said) ?? said;
  if (pronoun === 'i' || pronoun === 'we' || pronoun === 'you') return null;
  const here = frames.findIndex((frame) => source.start >= frame.start && source.start < frame.end);
  const search = { text, register, past, before: source.start, pronoun };
  const asker = past.at(-1);
  const home = frames[here];
  const isAnswer =
    asker !== undefined &&
    (asker.asks || source.isRetort) &&
    /^(?:he|she)$/u.test(pronoun) &&
    home !== undefined &&
    (source.isReply || frames[asker.frame]?.paragraph === home.paragraph - 1);
  const asked = source.isReply && /^(?:he|she)$/u.test(pronoun) ? whoWasAsked(frames, here, search) : null;
  // Two sentences on, a story that others have spoken in no longer opens.
  const isOpening = here < 2 || past.every((entry) => entry.source.text.toLowerCase() === said);
  return (
    asked ??
    (pronoun === 'it' && home ? owningBody(home, search) : null) ??
    (isAnswer ? nearestName(frames, here, { ...search, but: asker.speaker.name }) : null) ??
    nearestName(frames, here, search) ??
    (home?.paragraph === frames[0]!.paragraph && isOpening ? nextName(frames, here, search) : null)
  );
}

/** "The power company’s apology, in which it blamed": the body whose thing opens the sentence. */
function owningBody({ items }: Frame, { text, register, before }: Search): string | null {
  const [opening, ...rest] = items.slice(0, 5);
  const owner = rest.find(({ kind, possessive }) => kind === 'word' && possessive);
  if (!owner || owner.end > before || !/^(?:the|its)$/u.test(opening!.lower)) return null;
  if (!ORGANISATION_HEADS.has(owner.lower.replace(/[’']s?$/u, ''))) return null;
  const words = text.slice(opening!.start, owner.end).replace(/[’']s?$/u, '');
  return register.byRole(words, before)?.name ?? words;
}

const ASKING = /^(?:ask|press|quiz|question|challenge|tell|remind|urge)$/u;

/** "Pender asked farmer Bill Oates how many he kept. He replied": who was asked, of this sentence or the one before. */
function whoWasAsked(frames: readonly Frame[], here: number, search: Search): string | null {
  for (const { items } of frames.slice(Math.max(0, here - 1), here + 1).reverse()) {
    const asked = items.filter(
      (item, index) => item.entity?.type === 'person' && !item.possessive && followsAsking(items, index),
    );
    const name = firstBearer(asked, search);
    if (name) return name;
  }
  return null;
}

/** Right after a verb of asking, but for what the person is called. */
function followsAsking(items: readonly Item[], index: number): boolean {
  let at = isComma(items[index - 1]) ? index - 2 : index - 1;
  while (
    at > 0 &&
    index - at < 5 &&
    !cueWord(items[at]!.lower) &&
    (isNominal(items[at]!) || DETERMINERS.has(items[at]!.lower))
  )
    at -= 1;
  return ASKING.test(cueWord(items[at]?.lower ?? '')?.lemma ?? '');
}

const AHEAD = 3;

/** `“I was never fast,” she said. Dana Ek, who has died, …`: a story that opens with somebody’s words. */
function nextName(frames: readonly Frame[], here: number, search: Search): string | null {
  if (!/^(?:he|she)$/u.test(search.pronoun)) return null;
  if (frames.slice(0, here).some(({ items }) => items.some((_, at) => isSomebody(items, at)))) return null;
  for (const { items } of frames.slice(here + 1, here + 1 + AHEAD)) {
    const people = items.filter(({ entity, possessive }) => entity?.type === 'person' && !possessive);
    const name = firstBearer(people, { ...search, before: Infinity });
    if (name) return name;
  }
  return null;
}

/** "The video shows a man": somebody whom the story does not name. */
const isSomebody = (items: readonly Item[], at: number): boolean =>
  /^(?:man|woman|boy|girl|person)$/u.test(items[at]!.lower) && /^an?$/u.test(items[at - 1]?.lower ?? '');

/** Whom the sentences before speak of; where they name none, whose things they speak of. */
function nearestName(frames: readonly Frame[], here: number, search: Search): string | null {
  return nearest(frames, here, search, salientIn) ?? nearest(frames, here, search, ownerIn);
}

type Salience = (frame: Frame, search: Search, isEarlier: boolean) => string | null;

function nearest(frames: readonly Frame[], here: number, search: Search, salience: Salience): string | null {
  for (let index = here; index >= Math.max(0, here - REACH); index -= 1) {
    const isBefore = index === here - 1 && /^(?:he|she)$/u.test(search.pronoun);
    const name =
      salience(frames[index]!, search, index < here) ??
      (isBefore ? ownerIn(frames[index]!, search, true) : null);
    if (name && name !== search.but) return name;
  }
  return null;
}

interface Search {
  readonly text: string;
  readonly register: Register;
  readonly past: readonly Past[];
  /** Where the pronoun stands. */
  readonly before: number;
  readonly pronoun: string;
  /** Who is not meant. */
  readonly but?: string;
}

/** Of a sentence: who spoke in it, the group that is its subject, the first fitting name. */
function salientIn(frame: Frame, search: Search, isEarlier: boolean): string | null {
  const { past, before, register } = search;
  const spoke = past.findLast(
    ({ source }) => source.start >= frame.start && source.start < frame.end && source.end <= before,
  );
  const isMeant = spoke && speakerFits(spoke, search) && spoke.speaker.name !== search.but;
  const speaker = isMeant ? spoke.speaker.name : null;
  if (speaker && isEarlier) {
    const bearer = register.byName(speaker, spoke!.source.start);
    if (bearer) settlePronoun(bearer, search.pronoun);
    return speaker;
  }
  const isItsSubject = isEarlier || /^(?:it|they)$/u.test(search.pronoun) || followsColon(frame, before);
  const described = isItsSubject ? describedSubject(frame, search) : null;
  if (described) return described;
  const named = frame.items.filter(
    (item, index) =>
      !item.possessive && !isInterviewer(frame.items, index) && (isEarlier || !isAddressed(frame, index)),
  );
  return firstBearer(named, search) ?? speaker;
}

/** "Her premier was blunter: he called": the second clause is about the same one. */
const followsColon = ({ items }: Frame, start: number): boolean =>
  items[items.findIndex((item) => item.start === start) - 1]?.text === ':';

/** "Governor Eze’s office": whose office it is. */
const ownerIn: Salience = ({ items }, search) =>
  firstBearer(
    items.filter(({ possessive }) => possessive),
    search,
  );

function firstBearer(items: readonly Item[], { register, before, pronoun }: Search): string | null {
  for (const { end, phrase } of items) {
    const bearer = end > before || !phrase?.name ? undefined : register.at(phrase.name.start);
    if (!bearer || !fitsPronoun(bearer, pronoun)) continue;
    settlePronoun(bearer, pronoun);
    return bearer.name;
  }
  return null;
}

/** "Asked by Ann Roe, he said", "Speaking to Ann Roe, …": whom the opening names is not who speaks. */
const isAddressed = ({ items }: Frame, index: number): boolean =>
  /(?:ed|told|ing)$/u.test(items[0]!.lower) && !items.slice(0, index).some((item) => isComma(item));

/** "In an interview with Radio Vik he said": who asks there. */
const isInterviewer = (items: readonly Item[], index: number): boolean =>
  items[index - 1]?.lower === 'with' &&
  items
    .slice(Math.max(0, index - 5), index)
    .some(({ lower }) => /^(?:interview|conversation|talk)$/u.test(lower));

/** By age, sex, nation or place in a team alone: news calls so whom it has just named. */
const STAND_INS =
  /^(?:actor|actress|singer|star|rapper|model|player|champion|billionaire|tycoon|mogul|mum|dad|(?:mum|mother|dad|father)-of-\w+|teenager|youngster|veteran|pensioner|octogenarian|septuagenarian|man|woman|boy|girl|goalkeeper|keeper|striker|midfielder|defender|winger|forward|playmaker|batsman|batter|bowler|pitcher|quarterback|sprinter|\d+-year-old)$/u;

/** "the father of two". */
const isParentOf = (text: string, { lower, end }: Item): boolean =>
  /^(?:grand)?(?:mother|father)$/u.test(lower) &&
  /^ of (?:one|two|three|four|five|six|\d+)\b/u.test(text.slice(end, end + 12));

/** "The teenager", "the Spaniard": who was named last before, where the story has not used the word yet. */
function standInName(
  text: string,
  frames: readonly Frame[],
  register: Register,
  past: readonly Past[],
  { text: words, start, headItem }: Source,
): string | null {
  const { lower, end } = headItem;
  if (
    !/^the\s/iu.test(words) ||
    !(
      STAND_INS.test(lower) ||
      isParentOf(text, headItem) ||
      (headItem.kind === 'name' && isDemonym(headItem.text))
    )
  )
    return null;
  const isKnown = frames.some(({ items }) => items.some((item) => item.end < end && item.lower === lower));
  if (isKnown) return null;
  const here = frames.findIndex((frame) => start >= frame.start && start < frame.end);
  const pronoun = /^(?:woman|girl)$/u.test(lower) ? 'she' : /^(?:man|boy)$/u.test(lower) ? 'he' : 'anyone';
  return nearestName(frames.slice(Math.max(0, here - 2)), Math.min(here, 2), {
    text,
    register,
    past,
    before: start,
    pronoun,
  });
}

/** "Port authorities" for they, "a young widow" for she: the subject of a sentence in its own words. */
function describedSubject(frame: Frame, { text, pronoun, register, before }: Search): string | null {
  const subject = pronoun === 'anyone' ? null : subjectOf(text, frame);
  if (subject?.form !== 'described' || subject.end > before) return null;
  const { lower } = subject.headItem;
  const fits =
    pronoun === 'they'
      ? isPlural(lower)
      : pronoun === 'it'
        ? ORGANISATION_HEADS.has(lower)
        : !isPlural(lower) && isPerson(lower) && pronoun !== unfitFor(lower);
  return fits && !isMetByAnother(frame, subject, pronoun)
    ? (register.byRole(subject.text, subject.start)?.name ?? subject.text)
    : null;
}

/** "A passenger pulled a knife on him": the one who was spoken of is still the other. */
const isMetByAnother = ({ items }: Frame, { phrase }: Source, pronoun: string): boolean =>
  pronoun === 'he' && items.some(({ start, lower }) => start > phrase.end && lower === 'him');

/** Pronouns that follow one another look at the same sentences. */
const subjects = new WeakMap<Frame, Source | null>();

function subjectOf(text: string, frame: Frame): Source | null {
  const known = subjects.get(frame);
  if (known !== undefined) return known;
  const { items } = frame;
  const subject = items.length > 2 ? clauseSubject(text, items, items.length, 0) : null;
  subjects.set(frame, subject);
  return subject;
}

/** What a pronoun has told once of a bearer holds from there on. */
function settlePronoun(bearer: Bearer, pronoun: string): void {
  if (bearer.type === 'person' && (pronoun === 'he' || pronoun === 'she')) bearer.pronoun = pronoun;
}

function speakerFits(past: Past, { register, pronoun }: Search): boolean {
  const bearer = register.byName(past.speaker.name, past.source.start);
  if (bearer) return fitsPronoun(bearer, pronoun);
  if (past.source.form === 'pronoun') return past.source.text.toLowerCase() === pronoun;
  if (isHandle(past.source.text)) return pronoun !== 'it';
  if (past.source.form !== 'described') return false;
  const { lower } = past.source.headItem;
  const many = isPlural(lower);
  if (pronoun === 'they') return many;
  if (pronoun === unfitFor(lower) || (past.isText && pronoun !== 'it')) return false;
  return (
    !many &&
    (pronoun === 'it' ? !isPerson(lower) : !(DOCUMENT_NOUNS.has(lower) || ORGANISATION_HEADS.has(lower)))
  );
}

function fitsPronoun(bearer: Bearer, pronoun: string): boolean {
  if (pronoun === 'it') return bearer.type !== 'person';
  if (pronoun === 'they') return bearer.type === 'organisation';
  if (pronoun === 'anyone') return bearer.type === 'person';
  return bearer.type === 'person' && (bearer.pronoun === null || bearer.pronoun === pronoun);
}
