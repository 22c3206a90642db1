/**
 * Mentions of what people take sides on: names, offices and bodies ("Iranian authorities"), things that bear a
 * name ("Kaluwe dam"), hashtags and handles. Each with how much it counts as the matter of the text: a name
 * that acts or is acted on in full, one that only tells where, or who spoke, little.
 */
import type { Entity } from '../text/entities.ts';
import { entitiesIn } from '../text/entities.ts';
import { isCommonWord, isDemonym, isPlace, tagsOf } from '../text/lexicon.ts';
import { PLACE_HEADS } from '../text/name-words.ts';
import { namesIn } from '../text/names.ts';
import { handlesIn, hashtagWords, hashtagsIn, languageByWords } from '../text/terms.ts';
import { OFFICES } from '../text/titles.ts';
import { tokensIn } from '../text/tokens.ts';
import * as pattern from './mention-patterns.ts';
import { withoutOffice } from './variants.ts';

export interface TargetMention {
  readonly name: string;
  readonly weight: number;
  readonly start: number;
  /** A hashtag may be any slogan, and the first word of a sentence any word: a name only if it is met elsewhere. */
  readonly isGuess?: boolean;
}

/** What a mention counts, by what it does in its sentence. */
const WEIGHT = {
  acting: 1,
  body: 1.2,
  thing: 1.2,
  handle: 1,
  hashtag: 0.3,
  described: 0.6,
  official: 1,
  spoke: 0.4,
  city: 0.4,
  common: 0.4,
  where: 0.15,
  none: 0,
} as const;
/** What people say is what they take sides on. */
const QUOTED_WORTH = 2;
/** A text opens with its matter. */
const LEAD_WORTH = 1.5;
const LEAD = 280;

/** Every mention that counts, in order of the text. */
export function targetMentionsIn(text: string): TargetMention[] {
  if (languageByWords(text) !== 'en') return tagsIn(text);
  const quotations = spansOf(text, pattern.QUOTED);
  const titles = spansOf(text, pattern.TITLE);
  const within = (spans: readonly (readonly [number, number])[], start: number): boolean =>
    spans.some(([from, to]) => start > from && start < to);
  const worth = (start: number): number =>
    (within(quotations, start) ? QUOTED_WORTH : 1) * (start < LEAD ? LEAD_WORTH : 1);
  const larger = [...bodiesIn(text), ...thingsIn(text), ...numberedIn(text)];
  const inside = new Set(larger.map(({ start }) => start));
  const named = namedIn(text).filter(({ start }) => !inside.has(start));
  const sure = [...larger, ...named];
  const guessed = openingsIn(text).filter(({ start }) => !sure.some((mention) => mention.start === start));
  return [...sure, ...describedIn(text, sure), ...guessed, ...tagsIn(text)]
    .filter(({ weight, start }) => weight > 0 && !within(titles, start))
    .map(({ name, weight, start, isGuess = false }) => ({
      name,
      weight: weight * worth(start),
      start,
      isGuess,
    }))
    .sort((a, b) => a.start - b.start);
}

function spansOf(text: string, marked: RegExp): (readonly [number, number])[] {
  return Array.from(text.matchAll(marked), ({ 0: words, index }) => [index, index + words.length] as const);
}

function namedIn(text: string): TargetMention[] {
  const entities = entitiesIn(text).filter(({ text: name }) => !pattern.DATE.test(name) && !isShouted(name));
  const towns = new Set(entities.filter(isTown).map(({ text: name }) => name));
  const full = new Map(
    Array.from(text.matchAll(pattern.ABBREVIATED), ({ 1: name = '', 2: short = '' }) => [short, name.trim()]),
  );
  let before: { end: number; weight: number } = { end: -1, weight: 0 };
  return entities.map((entity) => {
    const { text: name, start, end } = entity;
    const given = full.has(name) && text[start - 1] === '(' && text[end] === ')';
    const listed =
      /^(?:,| and|, and) $/u.test(text.slice(before.end, start)) && before.weight === WEIGHT.where;
    const weight = given ? 0 : listed ? WEIGHT.where : weightOf(text, entity, towns.has(name));
    before = { end, weight };
    return { name: full.get(name) ?? name.replace(pattern.COMPOUND, ''), weight, start };
  });
}

/** "RT", "WHERE IS THE BOAT", "FREE": capitals that stress, not name. */
function isShouted(name: string): boolean {
  if (name !== name.toUpperCase() || !/\p{L}{2}/u.test(name)) return false;
  return name === 'RT' || /\s|\p{L}{7}/u.test(name) || isCommonWord(name.toLowerCase());
}

/** A place that is no country: it tells where. */
const isTown = ({ text, type }: Entity): boolean => type === 'place' && !tagsOf(text).includes('Country');

function weightOf(text: string, { text: name, type, start, end }: Entity, isCity: boolean): number {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 120);
  if (pattern.TOLD.test(before)) return WEIGHT.none;
  if (pattern.PLATFORM.test(name) && pattern.ON_PLATFORM.test(before)) return WEIGHT.none;
  if (pattern.WHERE.test(before)) return WEIGHT.where;
  if (isCity || pattern.PLACE_KIND.test(before) || isOfPlace(after)) return WEIGHT.city;
  if (pattern.PAPER.test(name) || isCommonWord(name)) return WEIGHT.common;
  const spoke = pattern.SPOKE_AFTER.test(after) || pattern.SPOKE_BEFORE.test(before);
  if (type === 'person' && isOffice(before)) return WEIGHT.official;
  return spoke ? WEIGHT.spoke : WEIGHT.acting;
}

/** "Luvanze valley": a kind of place follows. */
const isOfPlace = (after: string): boolean => PLACE_HEADS.has(/^\s(\p{Ll}+)/u.exec(after)?.[1] ?? '');

/** Whether the words before a name are its office ("Transport Secretary"). */
function isOffice(before: string): boolean {
  const word = /([\p{L}.-]+)\s+(?:(?:Dr|Mr|Mrs|Ms|Prof)\.\s+)?$/u.exec(before)?.[1] ?? '';
  return OFFICES.has(word.toLowerCase().replace(/\.$/u, ''));
}

/** `Iranian authorities`, `Iran’s government`. */
function bodiesIn(text: string): TargetMention[] {
  return Array.from(text.matchAll(pattern.BODY)).flatMap(({ 1: owner = '', 2: body = '', index }) => {
    const plain = owner.replace(/[’']s$/u, '');
    const owns = isDemonym(plain) || isPlace(plain) || plain !== owner;
    if (!owns || pattern.DATE.test(plain) || pattern.OPENER.test(plain)) return [];
    const name = plain === owner ? `${plain} ${body}` : `${plain}'s ${body}`;
    return [{ name, weight: WEIGHT.body, start: index }];
  });
}

/** `Kaluwe dam`. */
function thingsIn(text: string): TargetMention[] {
  return Array.from(text.matchAll(pattern.THING)).flatMap(({ 1: name = '', 2: thing = '', index }) =>
    isDemonym(name) || pattern.DATE.test(name) || pattern.OPENER.test(name)
      ? []
      : [{ name: `${name} ${thing}`, weight: WEIGHT.thing, start: index }],
  );
}

function numberedIn(text: string): TargetMention[] {
  return Array.from(text.matchAll(pattern.NUMBERED), ({ 1: name = '', index }) => ({
    name,
    weight: WEIGHT.thing,
    start: index,
  }));
}

/** "the bank" for the Nordhafen Bank, where one name ends so. */
function describedIn(text: string, named: readonly TargetMention[]): TargetMention[] {
  const byHead = new Map<string, Set<string>>();
  for (const { name } of named) {
    const words = name.split(' ');
    const head = (words.at(-1) as string).toLowerCase();
    if (words.length > 1) byHead.set(head, (byHead.get(head) ?? new Set()).add(name));
  }
  return Array.from(text.matchAll(pattern.DEFINITE)).flatMap(({ 1: head = '', index }) => {
    const names = byHead.get(head.toLowerCase());
    return names?.size === 1
      ? [{ name: [...names][0] as string, weight: WEIGHT.described, start: index }]
      : [];
  });
}

/** "[Medivane] bought the hospital": single words that open a sentence, where their capital proves nothing. */
function openingsIn(text: string): TargetMention[] {
  return namesIn(text, tokensIn(text)).flatMap(({ name, initial }) => {
    const word = name === null ? '' : text.slice(name.start, name.end);
    if (!initial || !/^\p{Lu}\p{Ll}{3,}$/u.test(word) || isCommonWord(word.toLowerCase())) return [];
    return [{ name: word, weight: WEIGHT.acting, start: name!.start, isGuess: true }];
  });
}

/** Names in handles and hashtags that open with a capital, as their capitals cut them. */
function tagsIn(text: string): TargetMention[] {
  const mentionOf = (tag: string, weight: number, isGuess: boolean): TargetMention[] =>
    /^\p{Lu}/u.test(tag)
      ? [{ name: withoutOffice(hashtagWords(tag)), weight, start: text.indexOf(tag), isGuess }]
      : [];
  return [
    ...handlesIn(text).flatMap((tag) => mentionOf(tag, WEIGHT.handle, false)),
    ...hashtagsIn(text).flatMap((tag) => mentionOf(tag, WEIGHT.hashtag, true)),
  ];
}
