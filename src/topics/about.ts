/** Which targets a text is about: said by name, short name, hashtag or handle, or clearly implied. */
import { isCommonWord } from '../text/lexicon.ts';
import { handlesIn, hashtagWords, hashtagsIn, stemOf } from '../text/terms.ts';
import { speaksOf } from './concepts.ts';
import { plainName, squeezed, withoutOffice } from './variants.ts';

/**
 * Which of some targets a text speaks of, in their order. Conservative: a name in any of its forms (full, surname,
 * initials, run together in a tag), "the bank" where one target alone is a bank, or the head of a concept ("ban" for
 * "phone ban"). For targets that were found; one that a person names is asked about everywhere.
 *
 * @example
 * const spokenIn = targetsAmong(['Nordhafen Bank', 'phone ban']); // what tells each is worked out once
 * spokenIn('The bank is robbing us');                             // ['Nordhafen Bank']
 */
export function targetsAmong(targets: readonly string[]): (text: string) => string[] {
  const signs = targets.map((target) => signsOf(target, targets));
  return (text) => {
    const spaced = ` ${wordsOf(text).join(' ')} `;
    const tags = new Set([...handlesIn(text), ...hashtagsIn(text)].flatMap(tagForms));
    const isTold = (sign: Signs): boolean =>
      isTagged(tags, sign.name) ||
      (sign.concept === null
        ? sign.words.some((words) => spaced.includes(words)) ||
          sign.tags.some((tag) => tags.has(tag)) ||
          sign.capitals.some((short) => hasWord(text, short))
        : speaksOf(text, sign.concept));
    return targets.filter((_, index) => isTold(signs[index]!));
  };
}

/** A tag run together, and the name in it without its office (`@SenBrandt`). */
const tagForms = (tag: string): string[] => [squeezed(tag), squeezed(withoutOffice(hashtagWords(tag)))];

/** What tells that a text speaks of a target. */
interface Signs {
  /** The name as it is run together in a tag. */
  readonly name: string;
  /** The stem of a concept's head; null for a name, to which the rest belongs. */
  readonly concept: string | null;
  /** Words side by side, between spaces. */
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly capitals: readonly string[];
}

function signsOf(target: string, targets: readonly string[]): Signs {
  const isConcept = target === target.toLowerCase();
  const forms = formsOf(target, targets);
  return {
    name: squeezed(target),
    concept: isConcept ? stemOf(wordsOf(target).at(-1) ?? '') : null,
    words: [...forms, ...impliedBy(target, targets)].map((form) => ` ${form} `),
    tags: forms.map(squeezed),
    capitals: abbreviations(target),
  };
}

/** Lower-case words without marks and possessives. */
function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu), ([word]) => normal(word));
}

const normal = (word: string): string => squeezed(word.replace(/[’']s$/u, ''));

/** The name, and its last word where no other target ends so and it is a name by itself. */
function formsOf(target: string, targets: readonly string[]): string[] {
  const words = wordsOf(plainName(target));
  const last = words.at(-1) as string;
  const first = words[0] as string;
  const forms = [words.join(' ')];
  if (words.length < 2 || words.length > 4) return forms;
  const alone = (word: string): boolean =>
    targets.filter((other) => wordsOf(other).includes(word)).length === 1 && word.length > 3;
  if (alone(last) && isNameWord(target, -1)) forms.push(last);
  if (alone(first) && isNameWord(target, 0) && COMMON_HEADS.has(last)) forms.push(first);
  return forms;
}

/** Heads that many names share: they stand for one only after "the". */
const COMMON_HEADS = new Set(
  `bank board council museum company government ministry party union police army university school schools
  hospital court commission committee agency authority department corporation church group association
  cooperative ferries airlines energy dam fee tax ban bill law deal plan project strike war authorities regime
  movement house club federation`.split(/\s+/u),
);

function isNameWord(target: string, at: number): boolean {
  const word = target.split(/\s+/u).at(at) ?? '';
  return /^\p{Lu}/u.test(word) && !COMMON_HEADS.has(squeezed(word)) && !isCommonWord(word.toLowerCase());
}

/** "the bank" where only one target is a bank. */
function impliedBy(target: string, targets: readonly string[]): string[] {
  const headOf = (name: string): string => wordsOf(name).at(-1) ?? '';
  const head = headOf(target);
  const single = targets.filter((other) => headOf(other) === head).length === 1;
  return COMMON_HEADS.has(head) && single
    ? [`the ${head}`, `this ${head}`, `our ${head}`, `that ${head}`]
    : [];
}

/** `#NordhafenBank`, and a longer tag that holds the name; a short name in a longer tag proves nothing. */
function isTagged(tags: ReadonlySet<string>, name: string): boolean {
  return tags.has(name) || (name.length > 6 && [...tags].some((tag) => tag.includes(name)));
}

/** `United States` → `US`, `U.S.`: capitals only, as the words are others in lower case. */
function abbreviations(target: string): string[] {
  const words = target.split(/\s+/u).filter((word) => /^\p{Lu}/u.test(word));
  const initials = words.map((word) => word.charAt(0)).join('');
  return words.length > 1 && words.length < 6 ? [initials, `${[...initials].join('.')}.`] : [];
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  const open = /[\p{L}\p{N}]/u;
  return at >= 0 && !open.test(text[at - 1] ?? '') && !open.test(text[at + word.length] ?? '');
}
