/** Words whose point ends no sentence: the list of `natural`, and those that news style guides add. */
import { createRequire } from 'node:module';

// The package whole loads database clients and prints to standard output: its parts alone are taken.
const load = createRequire(import.meta.url);
const { knownAbbreviations } = load('natural/lib/natural/util/abbreviations_en.js') as {
  knownAbbreviations: readonly string[];
};

/** Associated Press Stylebook, "abbreviations and acronyms": months, titles, companies, references. */
const NEWS = `adm. assn. ave. bros. brig. capt. cmdr. co. col. corp. cpl. dist. ed. esq. ft. fr. gen. gov. hon. jr.
  lt. ltd. maj. messrs. mme. mt. ph.d. prof. rep. reps. rev. sen. sens. sgt. spc. sr. st. supt. univ. v. vol. jan.
  feb. aug. sept. oct. nov. dec. a.m. p.m. al. cf. fig. no. nos. pp. ret. sec.`;

const ENDINGS = new Set([...knownAbbreviations.map((word) => word.toLowerCase()), ...NEWS.split(/\s+/)]);
// Everyday words of the list that end sentences far more often than they are cut short.
for (const word of [
  'no.',
  'min.',
  'temp.',
  'vet.',
  'tel.',
  'apt.',
  'ed.',
  'inc.',
  'co.',
  'corp.',
  'ltd.',
  'a.m.',
  'p.m.',
  'jr.',
  'sr.',
])
  ENDINGS.delete(word);

/** Before a capital these end a sentence now and then: the next word decides. */
const OPEN = /(?:^|\s)(?:(?:\p{Lu}\.){2,}|inc\.|co\.|corp\.|ltd\.|a\.m\.|p\.m\.|jr\.|sr\.|no\.)$/iu;

export type Abbreviation = 'never-ends' | 'may-end' | 'none';

/** What the point at the end of `before` is; `before` ends with that point. */
export function abbreviationAt(before: string): Abbreviation {
  const word =
    /\S+$/u
      .exec(before)?.[0]
      .replace(/^[("'“‘«„[]+/u, '')
      .toLowerCase() ?? '';
  if (ENDINGS.has(word) || /(?:^|[\s(“"])\p{Lu}\.$/u.test(before)) return 'never-ends';
  return OPEN.test(before) ? 'may-end' : 'none';
}
