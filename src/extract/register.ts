/** Who is named in a story: each bearer with the fullest first name, the roles told of them, and a pronoun. */
import { type EntityType } from '../text/entities.ts';
import { isDemonym } from '../text/lexicon.ts';
import { pronounOf } from '../text/names.ts';
import { isBodyCalling, KIN, ORGANISATION_HEADS } from '../text/name-words.ts';
import { ADDRESSES, isOffice, isTitleJoint } from '../text/titles.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { DETERMINERS, isComma, isNominal } from './word-classes.ts';

export interface Bearer {
  /** As the story first gives it whole. */
  name: string;
  readonly type: EntityType;
  /** Words of titles and appositions, small: `minister`, `spokesman`. */
  readonly roles: Set<string>;
  pronoun: 'he' | 'she' | null;
  readonly words: ReadonlySet<string>;
  readonly inOrder: readonly string[];
  readonly first: number;
  last: number;
  /** How often the text names it. */
  mentions: number;
}

export interface Register {
  /** Who is named at a place of the text. */
  at(start: number): Bearer | undefined;
  /** Who bears a name, whole or in part; `before` is where it is used. */
  byName(name: string, before: number): Bearer | undefined;
  /** "the minister", "the council": who was last given that role, or bears it in the name. */
  byRole(description: string, before: number): Bearer | undefined;
}

/** Small, without marks and hyphens: spellings of one name fall together. */
function wordsOf(name: string): readonly string[] {
  const known = wordsByName.get(name);
  if (known) return known;
  const own = wordsIn(name);
  if (wordsByName.size >= MOST_NAMES) wordsByName.clear();
  wordsByName.set(name, own);
  return own;
}

/** Texts name the same people again and again. */
const wordsByName = new Map<string, readonly string[]>();
const MOST_NAMES = 10_000;

function wordsIn(name: string): string[] {
  const small = name.toLowerCase();
  const plain = /^[a-z ]+$/u.test(small) ? small : small.normalize('NFKD').replace(/\p{M}|[-‑’'.]/gu, '');
  return plain.split(/\s+/u).filter(Boolean);
}

export function registerOf(text: string, frames: readonly Frame[]): Register {
  const bearers: Bearer[] = [];
  const places = new Map<number, Bearer>();
  for (const frame of frames)
    frame.items.forEach((item, index) => {
      if (!item.entity) return;
      const bearer = noted(bearers, item, rolesAt(frame.items, index));
      places.set(item.entity.start, bearer);
    });
  resolveAcronyms(text, bearers, places);
  settlePronouns(frames, places);
  return {
    at: (start) => places.get(start),
    byName: (name, before) => bearerNamed(bearers, name, before),
    byRole: (description, before) => bearerInRole(bearers, description, before),
  };
}

/** "Minister Roe left Oslo. He has …": one person in a sentence, and the pronoun that opens the next. */
function settlePronouns(frames: readonly Frame[], places: ReadonlyMap<number, Bearer>): void {
  frames.slice(1).forEach(({ items, paragraph }, index) => {
    const before = frames[index]!;
    const pronoun = items[0]?.lower;
    if ((pronoun !== 'he' && pronoun !== 'she') || before.paragraph !== paragraph) return;
    const people = new Set(
      before.items.flatMap(({ entity }) => (entity?.type === 'person' ? [places.get(entity.start)!] : [])),
    );
    const [only] = people;
    const subject = places.get(before.items[0]!.phrase?.name?.start ?? -1);
    if (only && people.size === 1 && subject === only) only.pronoun ??= pronoun;
  });
}

function noted(bearers: Bearer[], item: Item, roles: readonly string[]): Bearer {
  const entity = item.entity!;
  const known = bearerOf(bearers, entity.text, entity.type);
  const pronoun = kinPronoun(roles) ?? pronounAt(item);
  if (known) {
    for (const role of roles) known.roles.add(role);
    known.last = entity.start;
    known.mentions += 1;
    known.pronoun ??= pronoun;
    return known;
  }
  const bearer: Bearer = {
    name: entity.text,
    type: entity.type,
    roles: new Set(roles),
    pronoun,
    words: new Set(wordsOf(entity.text)),
    inOrder: wordsOf(entity.text),
    first: entity.start,
    last: entity.start,
    mentions: 1,
  };
  bearers.push(bearer);
  return bearer;
}

/** The bearer that a mention belongs to: the same words, or some of a person’s with the surname among them. */
function bearerOf(bearers: readonly Bearer[], name: string, type: EntityType): Bearer | undefined {
  const own = wordsOf(name);
  const same = bearers.findLast((bearer) => bearer.words.size === own.length && bears(bearer, own));
  if (same) return same;
  if (type === 'organisation') return bearers.find((bearer) => bearer.type === type && shortens(bearer, own));
  if (type !== 'person') return undefined;
  return bearers.findLast(
    (bearer) => bearer.type === 'person' && bearer.words.size > own.length && bears(bearer, own),
  );
}

/** All these words are of the name. */
function bears(bearer: Bearer, name: readonly string[]): boolean {
  for (const word of name) if (!bearer.words.has(word)) return false;
  return true;
}

function bearerNamed(bearers: readonly Bearer[], name: string, before: number): Bearer | undefined {
  const own = wordsOf(name);
  const bearing = own.length === 0 ? [] : bearers.filter((bearer) => bears(bearer, own));
  const earlier = bearing.filter(({ first }) => first <= before);
  const whole = earlier.find((bearer) => bearer.words.size === own.length);
  if (whole && own.length > 1) return whole;
  const fuller = earlier.findLast((bearer) => bearer.words.size > own.length && shortens(bearer, own));
  return fuller ?? whole ?? bearing.find((bearer) => shortens(bearer, own));
}

/** Some words of a person’s name, or the first ones of a body’s: "Sundline" for "Sundline Ferries". */
const shortens = (bearer: Bearer, words: readonly string[]): boolean =>
  bearer.type === 'person' ||
  (bearer.type === 'organisation' && words.every((word, index) => bearer.inOrder[index] === word));

function pronounAt(item: Item): 'he' | 'she' | null {
  if (item.entity?.type !== 'person') return null;
  const address = item.text.split(/[\s.]+/u)[0]!.toLowerCase();
  const role = /(?:woman|wife|queen|actress)\b/u.test(item.lower)
    ? 'she'
    : /(?:[^o]man|husband|king)\b/u.test(item.lower)
      ? 'he'
      : null;
  return pronounOf(item.entity.text.split(/[\s-]+/u), ADDRESSES.get(address) ?? role);
}

const kinPronoun = (roles: readonly string[]): 'he' | 'she' | null =>
  roles.map((role) => KIN.get(role)).find((pronoun) => pronoun) ?? null;

/** "Foreign Minister Jane Roe", "Jane Roe, a harbour pilot,", "the skipper Jane Roe". */
function rolesAt(items: readonly Item[], index: number): string[] {
  const item = items[index]!;
  const title =
    item.phrase?.title && item.phrase.name
      ? item.lower
          .slice(0, item.phrase.name.start - item.start)
          .split(/\s+/u)
          .filter((word) => isOffice(word) || isTitleJoint(word) || isBodyCalling(word) || isNation(word))
      : [];
  const before = items[index - 1];
  const calling =
    before &&
    (before.kind === 'word' || isNation(before.lower)) &&
    isNominal(before) &&
    !DETERMINERS.has(before.lower)
      ? [before.lower]
      : [];
  const appositions = [...appositionAt(items, index), ...leadingApposition(items, index)];
  return [...title, ...calling, ...appositions].filter((word) => word.length > 2);
}

/** `danish`, as roles have it. */
const isNation = (word: string): boolean => isDemonym(word.charAt(0).toUpperCase() + word.slice(1));

function appositionAt(items: readonly Item[], index: number): string[] {
  if (!isComma(items[index + 1])) return [];
  const words: string[] = [];
  for (const item of items.slice(index + 2, index + 12)) {
    if (item.kind !== 'word' || isComma(item) || item.lower === 'who') break;
    if (words.length === 0 && !DETERMINERS.has(item.lower) && !isNominal(item)) break;
    if (/^(?:of|at|in|for|from|with|on)$/u.test(item.lower)) break;
    words.push(item.lower);
  }
  return words.filter((word) => !DETERMINERS.has(word));
}

/** "Her lawyer, Dmitri Sokolov,": what stands before the comma, back to whose it is. */
function leadingApposition(items: readonly Item[], index: number): string[] {
  if (!isComma(items[index - 1])) return [];
  const words: string[] = [];
  for (const item of items.slice(Math.max(0, index - 6), index - 1).reverse()) {
    if (DETERMINERS.has(item.lower) || item.possessive) return words;
    if (item.kind !== 'word' || isComma(item)) return [];
    words.push(item.lower);
  }
  return [];
}

/** "the minister" by role; "the council", "the company" by the name’s own head, bodies only. */
function bearerInRole(bearers: readonly Bearer[], description: string, before: number): Bearer | undefined {
  if (!/^(?:the|that|this|his|her|its|their)\b/iu.test(description)) return undefined;
  const words = wordsOf(description).slice(1);
  const head = words.at(-1);
  if (head === undefined) return undefined;
  const earlier = bearers.filter(({ first }) => first < before).sort((a, b) => b.last - a.last);
  const inRole = earlier.filter(
    (bearer) => bearer.type === 'person' && bearer.roles.has(head) && !isOfAnotherNation(bearer, words),
  );
  if (inRole.length > 0)
    return inRole.find(({ roles }) => words.every((word) => roles.has(word))) ?? inRole[0];
  const bodies = earlier.filter(({ type }) => type === 'organisation');
  const byName = bodies.find((body) =>
    words.every((word) => body.words.has(word) || (isBodyCalling(word) && body.roles.has(word))),
  );
  return byName ?? (words.length === 1 && BODIES.has(head) ? mostNamed(bodies.filter(isSettled)) : undefined);
}

/** "the Norwegian premier", where the premier that was named is called Danish. */
function isOfAnotherNation({ roles }: Bearer, words: readonly string[]): boolean {
  const nations = words.filter(isNation);
  return nations.length > 0 && !nations.some((it) => roles.has(it)) && [...roles].some(isNation);
}

/** Words for a body that its name need not hold. */
const BODIES = new Set(
  `company firm carrier operator airline retailer manufacturer supplier publisher broadcaster charity startup
  chain lender insurer brewer automaker carmaker giant group club`.split(/\s+/u),
);

/** Named twice, told to be one, or a body by its last word: one that a story is about. */
const isSettled = ({ mentions, inOrder, roles }: Bearer): boolean =>
  mentions > 1 ||
  Array.from(roles).some(isBodyCalling) ||
  (inOrder.length > 1 && ORGANISATION_HEADS.has(inOrder.at(-1)!));

/** The body that the story has named most, if it stands out. */
function mostNamed(bodies: readonly Bearer[]): Bearer | undefined {
  const [first, second] = [...bodies].sort((a, b) => b.mentions - a.mentions || a.first - b.first);
  return first && (!second || first.mentions > second.mentions || first.first < second.first)
    ? first
    : undefined;
}

/** "International Maritime Bureau (IMB)": the short form stands for the name before it. */
function resolveAcronyms(text: string, bearers: Bearer[], places: Map<number, Bearer>): void {
  for (const [start, bearer] of places) {
    if (!/^\p{Lu}{2,}$/u.test(bearer.name) || bearer.first !== start || text[start - 1] !== '(') continue;
    const owner = bearers.find(
      (other) =>
        other !== bearer &&
        other.first < start &&
        text.slice(other.last, start).length < other.name.length + 4,
    );
    if (owner) bearer.name = owner.name;
  }
}
