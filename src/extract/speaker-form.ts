/** What kind of phrase a speaker is given by: a name, a description, a pronoun, or nobody in particular. */
import type { SpeakerForm } from '../reaction.ts';
import { isDemonym } from '../text/lexicon.ts';
import { isHandle } from '../text/tokens.ts';
import { POST_NOUNS } from './cues.ts';
import type { Item } from './item.ts';
import { isPronoun, SUBJECT_FORMS } from './word-classes.ts';

const ANONYMOUS_HEADS = new Set(
  `user users commenter commenters source sources someone somebody one others another person people account
  poster netizen netizens anyone everyone many some insider insiders witness-name reader viewer follower
  followers tweeter redditor redditors`.split(/\s+/),
);
const VAGUE = new Set([
  'another',
  'one',
  'a',
  'an',
  'some',
  'many',
  'several',
  'other',
  'others',
  'few',
  'anonymous',
  'unnamed',
  'any',
  'most',
]);

/** "the Spaniard": a national after an article, and no name. */
export const isNational = (items: readonly Item[], head: number): boolean =>
  /^(?:the|an?|another|one)$/u.test(items[head - 1]?.lower ?? '') &&
  items[head]!.kind === 'name' &&
  isDemonym(items[head]!.text);

/** "Commuters", "Residents": a plural calling that a sentence begins with, and no name. */
const isCrowd = ({ text, phrase, entity }: Item): boolean =>
  entity === null &&
  phrase?.initial === true &&
  /^\p{Lu}\p{Ll}+(?:ers|ors|ists|ents|ants|ees|folk|men|women)$/u.test(text);

export function formOf(items: readonly Item[], left: number, head: number): SpeakerForm {
  const item = items[head]!;
  if (isPronoun(item) || (left === head && SUBJECT_FORMS.has(item.lower))) return 'pronoun';
  if (item.kind === 'name' && item.phrase?.name && !isCrowd(item) && !isNational(items, head)) return 'named';
  const vague = VAGUE.has(items[left]!.lower) || left === head;
  if (isHandle(item.text)) return 'named';
  if (POST_NOUNS.has(item.lower)) return items[head - 1]?.possessive ? 'described' : 'anonymous';
  return ANONYMOUS_HEADS.has(item.lower) && (vague || /^(?:sources?|users?)$/u.test(item.lower))
    ? 'anonymous'
    : 'described';
}
