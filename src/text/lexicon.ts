/** What a single English word is known to be: the lexicon of the tagger `compromise`, by look-up alone. */
import nlp from 'compromise/two';
import { isOffice } from './titles.ts';

const entries = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;

const tags: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(entries).map(([word, tag]) => [word, Array.isArray(tag) ? tag : [tag]]),
);

const NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName', 'LastName', 'Person', 'ProperNoun']);
const PLACE_TAGS = new Set(['Place', 'City', 'Country', 'Region']);
const ORGANISATION_TAGS = new Set(['Organization', 'SportsTeam']);
const VERB_TAGS = new Set([
  'PastTense',
  'PresentTense',
  'Gerund',
  'Infinitive',
  'Participle',
  'Verb',
  'Modal',
  'Copula',
  'PhrasalVerb',
]);
const FIRST_NAME_TAGS = new Set(['MaleName', 'FemaleName', 'FirstName']);

const none: readonly string[] = [];
const dropped = /[’']s$|\.$/u;

/** Tags of a word or phrase (`Country`, `FemaleName`, `PastTense` …), empty for the unknown. Case is ignored. */
export function tagsOf(phrase: string): readonly string[] {
  return tags.get(phrase) ?? tagsInAnyForm(phrase.toLowerCase());
}

function tagsInAnyForm(word: string): readonly string[] {
  const known = tags.get(word);
  return known ?? (dropped.test(word) ? tags.get(word.replace(dropped, '')) : undefined) ?? none;
}

const hasTag = (phrase: string, wanted: ReadonlySet<string>): boolean =>
  tagsOf(phrase).some((tag) => wanted.has(tag));

export const isPlace = (phrase: string): boolean => hasTag(phrase, PLACE_TAGS);
export const isOrganisation = (phrase: string): boolean => hasTag(phrase, ORGANISATION_TAGS);
export const isFirstName = (word: string): boolean => hasTag(word, FIRST_NAME_TAGS);
export const isKnownPerson = (phrase: string): boolean => tagsOf(phrase).includes('Person');
export const isDemonym = (word: string): boolean =>
  tagsOf(word).includes('Demonym') ||
  NATIONALS.test(word) ||
  (/(?:ish|ese)$/u.test(word) && /^\p{Lu}\p{L}{5,}$/u.test(word));

/** People of a country or a city whom the lexicon does not know as such. */
const NATIONALS =
  /^(?:(?:Scot|Briton|Pole|Slovene|Serb|Kosovan|Turk|Kurd|Eritrean|Somali|Tanzanian|Malian|Azerbaijani|Uzbek|Nepali|Salvadoran|Argentinian|Uruguayan|Icelander|Londoner|Parisian|Berliner|Catalan|Basque|Luxembourger|Cypriot|Yemeni|Bahraini|Kiwi|Glaswegian|Liverpudlian|Mancunian|New Yorker|Filipina|Khmer|Pashtun|Tajik|Azeri|Moldovan|Slovenian|Chechen|Mongol|Tibetan|Uyghur|Uighur|Laotian|Malay|Bruneian|Maori|Fijian|Tongan|Hawaiian|Salvadorean|Sicilian|Kosovar|Montenegrin|Djiboutian|Burundian|Malawian|Mozambican|Botswanan|Arab|Persian|Tamil|Bengali|Punjabi|Gujarati|Kashmiri|Sindhi|Sri Lankan|Lankan|Maldivian|Scandinavian|Bavarian|Mauritian)s?|Irish|Kyrgyz|Baloch|Inuit|Burkinab[eé]|Qu[eé]b[eé]cois|Seychellois|(?:English|Irish|Welsh|French|Dutch)(?:wo)?m[ae]n)$/u;
/** What somebody does or is called by: "nurse", "premier". */
export const isOccupation = (word: string): boolean => tagsOf(word).includes('Actor') || isOffice(word);
export const isVerb = (word: string): boolean => hasTag(word, VERB_TAGS);
export const isPastVerb = (word: string): boolean => tagsOf(word).includes('PastTense');

// English endings that names seldom have, and the inflections that the lexicon leaves out.
const everydayEnding = /(?:tions?|ments?|ness(?:es)?|ities|ity|ically|fully|ably|ously|ively|able|ings)$/iu;
const inflection = /(?:s|es|ed|ing|ly|al|ial)$/iu;

/** An everyday word, as it stands or inflected: neither a name nor a place nor an organisation. */
export function isCommonWord(word: string): boolean {
  const known = tagsOf(word);
  if (known.length === 0) return everydayEnding.test(word) || isInflected(word);
  return !known.some((tag) => NAME_TAGS.has(tag) || PLACE_TAGS.has(tag) || ORGANISATION_TAGS.has(tag));
}

function isInflected(word: string): boolean {
  const stem = word.replace(inflection, '');
  if (stem === word || stem.length < (/al$/iu.test(word) ? 4 : 3)) return false;
  const bases = [stem, `${stem}e`, stem.replace(/(?:i)$/u, 'y'), `${stem}y`];
  return bases.some((base) => tagsOf(base).length > 0 && isCommonWord(base));
}

/** Family names that stand first in Vietnam, China and Korea (CLDR person names, "surnameFirst"): they tell nothing. */
const FAMILY_FIRST = new Set(
  'nguyen tran le pham kim lee park choi chen li wang zhang liu yang lin wu zhou xu sun ma'.split(' '),
);

/** What a first name tells about pronouns: `he`, `she`, or null where it tells nothing. */
export function genderOf(firstName: string): 'he' | 'she' | null {
  if (FAMILY_FIRST.has(firstName.toLowerCase())) return null;
  const known = tagsOf(firstName);
  const male = known.includes('MaleName');
  const female = known.includes('FemaleName');
  if (male === female) return null;
  return male ? 'he' : 'she';
}
