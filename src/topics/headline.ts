/**
 * Short names that a sentence offers for the matter it tells: its clause cut down as headlines are ("School
 * board bans phones"), and its noun groups with what links them ("death of Dutch baby").
 */
import type { Phrase, PhraseWord } from '../text/phrases.ts';
import { phrasesIn, verbForms } from '../text/phrases.ts';
import type { Candidate } from './naming-group.ts';
import { endsInMark, groupsOf, isNamingGroup, isPlural, keptWords, shortened } from './naming-group.ts';

const MOST_WORDS = 6;

/** Verbs of a clause that tells what somebody said; the matter is in the clause that they said. */
const SAYING = new Set('say tell claim argue report state announce add believe note write warn'.split(' '));
/** Verbs whose clause tells that somebody spoke, reacted or went on, not what about. */
const LIGHT = new Set(
  `react respond take post tweet express gather become be have get go come seem continue begin start remain vow
  share make show see ask explain appear feel find hear know think want need let keep leave run work`.split(
    /\s+/u,
  ),
);
const TO_BE = new Set(['be', 'been', 'being', 'is', 'are', 'was', 'were']);
const MODALS = new Set(['can', 'could', 'may', 'might', 'must', 'should']);
const TO_COME = new Set(['will', 'would', 'shall', "'ll"]);

/** Candidates of a sentence, clauses first; each of 1–6 words, whole groups only. */
export function candidatesIn(sentence: string): Candidate[] {
  const phrases = phrasesIn(sentence);
  const clauses = clausesOf(phrases).map((text) => ({ text, form: 'clause' as const }));
  return [...clauses, ...groupsOf(phrases)].filter(({ text }) => {
    const words = text.split(' ').length;
    return text !== '' && words <= MOST_WORDS;
  });
}

/** `The Dutch government on Friday summoned the ambassador` → `Dutch government summons ambassador`. */
function clausesOf(phrases: readonly Phrase[]): string[] {
  const from = subjectStart(phrases);
  const subject = phrases[from];
  const verbAt = mainVerb(phrases, from + 1);
  const verb = phrases[verbAt];
  if (verb === undefined) return [];
  if (SAYING.has(verbForms(verb.words.at(-1)!.text).infinitive)) return clausesOf(saidAfter(phrases, verbAt));
  if (!isNamingGroup(subject)) return [];
  const said = headlineVerb(verb, isPlural(subject));
  if (said === undefined) return [];
  const starts = subjects(subject, phrases[from + 1], phrases[from + 2]);
  const object: Phrase | undefined = phrases[verbAt + 1];
  const short = isNamingGroup(object) ? shortened(object) : [];
  const rests = [...complements(phrases, verbAt + 1, said.needsObject), ...short];
  const active = starts.flatMap((start) => rests.map((rest) => spaced(start, said.text, rest)));
  return [...active, ...turnedAround(phrases, verbAt, said)];
}

/** What was said: after the verb, a listener ("told reporters") and "that". */
function saidAfter(phrases: readonly Phrase[], verbAt: number): Phrase[] {
  const that = phrases.findIndex(({ words }, at) => at > verbAt && /^that$/iu.test(words[0]!.text));
  return phrases.slice(that > 0 && that <= verbAt + 4 ? that + 1 : verbAt + 1);
}

const spaced = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** `The court has sentenced a man to prison` → `Man sentenced to prison`. */
function turnedAround(phrases: readonly Phrase[], verbAt: number, said: HeadlineVerb): string[] {
  const object = phrases[verbAt + 1];
  if (!said.needsObject || said.past === '' || !isNamingGroup(object)) return [];
  if (phrases[verbAt + 2]?.kind !== 'link' || endsInMark(object)) return [];
  const verb = said.text.startsWith('to ') ? `to be ${said.past}` : said.past;
  const rests = complements(phrases, verbAt + 2, false).filter((rest) => !/^(?:of |$)/u.test(rest));
  return rests.map((rest) => spaced(keptWords(object).join(' '), verb, rest));
}

interface HeadlineVerb {
  readonly text: string;
  readonly past: string;
  readonly needsObject: boolean;
}

/** After what is set before the subject ("In Galway, …"). */
function subjectStart(phrases: readonly Phrase[]): number {
  if (phrases[0]?.kind === 'noun') return 0;
  const comma = phrases.findIndex(endsInMark);
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
  const modal = before.find((word) => MODALS.has(word));
  if (modal !== undefined) return { text: `${modal} ${forms.infinitive}`, past: '', needsObject: true };
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
    rest.push(...(joined?.words ?? keptWords(phrase)));
    rests.push(rest.join(' '));
    at += joined?.skipped ?? 0;
    if (endsInMark(phrases[at])) break;
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
  const gerund = next.words.length === 1 && next.words[0]?.form === 'gerund' ? next.words[0].text : undefined;
  if (isNamingGroup(next)) return { words: [...words, ...keptWords(next)], skipped: 1 };
  if (gerund === undefined || !isNamingGroup(after)) return undefined;
  return { words: [...words, gerund, ...keptWords(after)], skipped: 2 };
}

/** The subject in full, with the group that "of" adds, and its shorter ways. */
function subjects(subject: Phrase, link: Phrase | undefined, after: Phrase | undefined): string[] {
  const whole = keptWords(subject).join(' ');
  const of = link?.words[0]?.text.toLowerCase() === 'of' && isNamingGroup(after);
  return of ? [`${whole} of ${keptWords(after).join(' ')}`] : [whole, ...shortened(subject)];
}
