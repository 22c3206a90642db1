/** Rough parts of speech for the walk from a cue to its subject: closed classes by hand, the rest by lexicon. */
import { isVerb, tagsOf } from '../text/lexicon.ts';
import type { Item } from './item.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const AUXILIARIES = set(
  `has have had having is are was were be been being do does did will would shall should can could may might
  must cannot to ’s 's get got gets getting hasn’t haven’t hadn’t isn’t wasn’t didn’t doesn’t don’t won’t wouldn’t
  hasn't haven't hadn't isn't wasn't didn't doesn't don't won't wouldn't can’t couldn’t shouldn’t aren’t
  weren’t can't couldn't shouldn't aren't weren't`,
);
export const ADVERBS = set(
  `also later then now still again already not never just only even once twice soon recently previously
  earlier repeatedly reportedly allegedly famously angrily bluntly flatly simply publicly privately often
  always sometimes initially finally eventually subsequently so further meanwhile however though too yet
  today yesterday tomorrow tonight long monday tuesday wednesday thursday friday saturday sunday first both all
  each quickly immediately there here instead almost nearly nearby aloud afterwards afterward onstage thus hence nonetheless nevertheless away out on
  himself herself itself themselves myself yourself ourselves yourselves oneself elsewhere overnight`,
);
export const PREPOSITIONS = set(
  `of in at from for with on by about near under behind inside outside across among between against within
  to close familiar into over during through including around via per beneath underneath below beyond beside
  amid upon onto without throughout toward towards`,
);
export const CLAUSE_WORDS = set(
  `that if because while although though when as after before since but whether where which why how until
  unless whereas despite nor so than what`,
);
export const DETERMINERS = set(
  `the a an this these those some many several most all both another any each every no one two three
  four five six seven eight nine ten other his her its their our my your few various countless numerous`,
);
export const PERSONAL = set('he she they we i you it');
/** The subject form of pronouns as they stand after "according to" and "quoted". */
export const SUBJECT_FORMS: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['her', 'she'],
  ['them', 'they'],
  ['his', 'he'],
]);
export const RELATIVES = set('who which that whom whose');
const NOUN_TAGS = set(
  'Singular Plural Actor Noun Uncountable Organization Demonym Person Honorific Abbreviation',
);

/** Forms that are not those of a noun as well: not "tweet", "comment". */
const FINITE_TAGS = set('PastTense PresentTense Gerund Participle Copula Modal');

export const isComma = (item: Item | undefined): boolean => item?.kind === 'mark' && item.text === ',';
export const isDash = (item: Item | undefined): boolean =>
  item?.kind === 'mark' && /^[–—―-]$/u.test(item.text);
export const isPronoun = (item: Item): boolean => item.kind === 'word' && PERSONAL.has(item.lower);

export const isAdverb = (item: Item): boolean =>
  item.kind === 'word' &&
  (ADVERBS.has(item.lower) ||
    (/^\p{L}+ly$/u.test(item.lower) && !isNoun(item)) ||
    tagsOf(item.lower).includes('Adverb'));

export function isNoun(item: Item): boolean {
  return item.kind === 'word' && tagsOf(item.lower).some((tag) => NOUN_TAGS.has(tag));
}

/** An inflected verb and no noun or adjective beside. */
export function isPlainVerb(item: Item): boolean {
  if (item.kind !== 'word' || !isVerb(item.lower)) return false;
  if (AUXILIARIES.has(item.lower)) return true;
  const tags = tagsOf(item.lower);
  return (
    tags.some((tag) => FINITE_TAGS.has(tag)) && !tags.some((tag) => NOUN_TAGS.has(tag) || tag === 'Adjective')
  );
}

/** May stand inside a noun phrase, right of its determiner. */
export function isNominal(item: Item): boolean {
  if (item.kind === 'name') return true;
  if (item.kind !== 'word') return false;
  return (
    !isClosed(item) &&
    !PREPOSITIONS.has(item.lower) &&
    !DETERMINERS.has(item.lower) &&
    !ADVERBS.has(item.lower)
  );
}

export const isClosed = (item: Item): boolean =>
  PERSONAL.has(item.lower) ||
  AUXILIARIES.has(item.lower) ||
  CLAUSE_WORDS.has(item.lower) ||
  RELATIVES.has(item.lower) ||
  item.lower === 'and' ||
  item.lower === 'or';
