/** People, organisations and places in a text, from name phrases, the tagger's lexicon and their context. */
import type { Span } from '../reaction.ts';
import {
  isCommonWord,
  isDemonym,
  isFirstName,
  isKnownPerson,
  isOccupation,
  isOrganisation,
  isPlace,
  tagsOf,
} from './lexicon.ts';
import { isBodyCalling, KIN, ORGANISATION_HEADS, PLACE_ACRONYMS, PLACE_HEADS } from './name-words.ts';
import { namesIn, type NamePhrase } from './names.ts';
import { isCapitalised, type Token, tokensIn, isWord } from './tokens.ts';

export type EntityType = 'person' | 'organisation' | 'place';

/** `text` is the slice from start to end, without title and possessive. */
export interface Entity {
  readonly text: string;
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Entity {
  /** Null where the mention's own words and neighbours do not tell. */
  readonly evidence: EntityType | null;
  /** One word at the start of a sentence: a name only if something else says so. */
  readonly initial: boolean;
}

/** In the order of the text. A name that one mention settles is of that type in all. */
export function entitiesIn(text: string): Entity[] {
  const tokens = tokensIn(text);
  return entitiesOf(text, tokens, namesIn(text, tokens));
}

/** The same for a text whose tokens and name phrases are known already. */
export function entitiesOf(text: string, tokens: readonly Token[], names: readonly NamePhrase[]): Entity[] {
  const inHeading = headingReader(text);
  const candidates = names.flatMap((phrase) =>
    phrase.name && !(inHeading(phrase) && isUnknown(text, phrase)) ? candidateOf(text, tokens, phrase) : [],
  );
  const settled = settledTypes(candidates);
  const inside = new Set(candidates.filter(({ initial }) => !initial).map(({ text: name }) => name));
  return candidates
    .filter(
      ({ text: name, initial, evidence }) => !initial || evidence || settled.has(name) || inside.has(name),
    )
    .map(({ text: name, start, end, evidence }) => ({
      text: name,
      type: evidence ?? settled.get(name) ?? likelyType(name),
      start,
      end,
    }));
}

function candidateOf(text: string, tokens: readonly Token[], phrase: NamePhrase): Candidate[] {
  if (!phrase.name) return [];
  const { start, end } = phrase.name;
  const name = text.slice(start, end);
  const words = name.split(/\s+/);
  if (words.every((word) => isDemonym(word) || isDate(word)) || !/\p{L}{2}|\p{Lu}\./u.test(name)) return [];
  const evidence = evidenceOf(text, tokens, phrase, words);
  return [
    { text: name, type: 'organisation', start, end, evidence, initial: phrase.initial && words.length === 1 },
  ];
}

function likelyType(name: string): EntityType {
  const words = name.split(/\s+/);
  const isPersonal = words.length > 1 && !isDemonym(words[0]!) && !words.some(isCommonWord);
  return isPersonal ? 'person' : 'organisation';
}

const isDate = (word: string): boolean =>
  tagsOf(word).some((tag) => ['Month', 'WeekDay', 'Date', 'Holiday'].includes(tag));

function evidenceOf(
  text: string,
  tokens: readonly Token[],
  phrase: NamePhrase,
  words: readonly string[],
): EntityType | null {
  if (words.length === 1 && isFirstName(words[0]!) && isWhere(tokens, indexAt(tokens, phrase.start)))
    return 'place';
  if (phrase.title)
    return isBodyCalling(text.slice(phrase.title.start, phrase.title.end)) ? 'organisation' : 'person';
  return typeOfWords(words) ?? typeOfContext(text, tokens, phrase, words);
}

/** "in Adelaide", and not "trust in Adelaide": first names that are cities too. */
const isWhere = (tokens: readonly Token[], index: number): boolean =>
  /^(?:in|near|outside|across|around|throughout)$/iu.test(tokens[index - 1]?.text ?? '') &&
  !/^(?:trust|faith|belief|believe|believed|believes|confidence|interest|interested|disappointed|hope)$/iu.test(
    tokens[index - 2]?.text ?? '',
  );

/** What the words of a name say by themselves. */
export function typeOfWords(words: readonly string[]): EntityType | null {
  const whole = words.join(' ').replace(/[’']s$/u, '');
  const last = words.at(-1)!.toLowerCase().replace(/\.$/u, '');
  if (PLACE_ACRONYMS.has(whole.toLowerCase().replace(/\.$/u, ''))) return 'place';
  if (isPlace(whole)) return 'place';
  if (isOrganisation(whole)) return 'organisation';
  if (isKnownPerson(whole)) return 'person';
  if (
    (words.length > 1 && ORGANISATION_HEADS.has(last)) ||
    words.some((word, i) => i < words.length - 1 && headOf(word, words[i + 1]!))
  )
    return 'organisation';
  if (words.length > 1 && PLACE_HEADS.has(last)) return 'place';
  if (words.length === 1) return singleType(whole);
  return isFirstName(words[0]!.split(/[-‑]/u)[0]!) || /^\p{Lu}\.?$/u.test(words[1]!) ? 'person' : null;
}

const headOf = (word: string, next: string): boolean =>
  ORGANISATION_HEADS.has(word.toLowerCase()) && next === 'of';

function singleType(word: string): EntityType | null {
  if (/^\p{Lu}{2,}\d*$/u.test(word)) return 'organisation';
  if (isFirstName(word) || tagsOf(word).includes('LastName')) return 'person';
  return null;
}

const LOCATIVE = new Set([
  'in',
  'near',
  'at',
  'outside',
  'across',
  'around',
  'throughout',
  'toward',
  'towards',
]);
const PERSONAL = new Set(['who', 'whose', 'himself', 'herself']);

/** What the neighbours say: "in Xanth", "Xo Yan, 34,", "the sailor Xo Yan", "her brother, Xo,". */
function typeOfContext(
  text: string,
  tokens: readonly Token[],
  phrase: NamePhrase,
  words: readonly string[],
): EntityType | null {
  const after = text.slice(phrase.end, phrase.end + 12);
  if (words.length > 1 && /^,? \(?\d{2}\)?[,)]/u.test(after)) return 'person';
  const first = indexAt(tokens, phrase.start);
  const before = tokens[first - 1]?.text.toLowerCase() ?? '';
  const next = wordFrom(tokens, first + phrase.tokens.length);
  if (PERSONAL.has(next)) return 'person';
  if (LOCATIVE.has(before)) return 'place';
  if (/^, [1-9]\d,/u.test(after)) return 'person';
  if (before === 'the') return 'organisation';
  if (isBodyCalling(before === ',' ? (tokens[first - 2]?.text ?? '') : before)) return 'organisation';
  const isApposed = before === ',' && after.startsWith(',');
  if (words.length > 1 && isOccupation(isApposed ? (tokens[first - 2]?.text ?? '') : before)) return 'person';
  const apposed = words.length === 1 ? typeOfApposition(text.slice(phrase.end, phrase.end + 80)) : null;
  if (apposed) return apposed;
  return KIN.has(before === ',' ? (tokens[first - 2]?.text ?? '') : before) ? 'person' : null;
}

/** "Bioland, the farmers' federation,", "Murat, a baker from Izmir,": what the noun after a name calls it. */
function typeOfApposition(after: string): EntityType | null {
  const noun =
    /^, (?:the|an?) (?:[\p{L}’'-]+ ){0,4}?([\p{L}-]+)(?=,| (?:of|from|in|at|for|who|with|that)\b)/u.exec(
      after,
    )?.[1];
  if (noun === undefined) return null;
  return ORGANISATION_HEADS.has(noun) ? 'organisation' : isOccupation(noun) ? 'person' : null;
}

/** The type with most evidence for each name; a surname takes the type of the person who bears it. */
function settledTypes(candidates: readonly Candidate[]): ReadonlyMap<string, EntityType> {
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { text, evidence } of candidates) {
    if (!evidence) continue;
    const tally = votes.get(text) ?? new Map<EntityType, number>();
    tally.set(evidence, (tally.get(evidence) ?? 0) + 1);
    votes.set(text, tally);
  }
  const settled = new Map<string, EntityType>();
  for (const [name, tally] of votes) settled.set(name, [...tally].sort((a, b) => b[1] - a[1])[0]![0]);
  for (const { text, evidence } of candidates) {
    const surname = text.split(/\s+/).at(-1)!;
    const isPerson = (evidence ?? settled.get(text) ?? likelyType(text)) === 'person';
    if (isPerson && !settled.has(surname)) settled.set(surname, 'person');
    else if (!evidence && !settled.has(text) && settled.get(surname) === 'person')
      settled.set(text, 'person');
  }
  return settled;
}

/** Inside a line in title case, capitals tell nothing, and only known names count. */
const isUnknown = (text: string, { start, end }: NamePhrase): boolean =>
  typeOfWords(text.slice(start, end).split(/\s+/)) === null;

/** Whether a place is inside a line in title case; asked in the order of the text. */
export function headingReader(text: string): (place: Span) => boolean {
  let from = 0;
  let to = -1;
  let isHeading = false;
  return ({ start, end }) => {
    if (start > to) {
      from = text.lastIndexOf('\n', start - 1) + 1;
      const next = text.indexOf('\n', end);
      to = next < 0 ? text.length : next;
      isHeading = isTitleCase(text.slice(from, to));
    }
    return isHeading;
  };
}

/** A line without a full stop whose longer words all have capitals. */
export function isTitleCase(line: string): boolean {
  if (/[.!?]["”’」』]?\s*$/u.test(line)) return false;
  const long = line.match(/[\p{L}’']{4,}/gu) ?? [];
  return long.length >= 3 && long.filter(isCapitalised).length / long.length > 0.8;
}

/** The next word, small, past marks. */
function wordFrom(tokens: readonly Token[], from: number): string {
  let index = from;
  while (index < tokens.length && !isWord(tokens[index]!)) index += 1;
  return tokens[index]?.text.toLowerCase() ?? '';
}

/** The token that begins at an offset, by halving. */
function indexAt(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
