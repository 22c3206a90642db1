/**
 * Short names that a sentence offers for the matter it tells: its main clause cut down as headlines are
 * ("School board bans phones"), and its noun groups with what links them ("death of Dutch baby").
 */
import type { Phrase, PhraseWord } from '../text/phrases.ts';
import { phrasesIn, verbForms } from '../text/phrases.ts';

export interface Candidate {
  readonly text: string;
  /** A clause tells what happened, a group what it is about, a name only who or where. */
  readonly form: 'clause' | 'group' | 'name';
}

const MOST_WORDS = 6;

/** Verbs whose clause tells that somebody spoke or reacted, not what about. */
const LIGHT = new Set(
  `say tell react respond take post write tweet express gather become be have get go come seem continue begin
  start remain vow share make show see add ask explain note report show appear feel find hear know think want
  need let keep leave`.split(/\s+/u),
);
/** Heads that say nothing beside what "of" adds to them. */
const EMPTY_HEADS = new Set(
  `attempt case kind lack member members number part result series set significance sort spirit type violation
  wave way spate room`.split(/\s+/u),
);
const TO_BE = new Set(['be', 'been', 'being', 'is', 'are', 'was', 'were']);
const TO_COME = new Set(['will', 'would', 'shall', "'ll"]);
const JOINS = new Set([
  'of',
  'for',
  'on',
  'over',
  'against',
  'with',
  'in',
  'to',
  'between',
  'by',
  'at',
  'from',
]);

/** Candidates of a sentence, the clause first; each of 1–6 words, whole groups only. */
export function candidatesIn(sentence: string): Candidate[] {
  const phrases = phrasesIn(sentence);
  return [...clausesOf(phrases), ...groupsOf(phrases)].filter(({ text }) => {
    const words = text.split(' ').length;
    return text !== '' && words <= MOST_WORDS;
  });
}

/** `The Dutch government on Friday summoned the ambassador` → `Dutch government summons ambassador`. */
function clausesOf(phrases: readonly Phrase[]): Candidate[] {
  const from = subjectStart(phrases);
  const subject = phrases[from];
  if (subject === undefined || !isNamingGroup(subject)) return [];
  const verbAt = mainVerb(phrases, from + 1);
  const verb = phrases[verbAt];
  if (verb === undefined) return [];
  const said = headlineVerb(verb, isPlural(subject));
  if (said === undefined) return [];
  const starts = shortenings(subject, phrases[from + 1], phrases[from + 2]);
  const rests = complements(phrases, verbAt + 1, said.needsObject);
  const active = starts.flatMap((start) =>
    [...rests, ...bareObject(phrases[verbAt + 1])].map((rest) => spaced(start, said.text, rest)),
  );
  return [...active, ...turnedAround(phrases, verbAt, said)].map((text) => ({ text, form: 'clause' }));
}

/** The object without its adjectives, for where the whole is too long. */
function bareObject(object: Phrase | undefined): string[] {
  if (object === undefined || !isNamingGroup(object)) return [];
  const words = object.words.filter(({ kind }) => kind !== 'adjective');
  return words.length === object.words.length ? [] : [trimmed({ ...object, words }).join(' ')];
}

const spaced = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** `The court has sentenced a man to prison` → `Man sentenced to prison`. */
function turnedAround(phrases: readonly Phrase[], verbAt: number, said: HeadlineVerb): string[] {
  const object = phrases[verbAt + 1];
  if (!said.needsObject || object === undefined || !isNamingGroup(object)) return [];
  if (phrases[verbAt + 2]?.kind !== 'link' || object.words.at(-1)?.last) return [];
  const verb = said.text.startsWith('to ') ? `to be ${said.past}` : said.past;
  const rests = complements(phrases, verbAt + 2, false).filter((rest) => !/^(?:of |$)/u.test(rest));
  return rests.map((rest) => spaced(trimmed(object).join(' '), verb, rest));
}

interface HeadlineVerb {
  readonly text: string;
  readonly past: string;
  readonly needsObject: boolean;
}

/** After what is set before the subject ("In Galway, …"). */
function subjectStart(phrases: readonly Phrase[]): number {
  if (phrases[0]?.kind === 'noun') return 0;
  const comma = phrases.findIndex(({ words }) => words.at(-1)?.last);
  return comma < 0 ? phrases.findIndex(({ kind }) => kind === 'noun') : comma + 1;
}

/** The finite verb of the main clause: not one inside a relative clause, not a gerund. */
function mainVerb(phrases: readonly Phrase[], from: number): number {
  let inside = 0;
  for (let at = from; at < phrases.length; at++) {
    const { kind, words } = phrases[at] as Phrase;
    if (kind === 'relative') inside++;
    const last = words.at(-1) as PhraseWord;
    const infinitive = phrases[at - 1]?.words[0]?.text.toLowerCase() === 'to';
    if (kind !== 'verb' || infinitive || (words.length === 1 && last.form === 'gerund')) continue;
    if (inside === 0) return at;
    inside--;
  }
  return -1;
}

/** `will ban` → `to ban`; `have been arrested` → `arrested`; `banned` → `bans`, or `ban` after a plural. */
function headlineVerb({ words }: Phrase, plural: boolean): HeadlineVerb | undefined {
  const main = words.at(-1) as PhraseWord;
  const before = words.slice(0, -1).map(({ text }) => text.toLowerCase());
  if (main.kind !== 'verb' || before.some((word) => /n[’']t$|^not$|^never$/u.test(word))) return undefined;
  const forms = verbForms(main.text);
  if (LIGHT.has(forms.infinitive)) return undefined;
  const past = main.form === 'past' ? main.text.toLowerCase() : forms.past;
  if (main.form === 'past' && before.some((word) => TO_BE.has(word)))
    return { text: past, past, needsObject: false };
  if (before.some((word) => TO_COME.has(word)))
    return { text: `to ${forms.infinitive}`, past, needsObject: true };
  return { text: plural ? forms.infinitive : forms.present, past, needsObject: true };
}

/** What follows the verb, in growing whole units: `ambassador`, `ambassador to Netherlands`. */
function complements(phrases: readonly Phrase[], from: number, needsObject: boolean): string[] {
  const rests = needsObject ? [] : [''];
  const rest: string[] = [];
  for (let at = from; at < phrases.length && rest.length < MOST_WORDS; at++) {
    const phrase = phrases[at] as Phrase;
    const next = phrases[at + 1];
    if (phrase.kind === 'date' || (phrase.kind === 'link' && next?.kind === 'date')) continue;
    const object = rest.length === 0 && isNamingGroup(phrase);
    const joined = object ? undefined : joinedUnit(phrase, next, phrases[at + 2]);
    if (!object && joined === undefined) break;
    rest.push(...(joined?.words ?? trimmed(phrase)));
    rests.push(rest.join(' '));
    at += joined?.skipped ?? 0;
    if (phrases[at]?.words.at(-1)?.last) break;
  }
  return rests;
}

/** A preposition with its noun group (`on Erbil`), or with a gerund and its object (`from leaving country`). */
function joinedUnit(
  link: Phrase,
  next: Phrase | undefined,
  after: Phrase | undefined,
): { words: string[]; skipped: number } | undefined {
  if (link.kind !== 'link' || next === undefined) return undefined;
  const words = link.words.map(({ text }) => text.toLowerCase());
  if (isNamingGroup(next)) return { words: [...words, ...trimmed(next)], skipped: 1 };
  const gerund = next.words.length === 1 && next.words[0]?.form === 'gerund';
  if (!gerund || after === undefined || !isNamingGroup(after)) return undefined;
  return { words: [...words, next.words[0]!.text, ...trimmed(after)], skipped: 2 };
}

/** The subject in full, with the group that "of" adds, and by its last two words. */
function shortenings(subject: Phrase, link: Phrase | undefined, after: Phrase | undefined): string[] {
  const words = trimmed(subject);
  const starts = [words.join(' ')];
  const of = link?.words[0]?.text.toLowerCase() === 'of' && after !== undefined && isNamingGroup(after);
  if (of) return [`${words.join(' ')} of ${trimmed(after).join(' ')}`];
  if (words.length > 2 && !isName(subject)) starts.push(words.slice(-2).join(' '));
  return starts;
}

/** Noun groups, alone, with the next one that a preposition joins on, and the first with its place. */
function groupsOf(phrases: readonly Phrase[]): Candidate[] {
  const subject = phrases.find(isNamingGroup);
  const place = phrases.find((phrase, at) => isName(phrase) && isPlaced(phrases, at));
  return phrases.flatMap((phrase, at): Candidate[] => {
    if (!isNamingGroup(phrase)) return [];
    const text = trimmed(phrase).join(' ');
    const form = phrase.words.some(({ kind }) => kind === 'noun') ? 'group' : 'name';
    const next = phrases[at + 2];
    const word = phrases[at + 1]?.words[0]?.text.toLowerCase() ?? '';
    const joins = JOINS.has(word) && next !== undefined && isNamingGroup(next);
    const joined = joins && !phrase.words.at(-1)?.last ? [`${text} ${word} ${trimmed(next).join(' ')}`] : [];
    const placed = place !== undefined && phrase === subject && form === 'group' && place !== next;
    if (placed && !hasName(phrase)) joined.push(`${text} in ${trimmed(place).join(' ')}`);
    const alone = EMPTY_HEADS.has(text.toLowerCase()) ? [] : [{ text, form } as const];
    return [...alone, ...joined.map((each) => ({ text: each, form }) as const)].filter(
      (each) => !EMPTY_HEADS.has(each.text.split(' ')[0]!.toLowerCase()),
    );
  });
}

/** Whether the group stands for a place: "in Minasaki", "into the harbour of Minasaki". */
function isPlaced(phrases: readonly Phrase[], at: number): boolean {
  const link = phrases[at - 1]?.kind === 'link' ? phrases[at - 1]!.words[0]!.text.toLowerCase() : '';
  if (/^(?:in|at|near)$/u.test(link)) return true;
  return link === 'of' && at > 3 && /^(?:in|into|at|near|from)$/iu.test(phrases[at - 3]!.words[0]!.text);
}

const hasName = ({ words }: Phrase): boolean => words.some(({ kind }) => kind === 'name');

/** A noun group that names something: no bare pronoun, no bare number. */
function isNamingGroup({ kind, words }: Phrase): boolean {
  return kind === 'noun' && words.some((word) => word.kind === 'noun' || word.kind === 'name');
}

const isName = ({ words }: Phrase): boolean => words.at(-1)?.kind === 'name';

const isPlural = ({ words }: Phrase): boolean => words.at(-1)?.plural === true;

/** Without articles, possessive pronouns, figures and a closing adjective. */
function trimmed({ words }: Phrase): string[] {
  const kept = words.filter(({ kind }) => !['determiner', 'possessive', 'pronoun', 'number'].includes(kind));
  while (kept.at(-1)?.kind === 'adjective') kept.pop();
  return kept.map(({ text }) => text.replace(/^["“‘'(]+|["”’')]+$/gu, ''));
}
