/** Name phrases: runs of capitalised words with the joints that names allow, the title split off. */
import type { Span } from '../reaction.ts';
import {
  genderOf,
  isCommonWord,
  isDemonym,
  isFirstName,
  isPastVerb,
  isOrganisation,
  isPlace,
  tagsOf,
} from './lexicon.ts';
import { isBodyCalling, isHeadWord, ORGANISATION_HEADS, PARTICLES } from './name-words.ts';
import { isAddress, isOffice, isTitleJoint, isTitleWord } from './titles.ts';
import { isCapitalised, type Token } from './tokens.ts';

export interface NamePhrase {
  /** The whole phrase with its title. */
  readonly start: number;
  readonly end: number;
  /** Without title: `Jane Roe` of `Foreign Minister Jane Roe`. Null where only a title stands. */
  readonly name: Span | null;
  /** Where there is a name: the words before it. */
  readonly title: Span | null;
  /** It opens a sentence, where a capital proves nothing. */
  readonly initial: boolean;
  readonly tokens: readonly Token[];
}

const CLOSED = new Set([
  'Determiner',
  'Pronoun',
  'Preposition',
  'Conjunction',
  'QuestionWord',
  'Modal',
  'Copula',
  'Possessive',
  'Reflexive',
  'Negative',
  'Condition',
  'Adverb',
  'Expression',
]);
const opener = /^[.!?…:;“"«„‘'「『([—–•*-]$/u;
const numeral = /^(?:I{1,3}|IV|VI{0,3}|Jr|Sr)$/u;

const isClosed = (word: string): boolean =>
  PLACING.test(word) || (!/^[A-Z]{2,}$/u.test(word) && tagsOf(word).some((tag) => CLOSED.has(tag)));
/** Adverbs that open sentences and that the lexicon lacks. */
const PLACING =
  /^(?:elsewhere|nonetheless|thereafter|afterwards?|indoors|outdoors|onstage|offstage|backstage|midway)$/iu;
const isFirstPerson = (word: string): boolean => /^I(?:[’'](?:m|ve|ll|d))?$/u.test(word);
const isCalendar = (word: string): boolean =>
  tagsOf(word).some((tag) => tag === 'WeekDay' || tag === 'Month');

/** `namesIn(text, tokensIn(text))`: in the order of the text, never across a line end. */
export function namesIn(text: string, tokens: readonly Token[]): NamePhrase[] {
  const phrases: NamePhrase[] = [];
  /** Each with the token before it. */
  const everyday: (readonly [Token, Token | undefined])[] = [];
  for (let index = 0; index < tokens.length;) {
    const run = runFrom(text, tokens, index);
    if (run.length === 0) {
      index += 1;
      continue;
    }
    const before = tokens[index - 1];
    const isNamedAfter = isCalling(before) && run.length < 3;
    const found = phraseOf(run, isInitial(text, tokens, index), isNamedAfter);
    if (run.length === 1 && !found[0]?.name) everyday.push([run[0]!, before]);
    phrases.push(...found);
    index += run.length;
  }
  const surnames = everyday.flatMap(([token, before]) => surnameOf(token, before, phrases));
  if (surnames.length === 0) return phrases;
  const taken = new Set(surnames.map(({ start }) => start));
  return [...phrases.filter(({ start }) => !taken.has(start)), ...surnames].sort((a, b) => a.start - b.start);
}

/** "prosecutor" in "prosecutor Dean Whitlock", where "police chief Brigadier Karim Rahimi" has a rank. */
const isCalling = (token: Token | undefined): boolean =>
  token !== undefined && !isCapitalised(token.text) && isOffice(token.text);

/** "Stone, who rates the stock": an everyday word with a capital, where the text knows an Abigail Stone. */
function surnameOf(token: Token, before: Token | undefined, phrases: readonly NamePhrase[]): NamePhrase[] {
  if (before && /^(?:the|a|an|his|her|their|our|my)$/iu.test(before.text)) return [];
  const { start } = token;
  const end = endOf(token);
  const word = token.text.slice(0, end - start);
  const isBorne = phrases.some(
    ({ name, title, tokens: run }) =>
      name && run.at(-1)!.text === word && run.length > 1 && (title !== null || isFirstName(run[0]!.text)),
  );
  return isBorne ? [{ start, end, name: { start, end }, title: null, initial: true, tokens: [token] }] : [];
}

function isInitial(text: string, tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const token = tokens[index]!;
  return !before || opener.test(before.text) || text.slice(before.end, token.start).includes('\n');
}

/** The tokens of the name that begins here, none where none does. */
function runFrom(text: string, tokens: readonly Token[], first: number): Token[] {
  if (!canOpen(text, tokens, first)) return [];
  const run: Token[] = [];
  for (let index = first; index < tokens.length;) {
    const step = stepFrom(text, tokens, index, run);
    if (step === 0) break;
    run.push(...tokens.slice(index, index + step));
    if (/[’']s$/u.test(run.at(-1)!.text)) break;
    index += step;
  }
  return run;
}

/** "Said Jane Roe": a verb of saying at the start of a sentence, with its subject after it. */
const TOLD = new Set(
  'Said Says Added Adds Wrote Writes Tweeted Stated Asked Replied Explained Declared Continued Concluded Noted Recalled Insisted Posted'.split(
    ' ',
  ),
);

function canOpen(text: string, tokens: readonly Token[], index: number): boolean {
  const { text: word } = tokens[index]!;
  if (isArticled(word)) return true;
  if (!isCapitalised(word) || isFirstPerson(word)) return false;
  if (isCalendar(word) && !isFirstNameToo(tokens, index)) return false;
  const isSaid = TOLD.has(word) && isCapitalised(tokens[index + 1]?.text ?? '');
  if (isSaid && isInitial(text, tokens, index)) return false;
  if (!isInitial(text, tokens, index)) return !isClosed(word) || isTitleWord(word);
  return !isClosed(word) || isTitleJoint(word) || isTitleWord(word);
}

/** "Jan Pelzer", "April Jones": months that are first names, and no "last April Britain". */
const isFirstNameToo = (tokens: readonly Token[], index: number): boolean =>
  /^(?:Jan|April|May|June|August)$/u.test(tokens[index]!.text) &&
  isCapitalised(tokens[index + 1]?.text ?? '') &&
  !isCommonWord(tokens[index + 1]!.text) &&
  !isDemonym(tokens[index + 1]!.text) &&
  !isPlace(tokens[index + 1]!.text) &&
  !/^(?:in|last|this|since|until|till|by|early|late|of|from|to|next|mid|and|between|during|every|before|after|through|on)$/iu.test(
    tokens[index - 1]?.text ?? '',
  );

/** How many tokens go on with the run: 0 where it ends. */
function stepFrom(text: string, tokens: readonly Token[], index: number, run: readonly Token[]): number {
  const token = tokens[index]!;
  const last = run.at(-1);
  if (last && /\n/u.test(text.slice(last.end, token.start))) return 0;
  const next = tokens[index + 1];
  const goesOn = next !== undefined && isCapitalised(next.text) && !isFirstPerson(next.text);
  if (/^[’']$/u.test(token.text)) return last && goesOn && isPluralOwner(last, token, next) ? 1 : 0;
  if (token.text === '.')
    return last &&
      ((goesOn && isPointed(last.text) && !isClosed(next.text)) ||
        isShortened(run, next) ||
        isCutShort(last, next))
      ? 1
      : 0;
  if (isArticled(token.text)) return 1;
  if (isCapitalised(token.text)) return isFirstPerson(token.text) || isDate(token.text, next?.text) ? 0 : 1;
  if (!last || !next) return 0;
  if (PARTICLES.has(token.text) && goesOn) return 1;
  return isCrowdOf(text, tokens, index, run) ? 0 : jointStep(tokens, index, run);
}

/** "al-Omari", "el-Sayed": a part of a name, and small. */
const isArticled = (word: string): boolean =>
  /^(?:al|el|ad|an|ar|as|ash|at|az|ul)[-‑]\p{Lu}\p{L}/u.test(word);

/** "Shares of Corvex", "Residents of Vik": an everyday plural at the start of a sentence, and whose they are. */
const isCrowdOf = (text: string, tokens: readonly Token[], index: number, run: readonly Token[]): boolean =>
  run.length === 1 &&
  tokens[index]!.text === 'of' &&
  /[^s]s$/u.test(run[0]!.text) &&
  isCommonWord(run[0]!.text) &&
  !isCommonWord(tokens[index + 1]?.text ?? '') &&
  !isHeadWord(run[0]!.text) &&
  isInitial(text, tokens, index - 1);

/** A weekday, or a month with its day: "Canada January 18" is no name, "Theresa May" is one. */
const isDate = (word: string, next = ''): boolean =>
  tagsOf(word).includes('WeekDay') || (tagsOf(word).includes('Month') && /^\d/u.test(next));

/** "the Ferry Users’ Group": an apostrophe after a plural, then a space. */
const isPluralOwner = (last: Token, mark: Token, next: Token): boolean =>
  last.text.endsWith('s') && last.end === mark.start && next.start > mark.end;

/** "Anna K., a nurse": an initial in place of a surname, in the middle of a sentence. */
const isShortened = (run: readonly Token[], next: Token | undefined): boolean =>
  run.length > 1 && /^\p{Lu}$/u.test(run.at(-1)!.text) && /^(?:,|\p{Ll})/u.test(next?.text ?? '');

/** "Braddock & Co. called", "Roe Jr., who": the point is of the name, and the sentence goes on. */
const isCutShort = (last: Token, next: Token | undefined): boolean =>
  /^(?:Co|Inc|Corp|Ltd|Bros|Jr|Sr)$/u.test(last.text) && /^(?:,|\p{Ll})/u.test(next?.text ?? '');

const isPointed = (word: string): boolean =>
  /^\p{Lu}$/u.test(word) || /^(?:St|Jr|Sr|Mt|Ft)$/u.test(word) || (word.length <= 5 && isTitleWord(word));

/** "of (the)", "for (the)" and "and" inside names of bodies and offices. */
function jointStep(tokens: readonly Token[], index: number, run: readonly Token[]): number {
  const { text: joint } = tokens[index]!;
  const last = run.at(-1)!.text;
  const step = tokens[index + 1]?.text === 'the' ? 2 : 1;
  const next = tokens[index + step]?.text;
  if (next === undefined || !isCapitalised(next) || isCalendar(next)) return 0;
  if (joint === 'of')
    return isHeadWord(last) ||
      isTitleWord(last) ||
      (isCommonWord(last) && !isDemonym(last) && !run.some(({ text }) => isTitleWord(text)))
      ? step
      : 0;
  if (joint === 'for') return isHeadWord(last) || isOffice(last) ? step : 0;
  if (joint === '&') return step === 1 ? 1 : 0;
  if (joint === 'and') return step === 1 && bodyGoesOn(run, next) ? 1 : 0;
  return 0;
}

const bodyGoesOn = (run: readonly Token[], next: string): boolean =>
  run.some(({ text }) => text === 'of' || text === 'for') &&
  isCommonWord(run.at(-1)!.text) &&
  isCommonWord(next);

function phraseOf(run: readonly Token[], initial: boolean, called: boolean): NamePhrase[] {
  const only = run[0]!.text;
  if (run.length === 1 && !isTitleWord(only) && (initial ? isCommonWord(only) : isPastVerb(only))) return [];
  const start = run[0]!.start;
  const end = endOf(run.at(-1)!);
  const cut = nameStart(run, called) || (initial && beginsWithCalling(run) ? 1 : 0);
  const from = run[cut];
  if (!from) return [{ start, end, name: null, title: { start, end }, initial, tokens: run }];
  const title = cut === 0 ? null : { start, end: run[cut - 1]!.end };
  const name = { start: from.start, end: endOf(lastOfName(run, cut)) };
  return [{ start, end, name, title, initial, tokens: run }];
}

const endOf = ({ text, end }: Token): number => end - (/[’']s$/u.test(text) ? 2 : 0);

/** Letters after a name tell an office, an order or a degree (Oxford Style Manual, "post-nominal letters"). */
const POSTNOMINAL = /^(?:[KQ]C|SC|SAN|MPP?|MEP|MSP|TD|PhD|MD|[MOC]BE|FRS|CPA)(?:[’']s)?$/u;

/** "Jane Roe QC": two words of a name at least stand before such letters. */
function lastOfName(run: readonly Token[], from: number): Token {
  let last = run.length - 1;
  while (last > from + 1 && POSTNOMINAL.test(run[last]!.text)) last -= 1;
  return run[last]!;
}

/** "Drummer Kofi Blake", "Carmaker Voltane" at the start of a sentence, where every first word is capitalised. */
const beginsWithCalling = ([first, next, ...rest]: readonly Token[]): boolean =>
  (isBodyCalling(first!.text) && next !== undefined && !isCommonWord(next.text)) ||
  isCalled(first!, next, rest);

const isCalled = (first: Token, next: Token | undefined, rest: readonly Token[]): boolean =>
  next !== undefined &&
  // "Sisters Ama and Efua Boateng"
  (rest.length > 0 || /[^s]s$/u.test(first.text)) &&
  (tagsOf(first.text).includes('Actor') || /(?:er|or|ist|ian|man|woman)$/u.test(first.text)) &&
  ((isCommonWord(first.text) && !isCommonWord(next.text)) ||
    (tagsOf(first.text).length === 0 && isFirstName(next.text)));

/** Index of the first token after the title; the length of the run where it is a title alone. */
function nameStart(run: readonly Token[], called: boolean): number {
  if (isBody(run)) return 0;
  let cut = 0;
  const from = called && run.length > 1 && !isAddress(run[0]!.text) ? 1 : 0;
  for (let index = from; index < run.length; index += 1)
    if (isTitleWord(run[index]!.text) && !isSurname(run, index)) cut = index + 1;
  if (cut === 0) return 0;
  while (run[cut] && (run[cut]!.text === '.' || numeral.test(run[cut]!.text))) cut += 1;
  return /^(?:of|for)$/u.test(run[cut]?.text ?? '') ? afterField(run, cut + 1) : cut;
}

/** "Regina King", "Sam Farmer": titles that people bear as surnames, at the end and after a first name. */
const isSurname = (run: readonly Token[], index: number): boolean =>
  index > 0 &&
  index === run.length - 1 &&
  isFirstName(run[index - 1]!.text) &&
  SURNAMES.test(run[index]!.text);
const SURNAMES =
  /^(?:Abbot|Bishop|Canon|Cardinal|Chancellor|Constable|Dean|Farmer|Judge|Justice|King|Lord|Major|Marshal|Nurse|Pope|Priest|Prince|Sheriff|Singer)(?:[’']s)?$/u;

/** After "Minister of": everyday words are the field; a name begins where they end, if anywhere. */
function afterField(run: readonly Token[], from: number): number {
  for (let index = from; index < run.length; index += 1) {
    const word = run[index]!.text;
    if (isFirstName(word) && run.length - index > 1 && isCapitalised(word)) return index;
  }
  const unknown = run.findIndex(
    ({ text }, index) =>
      index > from && isCapitalised(text) && !isCommonWord(text) && !isPlace(text) && !isOrganisation(text),
  );
  return unknown > 0 && run.length - unknown >= 2 ? unknown : run.length;
}

/** A body named with a word that is a title elsewhere: "Justice Department", "Attorney General’s Office". */
function isBody(run: readonly Token[]): boolean {
  const last = run
    .at(-1)!
    .text.replace(/[’']s$/u, '')
    .toLowerCase();
  return ORGANISATION_HEADS.has(last) && !isTitleWord(last) && !isAddress(run[0]!.text);
}

/** The pronoun that a name with its title calls for, null where neither tells. */
export function pronounOf(
  nameWords: readonly string[],
  titleGender: 'he' | 'she' | null,
): 'he' | 'she' | null {
  return titleGender ?? (nameWords.length > 1 ? genderOf(nameWords[0]!) : null);
}
