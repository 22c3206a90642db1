/** Marked words that nobody is quoted as saying: titles, names, terms, words held at a distance. */
import { isCommonWord, isPastVerb } from '../text/lexicon.ts';
import { wordCount } from '../text/tokens.ts';
import { cueWord } from './cues.ts';
import type { Frame } from './frames.ts';
import type { Item } from './item.ts';
import { AUXILIARIES, DETERMINERS, isComma, isNominal, isPronoun } from './word-classes.ts';

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** "signed only as “Room 12”". */
const NAMED_AS = /^(?:known|billed|marketed|sign(?:s|ed|ing)?|identified|posing|poses)$/u;

/** Works that carry titles (Chicago Manual of Style, 8.156–8.201). */
const WORKS = listed(
  `book novel memoir film movie song single album show series program programme episode column article
  op-ed essay poem play musical documentary podcast magazine journal game painting exhibition thriller
  sitcom drama comedy bestseller hit ballad anthem hymn tune track opera chapter section segment feature
  pamphlet brochure edition lecture course seminar conference manual trilogy franchise sequel`,
);
/** Words that announce a name or a term. */
const NAMING = listed(
  `titled entitled headlined named nicknamed billed christened so-called termed styled captioned
  hashtag sentence word term phrase nickname slogan motto label title headline codename codenamed moniker acronym
  expression game-plan dubbed known`,
);
const TERM_AFTER =
  /^,?\s*(?:an?|the|as)\s+(?:\p{L}+\s+)?(?:term|word|phrase|expression|nickname|title|name|slogan|euphemism|label|reference to|acronym|codename|catchphrase|pun|synonym)\b/iu;

/** “Tales of the Quay,” a radio series that …; “The Quay,” Brandt’s second novel. */
const WORK_AFTER = new RegExp(
  String.raw`^,?\s+(?:an?|the|his|her|their|\p{L}+[’']s)\s+(?:[\p{L}\p{N}-]+\s+){0,4}?(?:${[...WORKS].join('|')}|seller)\b`,
  'iu',
);

/** A name or a term by the words around it, whatever verb of saying is near. */
export function isNameOrTerm(text: string, frame: Frame, index: number): boolean {
  const { items } = frame;
  const before = items[index - 1];
  const item = items[index]!;
  const after = text.slice(item.end, item.end + 64);
  const isCompleted = /^(?:is|was|are|were|be|been)$/u.test(before?.lower ?? '');
  if (TERM_AFTER.test(after) && !(isCompleted && after.startsWith(','))) return true;
  if (isTitledName(frame, index) && WORK_AFTER.test(after)) return true;
  if (isNamedWork(frame, index) || isSpokenOf(items, index)) return true;
  if (before?.kind !== 'word' && before?.kind !== 'name') return false;
  if (isNicknamed(items, index) || NAMING.has(before.lower)) return true;
  if (
    before.lower === 'as' &&
    items.slice(Math.max(0, index - 4), index - 1).some(({ lower }) => NAMED_AS.test(lower))
  )
    return true;
  if (before.lower === 'called' || before.lower === 'calls')
    return isNamedSo(items, index - 1) && (isTitled(item) || items[index + 1]?.lower !== 'by');
  if (WORKS.has(before.lower))
    return isTitled(item) || (wordCount(item.text) < 8 && !beginsWithVerb(item) && !isJudgedSo(items, index));
  return isTitled(item) && (isAttributive(items, index) || followsWork(items, index));
}

/** "called the poem “unpatriotic”": what is said of the work. */
const isJudgedSo = (items: readonly Item[], index: number): boolean =>
  /^\p{Ll}/u.test(insideOf(items[index]!)) &&
  /^(?:the|his|her|their|its|that|this)$/u.test(items[index - 2]?.lower ?? '') &&
  (cueWord(items[index - 3]?.lower ?? '')?.classes.has('describing') ?? false);

/** "a memoir, “Nets and Tides”", "his slogan, “steady as she goes”" */
export function isNamedWork(frame: Frame, index: number): boolean {
  const noun = frame.items[index - 2]?.lower ?? '';
  if (!isComma(frame.items[index - 1])) return false;
  return (
    /^(?:slogan|motto|nickname|catchphrase|moniker)$/u.test(noun) ||
    (WORKS.has(noun) && isTitledName(frame, index))
  );
}

/** "asked who “they” were": a word that the question is about. */
const isSpokenOf = (items: readonly Item[], index: number): boolean =>
  wordCount(items[index]!.text) <= 2 &&
  /^(?:who|what|where|which)$/u.test(items[index - 1]?.lower ?? '') &&
  /^(?:is|was|are|were|means?|meant)$/u.test(items[index + 1]?.lower ?? '');

/** "the feature “went too far”": what is told of the work. */
const beginsWithVerb = (item: Item): boolean => {
  const first = /^\p{Ll}+/u.exec(insideOf(item))?.[0] ?? '';
  return AUXILIARIES.has(first) || isPastVerb(first);
};

/** "a group called “Open Water”": no one calls it so here, as in "what her team called “rest”" somebody does. */
function isNamedSo(items: readonly Item[], called: number): boolean {
  const before = items[called - 1];
  return (
    before !== undefined &&
    before.kind === 'word' &&
    !isPronoun(before) &&
    !items.slice(Math.max(0, called - 4), called).some(({ lower }) => lower === 'what') &&
    (isNominal(before) || /^(?:is|was|are|were|be|been|being)$/u.test(before.lower))
  );
}

/** Jack “the Cat” Brandt. */
const isNicknamed = (items: readonly Item[], index: number): boolean =>
  items[index - 1]?.kind === 'name' &&
  items[index + 1]?.kind === 'name' &&
  items[index - 1]!.end === items[index]!.start - 1 &&
  wordCount(items[index]!.text) <= 3 &&
  !/[,.!?]$/u.test(insideOf(items[index]!));

/** "the “Clean Water” bill". */
const isAttributive = (items: readonly Item[], index: number): boolean => {
  const next = items[index + 1];
  return next?.kind === 'word' && isNominal(next) && wordCount(items[index]!.text) <= 5;
};

const followsWork = (items: readonly Item[], index: number): boolean =>
  items.slice(Math.max(0, index - 5), index).some(({ lower }) => WORKS.has(lower)) &&
  items[index - 1]!.text !== ':';

/** Longer words all with capitals, and no full stop: “The Long Way Home”. */
export function isTitled(item: Item): boolean {
  const inside = insideOf(item);
  const words = inside.match(/[\p{L}’']{4,}/gu) ?? inside.match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && !/[.,!?]$/u.test(inside);
}

const SMALL = listed(
  'a an and as at but by for from in into nor of off on onto or over per so the to up via vs with',
);

/** Headlines, programmes and books without a verb of saying at hand: “State of the Union.” */
export function isTitledName(frame: Frame, index: number): boolean {
  const inside = insideOf(frame.items[index]!);
  if (/[.!?]\s+\p{Lu}/u.test(inside)) return false;
  const parts = inside.match(/[\p{L}’']+/gu) ?? [];
  const capital = parts.every((word, at) => /^\p{Lu}/u.test(word) || (at > 0 && SMALL.has(word)));
  return parts.length > 1 && parts.length <= 12 && capital && /^\p{Lu}/u.test(parts.at(-1)!);
}

/** The words without their marks. */
export const insideOf = ({ text, start, marked }: Item): string =>
  marked ? text.slice(marked.start - start, marked.end - start) : text;

/** A thing or a place and no statement: after "the" or "into", without a verb. */
export const isNounPhrase = (frame: Frame, index: number): boolean =>
  (DETERMINERS.has(frame.items[index - 1]?.lower ?? '') ||
    /^(?:into|in|at|near|inside)$/u.test(frame.items[index - 1]?.lower ?? '')) &&
  !(insideOf(frame.items[index]!).match(/\p{L}+/gu) ?? []).some(
    (word) => AUXILIARIES.has(word) || isPastVerb(word),
  );

/** Begins like a sentence, and is long enough to be one or ends as a cry or a question. */
export function isSentence(item: Item): boolean {
  const words = insideOf(item);
  const isWhole = wordCount(item.text) >= 3 || /[!?]$/u.test(words);
  return /^[\s[(…]*[\p{Lu}\p{N}]/u.test(words) && isWhole && !isTitled(item);
}

/** One or two everyday words held at a distance: “volunteers”, “fair share”. */
export const isScare = (item: Item): boolean =>
  wordCount(item.text) <= 2 && (item.text.match(/\p{L}+/gu) ?? []).some((word) => isCommonWord(word));
