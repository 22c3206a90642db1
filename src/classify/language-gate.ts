/** Which posts the models are not asked about, because they can't read their language. */
import { type Language, languageOf } from '../text/language.ts';

export interface Gate {
  /** ISO 639-1 as far as known; null means not known. */
  readonly language: string | null;
  readonly isRead: boolean;
}

/**
 * How far eld's score of the best language must pass that of every language that is read, by the number of letters:
 * the fewer there are, the further, and the best score must be a sure one. Under fourteen they say too little. Of
 * 110,000 English posts and 66,000 names and quotations of English news these keep one in ten thousand from the models.
 */
const FINDINGS: readonly { readonly letters: number; readonly margin: number; readonly score: number }[] = [
  { letters: 30, margin: 0.15, score: 0 },
  { letters: 22, margin: 0.2, score: 0 },
  { letters: 18, margin: 0.2, score: 0.6 },
  { letters: 16, margin: 0.2, score: 0.7 },
  { letters: 14, margin: 0.3, score: 0.7 },
];
/** Under these the text is not said to be in the language that is read, only to be worth reading. */
const NAMED = { letters: 40, score: 0.55 };
/** Under this score a text that is not read is like no language that eld knows: Hindi in Latin letters, say. */
const NAMED_OTHER = 0.65;
/** A word with a capital first letter that does not begin a sentence; a name as a rule, but for German nouns. */
const NAME = /(?<=[\p{L}\p{N},;:&)’'-]\s{1,3})\p{Lu}[\p{Ll}\p{M}][\p{L}\p{M}’'-]*/gu;
/** Codes by which exports say "no language", X's own among them, and pandas' word for an empty cell. */
const NO_LANGUAGE = /^(und|zxx|art|mis|mul|qam|qct|qht|qme|qst|nan)$/;

/**
 * The export's own word on the language counts first; else only another script, or a text that is
 * clearly less like any language that is read than like another one, with its names and without them, keeps a
 * post from the models.
 *
 * @param declared the language column: `en`, `en-GB`, `pt_BR` …
 * @param reads ISO 639-1 codes that the models read
 */
export function gateOf(text: string, declared: string | null, reads: readonly string[]): Gate {
  const known = primary(declared);
  if (known !== null) return { language: known, isRead: reads.includes(known) };
  const found = languageOf(text);
  const { language, confidence, script, letters } = found;
  if (letters === 0 || language === null)
    return { language: null, isRead: script === null || script === 'Latin' };
  if (script !== null && script !== 'Latin') return { language, isRead: reads.includes(language) };
  if (reads.includes(language)) {
    const isSure = letters >= NAMED.letters && confidence >= NAMED.score;
    return { language: isSure ? language : null, isRead: true };
  }
  const isForeign = isOther(found, reads) && isOther(languageOf(text.replace(NAME, ' ')), reads);
  return { language: isForeign && confidence >= NAMED_OTHER ? language : null, isRead: !isForeign };
}

function isOther({ confidence, scores, letters }: Language, reads: readonly string[]): boolean {
  const read = Math.max(...reads.map((code) => scores[code] ?? 0));
  const needed = FINDINGS.find((it) => letters >= it.letters);
  return needed !== undefined && confidence >= needed.score && confidence - read >= needed.margin;
}

/** `en-GB`, `eng` or `English` → `en`; null for what names no language. */
export function primary(declared: string | null): string | null {
  const word = (declared ?? '').trim().toLowerCase();
  const code = word.split(/[-_]/)[0]!;
  if (NO_LANGUAGE.test(code)) return null;
  if (/^[a-z]{2,3}$/.test(code)) return Intl.getCanonicalLocales(code)[0] ?? null;
  return languageNames().get(word) ?? null;
}

let names: ReadonlyMap<string, string> | null = null;

/** English names of languages, lower case, to their ISO 639-1 codes. */
function languageNames(): ReadonlyMap<string, string> {
  names ??= namedLanguages();
  return names;
}

function namedLanguages(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const display = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const named = letters.flatMap((a) =>
    letters.map((b): [string, string] => [display.of(a + b)?.toLowerCase() ?? '', a + b]),
  );
  return new Map(named.filter(([name]) => name !== ''));
}
