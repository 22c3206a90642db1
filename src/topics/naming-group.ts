/** Noun groups as parts of a name for a story: what to keep of their words, and which of them say anything. */
import type { Phrase, PhraseWord } from '../text/phrases.ts';
import { isOffice } from '../text/titles.ts';

/** Short names that a sentence offers. */
export interface Candidate {
  readonly text: string;
  /** A clause tells what happened, a group what it is about, a name only who or where. */
  readonly form: 'clause' | 'group' | 'name';
}

/** Heads that say nothing beside what "of" and "for" add to them. */
const EMPTY_HEADS = new Set(
  `attempt case centerpiece centrepiece detail details favor favour issue kind lack member members merits number
  part percent quarter half rest result role room sake series set significance sort spate spirit third type
  violation wave way`.split(/\s+/u),
);
const JOINS = new Set('of for on over against with in to between by at from'.split(' '));

/** A noun group that names something: no bare pronoun, no bare number. */
export function isNamingGroup(phrase: Phrase | undefined): phrase is Phrase {
  return phrase?.kind === 'noun' && phrase.words.some(({ kind }) => kind === 'noun' || kind === 'name');
}

export const isNamed = ({ words }: Phrase): boolean => words.at(-1)?.kind === 'name';

export const isPlural = ({ words }: Phrase): boolean => words.at(-1)?.plural === true;

export const endsInMark = (phrase: Phrase | undefined): boolean => phrase?.words.at(-1)?.last === true;

/** Without articles, possessive pronouns, figures, and a closing adjective or gerund. */
export function keptWords({ words }: Pick<Phrase, 'words'>): string[] {
  const kept = words.filter(({ kind }) => !['determiner', 'possessive', 'pronoun', 'number'].includes(kind));
  while (isOpenEnd(kept.at(-1), kept.at(-2))) kept.pop();
  return kept.map(({ text }) => text.replace(/^["“‘'(]+|["”’')]+$/gu, ''));
}

/** "emergency [urgent]", "officers [killing]": what would go on after the group. */
function isOpenEnd(word: PhraseWord | undefined, before: PhraseWord | undefined): boolean {
  if (word === undefined || word.kind === 'name') return false;
  return (
    word.kind === 'adjective' ||
    word.form === 'gerund' ||
    (before?.plural === true && word.text.endsWith('ing'))
  );
}

/** Shorter ways to say a group: a person without office, a thing without adjectives, or its last two words. */
export function shortened(phrase: Phrase): string[] {
  const words = keptWords(phrase);
  const office = words.findLastIndex((word) => isOffice(word));
  if (isNamed(phrase))
    return office >= 0 && office < words.length - 1 ? [words.slice(office + 1).join(' ')] : [];
  const bare = keptWords({ words: phrase.words.filter(({ kind }) => kind !== 'adjective') });
  const shorter = [bare, words.slice(-2)].filter((each) => each.length > 0 && each.length < words.length);
  return shorter.map((each) => each.join(' '));
}

/** Noun groups: alone, with the next one that a preposition joins on, and the first with its place. */
export function groupsOf(phrases: readonly Phrase[]): Candidate[] {
  const subject = phrases.find(isNamingGroup);
  const place = phrases.find(
    (phrase, at) => isNamingGroup(phrase) && isNamed(phrase) && isPlaced(phrases, at),
  );
  return phrases.flatMap((phrase, at): Candidate[] => {
    if (!isNamingGroup(phrase)) return [];
    const alone: Candidate = { text: keptWords(phrase).join(' '), form: isNamed(phrase) ? 'name' : 'group' };
    const joined = joinedGroup(phrase, phrases[at + 1], phrases[at + 2]);
    const placed = phrase === subject && place !== undefined && place !== phrases[at + 2] && !hasName(phrase);
    const more = [...joined, ...(placed ? [`${alone.text} in ${keptWords(place).join(' ')}`] : [])];
    return [alone, ...more.map((text) => ({ text, form: 'group' }) as const)].filter(({ text }) =>
      saysMore(text),
    );
  });
}

function joinedGroup(phrase: Phrase, link: Phrase | undefined, next: Phrase | undefined): string[] {
  const word = link?.words[0]?.text.toLowerCase() ?? '';
  if (!JOINS.has(word) || !isNamingGroup(next) || endsInMark(phrase)) return [];
  return [`${keptWords(phrase).join(' ')} ${word} ${keptWords(next).join(' ')}`];
}

const saysMore = (text: string): boolean => !EMPTY_HEADS.has(text.split(' ')[0]!.toLowerCase());

/** Whether the group stands for a place: "in Minasaki", "into the harbour of Minasaki". */
function isPlaced(phrases: readonly Phrase[], at: number): boolean {
  const link = phrases[at - 1]?.kind === 'link' ? phrases[at - 1]!.words[0]!.text.toLowerCase() : '';
  if (/^(?:in|at|near)$/u.test(link)) return true;
  return link === 'of' && at > 3 && /^(?:in|into|at|near|from)$/iu.test(phrases[at - 3]!.words[0]!.text);
}

const hasName = ({ words }: Phrase): boolean => words.some(({ kind }) => kind === 'name');
