/**
 * Names that mean the same: possessives and articles stripped, short forms under the full one, acronyms under
 * what they stand for. Spelling alone decides; no list of people or organisations is kept.
 */

import { isCommonWord, isDemonym, isPlace } from '../text/lexicon.ts';
import { isOffice, isTitleWord } from '../text/titles.ts';

/** A name as it was met, and how much its mentions count. */
export interface NameCount {
  readonly name: string;
  readonly weight: number;
}

/** Names that were merged: the readable full form, and every form met, most counted first. */
export interface NameGroup {
  readonly name: string;
  readonly variants: readonly string[];
  /** `nameKey` of every form. */
  readonly keys: ReadonlySet<string>;
  readonly weight: number;
}

/** Short forms that are words in lower case ("us", "un") and so count in capitals only. */
const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'United States'],
  ['USA', 'United States'],
  ['UK', 'United Kingdom'],
  ['UAE', 'United Arab Emirates'],
  ['EU', 'European Union'],
  ['UN', 'United Nations'],
]);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['america', 'United States'],
  ['united states of america', 'United States'],
  ['britain', 'United Kingdom'],
  ['great britain', 'United Kingdom'],
]);

/** `the Sundline’s` → `Sundline`; `U.S.` → `United States`. */
export function plainName(name: string): string {
  const plain = name
    .replace(/^(?:(?:[Tt]he|[Aa]n?)|(?:Die|Der|Das|Den|Dem)(?=\s\p{Lu}))\s+/u, '')
    .replace(/[’']s?$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return ACRONYMS.get(plain.replaceAll('.', '')) ?? OTHER_NAMES.get(plain.toLowerCase()) ?? plain;
}

/** A handle's words: `Sen Brandt` → `Brandt`; `Attorney General` and `Mayor Of Ellery` stay as they are. */
export function withoutOffice(name: string): string {
  const [office = '', first = '', ...rest] = name.split(' ');
  const isNamed = /^\p{Lu}/u.test(first) && !isTitleWord(first) && !isCommonWord(first.toLowerCase());
  return isOffice(office) && isNamed ? [first, ...rest].join(' ') : name;
}

/** Lower case, letters and digits only: `Amir-Abdollahian` and `Amirabdollahian` are one. */
export function squeezed(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Merges names; groups come heaviest first, then by name. */
export function groupedNames(counts: readonly NameCount[]): NameGroup[] {
  const forms = formsOf(counts);
  const names = [...forms.values()].sort(
    (a, b) => wordsOf(b.name).length - wordsOf(a.name).length || byWeight(a, b),
  );
  const longer = longerNames(names);
  const full = new Map(
    names.map((form) => [form.name, fullFormOf(form, longer(form.name))?.name ?? form.name]),
  );
  const groups = new Map<string, NameCount[]>();
  for (const form of names) {
    const head = rootOf(form.name, full);
    groups.set(head, [...(groups.get(head) ?? []), form]);
  }
  return Array.from(groups, ([name, members]) => ({
    name,
    variants: members.sort(byWeight).map((member) => member.name),
    keys: new Set(members.map((member) => nameKey(member.name))),
    weight: members.reduce((sum, member) => sum + member.weight, 0),
  })).sort(byWeight);
}

const byWeight = (a: NameCount, b: NameCount): number => b.weight - a.weight || (a.name < b.name ? -1 : 1);

/** One entry per spelling that differs in more than case and marks; its heaviest writing stands for it. */
function formsOf(counts: readonly NameCount[]): Map<string, NameCount> {
  const writings = new Map<string, Map<string, number>>();
  for (const { name, weight } of counts) {
    const plain = plainName(name);
    const key = nameKey(plain);
    if (key === '') continue;
    const written = writings.get(key) ?? new Map<string, number>();
    written.set(plain, (written.get(plain) ?? 0) + weight);
    writings.set(key, written);
  }
  return new Map(
    Array.from(writings, ([key, written]) => {
      const ranked = Array.from(written, ([name, weight]) => ({ name, weight })).sort(byReading);
      const weight = ranked.reduce((sum, each) => sum + each.weight, 0);
      return [key, { name: ranked[0]!.name, weight }];
    }),
  );
}

/**
 * What spellings of one name share: case and marks don't count, and a body goes by the root of whose it is
 * (`Iran’s government` and `Iranian government` are one).
 */
export function nameKey(name: string): string {
  const [owner, ...body] = plainName(name).split(' ');
  const isBody =
    body.length > 0 && /^\p{Lu}/u.test(owner as string) && body.every((word) => /^\p{Ll}/u.test(word));
  return isBody
    ? `${squeezed(owner as string).slice(0, ROOT)} ${squeezed(body.join(' '))}`
    : squeezed(plainName(name));
}

const ROOT = 4;

/** The writing that reads best: in words before run together, then the heavier. */
const byReading = (a: NameCount, b: NameCount): number =>
  Number(isInWords(b)) - Number(isInWords(a)) || byWeight(a, b);

/** "Sundline Ferries"; a slip of the shift key ("H Illary") makes no word. */
const isInWords = ({ name }: NameCount): boolean => name.includes(' ') && !/^\p{L}\s/u.test(name);

function rootOf(name: string, full: ReadonlyMap<string, string>): string {
  let root = name;
  for (let next = full.get(root); next !== undefined && next !== root; next = full.get(root)) root = next;
  return root;
}

/**
 * The longer name that this is a short form of: the only one, or one that far outweighs the next. None
 * where there is none, or where the short one stands by itself far more often ("Hallasay" beside "Hallasay
 * Ferry", "Lena Brandt" beside "Heroic Lena Brandt").
 */
function fullFormOf(short: NameCount, names: readonly NameCount[]): NameCount | undefined {
  const longer = names.filter((name) => isShortFor(short, name));
  const roots = longer.filter((name) => !longer.some((more) => isShortFor(name, more)));
  const [first, second] = roots.toSorted(byWeight);
  const isClear = second === undefined || (first as NameCount).weight > DOMINANT * second.weight;
  return isClear ? first : undefined;
}

/** A surname may stand alone all the time; a name in words that is met so much oftener is full by itself. */
function isShortFor(short: NameCount, long: NameCount): boolean {
  const way = shortness(short.name, long.name);
  const isSurname = way === 'end' && !short.name.includes(' ');
  return isSurname || (way !== null && long.weight >= LEAST_FULL * short.weight);
}

/** For a name those that it may be short for: they hold its first word, or it is their initials. */
function longerNames(names: readonly NameCount[]): (name: string) => readonly NameCount[] {
  const byPart = new Map<string, NameCount[]>();
  const add = (part: string, form: NameCount): void => {
    const own = byPart.get(part);
    if (own === undefined) byPart.set(part, [form]);
    else own.push(form);
  };
  for (const form of names) {
    const words = wordsOf(form.name).map(squeezed);
    for (const word of new Set(words)) add(word, form);
    if (words.length > 1) add(`initials ${initialsOf(form.name)}`, form);
  }
  return (name) => {
    const [first] = wordsOf(name).map(squeezed);
    const found = [byPart.get(first as string) ?? [], byPart.get(`initials ${squeezed(name)}`) ?? []];
    return [...new Set(found.flat())];
  };
}

const LEAST_FULL = 0.12;
const DOMINANT = 3;

/** How one name is short for another: its end or initials (a surname, an acronym), or its start. */
function shortness(short: string, long: string): 'end' | 'start' | null {
  const [few, many] = [wordsOf(short).map(squeezed), wordsOf(long).map(squeezed)];
  if (few.length >= many.length) return null;
  if (isShout(short) && squeezed(short) === initialsOf(long)) return 'end';
  if (isPlace(short) || isDemonym(short)) return null;
  if (many.slice(-few.length).join(' ') === few.join(' ')) return 'end';
  const isStart = many.slice(0, few.length).join(' ') === few.join(' ');
  return isStart && !FIRST_WORDS.has(few[0] as string) ? 'start' : null;
}

/** First words that many names share. */
const FIRST_WORDS = new Set(
  `united new north south east west northern southern eastern western national international american british
  european islamic ministry department bank university supreme general saint san los el al la le de`.split(
    /\s+/u,
  ),
);

const initialsOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');

const isShout = (name: string): boolean => /^(?:\p{Lu}\.?){2,6}$/u.test(name);

const wordsOf = (name: string): string[] => name.split(/[\s-]+/u);
