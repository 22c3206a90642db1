/** Which posts the models are not asked about, because they can't read their language. */
import { languageOf } from '../text/language.ts';

export interface Gate {
  /** ISO 639-1 as far as known; null means not known. */
  readonly language: string | null;
  readonly isRead: boolean;
}

/** Fewer letters than this say too little, unless they belong to another script. */
const ENOUGH_LETTERS = 40;
/**
 * eld's score of the best language must reach this, and pass that of every language that is read by the
 * margin: under them lie English posts full of names, slang and borrowed words.
 */
const SURE = 0.55;
const MARGIN = 0.15;
/** Codes by which exports say "no language", X's own among them, and pandas' word for an empty cell. */
const NO_LANGUAGE = /^(und|zxx|art|mis|mul|qam|qct|qht|qme|qst|nan)$/;

/**
 * The export's own word on the language counts first; else only another script, or a clear finding on
 * forty letters and more, keeps a post from the models.
 *
 * @param declared the language column: `en`, `en-GB`, `pt_BR` …
 * @param reads ISO 639-1 codes that the models read
 */
export function gateOf(text: string, declared: string | null, reads: readonly string[]): Gate {
  const known = primary(declared);
  if (known !== null) return { language: known, isRead: reads.includes(known) };
  const { language, confidence, scores, script, letters } = languageOf(text);
  if (letters === 0 || language === null)
    return { language: null, isRead: script === null || script === 'Latin' };
  if (script !== null && script !== 'Latin') return { language, isRead: reads.includes(language) };
  const best = Math.max(...reads.map((code) => scores[code] ?? 0));
  if (letters < ENOUGH_LETTERS || confidence < SURE) return { language: null, isRead: true };
  if (reads.includes(language)) return { language, isRead: true };
  return confidence - best >= MARGIN ? { language, isRead: false } : { language: null, isRead: true };
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
