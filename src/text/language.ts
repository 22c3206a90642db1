/**
 * Which language a text is in, by n-grams (eld), and which script its letters belong to. Offline, no model.
 * Loading this module reads eld's n-gram table (about 0.2 s): import it where a text is at hand.
 */
import { eld } from 'eld/small';

export interface Language {
  /** ISO 639-1 of the best guess; null where there are no letters to go by. */
  readonly language: string | null;
  /** eld's score of the best guess, 0–1; clean text of some forty letters reaches about 0.8. */
  readonly confidence: number;
  /** eld's score by ISO 639-1 code, 0–1, best first; they don't add up to 1. */
  readonly scores: Readonly<Record<string, number>>;
  /** The script of most letters, as Unicode names it (`Latin`, `Arabic`, `Han` …); null without any. */
  readonly script: string | null;
  /** How many letters there are, user names, links and hashtags left out. */
  readonly letters: number;
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Greek',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Ethiopic',
] as const;

const SCRIPT_PATTERNS = SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const);
const ADDRESS = /https?:\/\/\S+|www\.\S+|@[\p{L}\p{N}_]+/gu;
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;
/** More tells no more, in UTF-16 code units. */
const LONGEST_TEXT = 2_000;
const NO_LETTERS = /\P{L}+/gu;
const SECOND_HALF = /[\udc00-\udfff]/g;
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

/**
 * @example
 * languageOf('Nobody told us that the last ferry was cancelled.').language // 'en'
 */
export function languageOf(text: string): Language {
  const words = text.slice(0, LONGEST_TEXT).replace(ADDRESS, ' ');
  const prose = words.replace(HASHTAG, ' ');
  const letters = lettersIn(prose);
  // Hashtags alone tell a script and no language.
  if (letters === 0) return { language: null, confidence: 0, scores: {}, script: scriptOf(words), letters };
  const found = eld.detect(prose);
  const scores = found.getScores();
  const language = found.language || null;
  return {
    language,
    confidence: language === null ? 0 : (scores[language] ?? 0),
    scores,
    script: scriptOf(prose),
    letters,
  };
}

function scriptOf(text: string): string | null {
  if (ASCII_ONLY.test(text)) return /[a-z]/i.test(text) ? 'Latin' : null;
  let best: string | null = null;
  let most = 0;
  for (const [script, pattern] of SCRIPT_PATTERNS) {
    const count = countOf(text, pattern);
    if (count > most) [best, most] = [script, count];
  }
  return best;
}

/** Counted without a list of them: this runs for every post of an export. */
function lettersIn(text: string): number {
  const letters = text.replace(NO_LETTERS, '');
  return letters.length - countOf(letters, SECOND_HALF);
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
