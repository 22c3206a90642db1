/**
 * Phrases of a sentence: noun groups, verb groups and what links them, on the tags of `compromise`. Shallow
 * on purpose: groups don't nest, and a comma or a mark ends one.
 */
import nlp from 'compromise/two';
import { isTitleWord } from './titles.ts';

export type WordKind =
  | 'determiner'
  | 'possessive'
  | 'pronoun'
  | 'name'
  | 'noun'
  | 'number'
  | 'adjective'
  | 'adverb'
  | 'date'
  | 'auxiliary'
  | 'verb'
  | 'preposition'
  | 'conjunction'
  | 'relative'
  | 'other';

export interface PhraseWord {
  readonly text: string;
  readonly kind: WordKind;
  readonly plural: boolean;
  readonly form: 'past' | 'gerund' | 'present' | null;
  /** A mark or bracket stands after the word, or before the next one. */
  readonly last: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Phrase {
  readonly kind: 'noun' | 'verb' | 'link' | 'relative' | 'date' | 'other';
  readonly words: readonly PhraseWord[];
  readonly start: number;
  readonly end: number;
}

interface TaggedTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
}

/** `The board banned phones in January` → noun, verb, noun, link, date. Offsets are UTF-16 code units. */
export function phrasesIn(text: string): Phrase[] {
  const phrases: Phrase[] = [];
  let group: PhraseWord[] = [];
  const close = (): void => {
    if (group.length > 0) phrases.push(phraseOf(group));
    group = [];
  };
  const words = wordsOf(text);
  words.forEach((word, index) => {
    const before = group.at(-1);
    if (before !== undefined && !continues(group, before, word, words[index + 1])) close();
    group.push(word);
  });
  close();
  return phrases;
}

/** The forms of a verb by its infinitive: `banned` → `ban`, `bans`, `banned`. */
export function verbForms(verb: string): { infinitive: string; present: string; past: string } {
  const { transform } = (nlp.methods() as { two: VerbMethods }).two;
  const model: unknown = nlp.model();
  const tag = (nlp(verb).json() as { terms: TaggedTerm[] }[])[0]?.terms[0]?.tags ?? [];
  const form = tenseOf(verb, tag);
  const infinitive =
    form === 'Infinitive' ? verb : transform.verb.toInfinitive(verb.toLowerCase(), model, form);
  const forms = transform.verb.conjugate(infinitive, model);
  return { infinitive, present: forms.PresentTense, past: forms.Participle || forms.PastTense };
}

/** A verb by itself may be tagged as an adjective ("closed"): its ending tells then. */
function tenseOf(verb: string, tags: readonly string[]): string {
  const tense = ['Participle', 'PastTense', 'Gerund', 'Infinitive', 'PresentTense'];
  const ending = verb.endsWith('ed') ? 'PastTense' : verb.endsWith('ing') ? 'Gerund' : 'Infinitive';
  return tense.find((name) => tags.includes(name)) ?? ending;
}

interface VerbMethods {
  readonly transform: {
    readonly verb: {
      toInfinitive(verb: string, model: unknown, tense: string): string;
      conjugate(
        infinitive: string,
        model: unknown,
      ): { PastTense: string; PresentTense: string; Participle?: string };
    };
  };
}

const GROUPS: Record<WordKind, Phrase['kind']> = {
  determiner: 'noun',
  possessive: 'noun',
  pronoun: 'noun',
  name: 'noun',
  noun: 'noun',
  number: 'noun',
  adjective: 'noun',
  adverb: 'other',
  date: 'date',
  auxiliary: 'verb',
  verb: 'verb',
  preposition: 'link',
  conjunction: 'other',
  relative: 'relative',
  other: 'other',
};

function phraseOf(words: readonly PhraseWord[]): Phrase {
  const kinds = words.map((word) => GROUPS[word.kind]);
  const kind = kinds.find((each) => each !== 'other') ?? 'other';
  return { kind, words, start: (words[0] as PhraseWord).start, end: (words.at(-1) as PhraseWord).end };
}

/** Whether a word belongs to the group before it. */
function continues(
  group: readonly PhraseWord[],
  before: PhraseWord,
  word: PhraseWord,
  next: PhraseWord | undefined,
): boolean {
  if (before.last) return false;
  const [from, to] = [GROUPS[before.kind], GROUPS[word.kind]];
  if (word.kind === 'adverb') return from === 'verb' && next !== undefined && GROUPS[next.kind] === 'verb';
  if (before.kind === 'adverb') return to === GROUPS[(group[0] as PhraseWord).kind];
  if (from === 'link' && to === 'link') return word.text.toLowerCase() === 'of';
  if (from !== to || from === 'link' || from === 'other') return false;
  if (from === 'verb') return before.kind === 'auxiliary';
  if (from !== 'noun') return true;
  return !opensNounGroup(before, word);
}

const MORE = /^(?:more|most|less|fewer|many|several|enough)$/iu;

/** Two noun groups that touch: a new one opens at a determiner, a pronoun, or a number after a noun. */
function opensNounGroup(before: PhraseWord, word: PhraseWord): boolean {
  if (word.kind === 'determiner' || word.kind === 'pronoun' || before.kind === 'pronoun') return true;
  const headed = before.kind === 'noun' || before.kind === 'name';
  const opens = word.kind === 'number' || word.kind === 'possessive' || MORE.test(word.text);
  return headed && opens && !/[’']s?$/u.test(before.text);
}

function wordsOf(text: string): PhraseWord[] {
  const sentences = nlp(text).json({ offset: true }) as { terms: TaggedTerm[] }[];
  const terms = joined(sentences.flatMap((sentence) => sentence.terms));
  return terms.map((term, index) => wordOf(term, terms[index - 1], terms[index + 1]));
}

/** Hyphenated words are one; the silent second half of a contraction ("don't") is none. */
function joined(terms: readonly TaggedTerm[]): TaggedTerm[] {
  const words: TaggedTerm[] = [];
  for (const term of terms) {
    const before = words.at(-1);
    if (term.text === '') continue;
    if (before === undefined || before.post !== '-') {
      words.push(term);
      continue;
    }
    const start = before.offset.start;
    words[words.length - 1] = {
      text: `${before.text}-${term.text}`,
      pre: before.pre,
      post: term.post,
      tags: compoundTags(before, term),
      offset: { start, length: term.offset.start + term.offset.length - start },
    };
  }
  return words;
}

/** "ISIS-affiliated" and "six-month" describe; "Cole-Abernathy" and "check-in" name. */
function compoundTags(first: TaggedTerm, second: TaggedTerm): readonly string[] {
  if (/^\p{Lu}/u.test(second.text)) return second.tags.includes('ProperNoun') ? second.tags : first.tags;
  if (second.tags.includes('Noun') && !first.tags.includes('Value')) return second.tags;
  return ['Adjective'];
}

function wordOf(term: TaggedTerm, before: TaggedTerm | undefined, next: TaggedTerm | undefined): PhraseWord {
  const abbreviates = term.post === '. ' && isTitleWord(term.text);
  const open = abbreviates || /^["”’]? ?$/u.test(term.post);
  return {
    text: term.text,
    kind: kindOf(term, before, next),
    plural: term.tags.includes('Plural'),
    form: formOf(term.tags),
    last: !open || /[^\s"“‘]/u.test(next?.pre ?? ''),
    start: term.offset.start,
    end: term.offset.start + term.offset.length,
  };
}

function formOf(tags: readonly string[]): PhraseWord['form'] {
  if (tags.includes('Gerund')) return 'gerund';
  if (tags.includes('PastTense') || tags.includes('Participle')) return 'past';
  return tags.includes('Verb') ? 'present' : null;
}

/** The first rule that fits decides; their order matters. */
function kindOf(term: TaggedTerm, before: TaggedTerm | undefined, next: TaggedTerm | undefined): WordKind {
  const is = (...tags: string[]): boolean => tags.some((tag) => term.tags.includes(tag));
  const word = term.text.toLowerCase();
  if (PREPOSITIONS.has(word)) return 'preposition';
  if (RELATIVES.has(word) || opensClause(word, before, next)) return 'relative';
  if (is('Date') && !is('Person', 'Organization')) return 'date';
  if (is('Determiner')) return 'determiner';
  if (POSSESSIVES.has(word)) return 'possessive';
  if (is('Pronoun')) return 'pronoun';
  if (is('QuestionWord')) return 'relative';
  if (is('Auxiliary', 'Modal', 'Copula')) return 'auxiliary';
  if (is('Verb') && !runsOn(term, next)) return verbKind(term, before, next);
  return PLAIN_KINDS.find(([tags]) => is(...tags))?.[1] ?? nounKind(term, before, next);
}

const PLAIN_KINDS: readonly (readonly [readonly string[], WordKind])[] = [
  [['Preposition'], 'preposition'],
  [['Conjunction'], 'conjunction'],
  [['Value', 'Money'], 'number'],
  [['Adverb', 'Negative'], 'adverb'],
  [['ProperNoun', 'Acronym', 'Verb'], 'name'],
];

/** "that" after a noun or before a verb. */
function opensClause(word: string, before: TaggedTerm | undefined, next: TaggedTerm | undefined): boolean {
  if (word !== 'that' || before?.post !== ' ') return false;
  return before.tags.includes('Noun') || next?.tags.includes('Verb') === true;
}

/** Capitals side by side are a name, whatever the words are ("Harbour Bank"). */
const runsOn = (term: TaggedTerm, next: TaggedTerm | undefined): boolean =>
  isCapital(term) && isCapital(next) && term.post === ' ';

function nounKind(term: TaggedTerm, before: TaggedTerm | undefined, next: TaggedTerm | undefined): WordKind {
  if (NAME_OPENERS.has(term.text) && isCapital(next)) return 'name';
  if (!term.tags.includes('Noun')) return term.tags.includes('Adjective') ? 'adjective' : 'other';
  return isCapital(term) && (before !== undefined || isCapital(next)) ? 'name' : 'noun';
}

const isCapital = (term: TaggedTerm | undefined): boolean => /^\p{Lu}/u.test(term?.text ?? '');

const NAME_OPENERS = new Set(['New', 'Great', 'North', 'South', 'East', 'West', 'Northern', 'Southern']);
const PREPOSITIONS = new Set(
  'of to according following including regarding concerning despite amid like over against'.split(' '),
);
const POSSESSIVES = new Set(['its', 'my', 'our', 'your', 'his', 'her', 'their']);
const RELATIVES = new Set(['which', 'who', 'whose', 'whom']);

const DESCRIBES = ['Determiner', 'Adjective', 'Value', 'Possessive'];

/** Verbs that stand inside a noun group ("fourteen carved doors"), and plurals read as verbs after one. */
function verbKind(term: TaggedTerm, before: TaggedTerm | undefined, next: TaggedTerm | undefined): WordKind {
  const has = (other: TaggedTerm | undefined, ...tags: string[]): boolean =>
    other !== undefined && tags.some((tag) => other.tags.includes(tag));
  const described =
    before !== undefined && /^[ “"]+$/u.test(before.post + term.pre) && has(before, ...DESCRIBES);
  const noun = has(next, 'Noun') && !has(next, 'Pronoun') && /^["”]? $/u.test(term.post);
  const participle = has(term, 'PastTense', 'Gerund', 'Participle') || term.text.includes('-');
  if (described && noun && participle) return 'adjective';
  if (described && !has(term, 'PastTense')) return 'noun';
  const afterVerb = has(before, 'Verb') && !has(before, 'Auxiliary', 'Modal', 'Copula');
  return afterVerb && term.text.endsWith('s') ? 'noun' : 'verb';
}
