/**
 * Terms: the words of a text that say what it is about, and pairs of them, under a key that brings forms of
 * one word together ("ferries", "ferry"). Porter's stemmer and the stop words are `natural`'s.
 */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { isStopWord, stopWordLanguage } from './stop-words.ts';

/** One word, or two that stand side by side with nothing but a space between them. */
export interface Term {
  /** Stems joined by a space: equal for all forms of the term. */
  readonly key: string;
  /** The words as they were met, lower case. */
  readonly text: string;
  /** The words as they were written, possessives apart. */
  readonly written: string;
  readonly size: 1 | 2;
}

const LINK = /(?:https?:\/\/|www\.)\S+/giu;
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]+/gu;
const HASHTAG = /(?<![\p{L}\p{N}_&])#([\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/gu;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#\d+);/giu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’&-][\p{L}\p{M}\p{N}]+|\.\p{L}(?![\p{L}\p{N}]))*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u;
const LONGEST_WORD = 40;

/** Hashtags of a text without `#`, as written, in order. */
export function hashtagsIn(text: string): string[] {
  return Array.from(text.matchAll(HASHTAG), (match) => match[1] as string);
}

/** User names of a text without `@`, as written, in order. */
export function handlesIn(text: string): string[] {
  return Array.from(text.matchAll(HANDLE), ([match]) => match.slice(1).replace(/\.+$/u, ''));
}

/**
 * The words of a hashtag, by its capitals, digits and underscores: `SaveTheFerry` → `Save The Ferry`,
 * `NHSCuts2026` → `NHS Cuts 2026`. One without capitals is cut into `known` words where they fill it.
 */
export function hashtagWords(tag: string, known?: ReadonlySet<string>): string {
  const words = tag
    .replace(/^#/u, '')
    .replace(/_+/gu, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{Lu})/gu, '$1 $2')
    .trim();
  if (known === undefined || words.includes(' ') || words.length > LONGEST_WORD) return words;
  return fewestWords(words.toLowerCase(), known) ?? words;
}

/** The cut of `run` into the fewest known words; undefined where they don't fill it. */
function fewestWords(run: string, known: ReadonlySet<string>): string | undefined {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++)
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const word = run.slice(start, end);
      if (before === undefined || !(known.has(word) || (end - start > 1 && isStopWord(word)))) continue;
      if ((best[end]?.length ?? Infinity) > before.length + 1) best[end] = [...before, word];
    }
  const words = best[run.length];
  return words !== undefined && words.length > 1 ? words.join(' ') : undefined;
}

/** The stem that forms of one word share, by Porter (1980); words of other scripts come back as they are. */
export function stemOf(word: string): string {
  // The stemmer's time grows with the square of a word's length.
  if (word.length > LONGEST_STEMMED) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]{3,}$/u.test(word) ? stemmer.stem(word) : word;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, stem);
  return stem;
}

const LONGEST_STEMMED = 60;
const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** Words that carry matter, lower case, in order: no stop words, links, user names or bare numbers. */
export function contentWords(text: string): string[] {
  return runsOf(text)
    .flat()
    .map(({ word }) => word);
}

/** Content words and their neighbouring pairs, in order of the text; the same term as often as it is there. */
export function termsIn(text: string): Term[] {
  return runsOf(text).flatMap((run) =>
    run.flatMap(({ word, written }, index) => {
      const stem = stemOf(word);
      const single: Term = { key: stem, text: word, written, size: 1 };
      const next = run[index + 1];
      if (next === undefined) return [single];
      const key = `${stem} ${stemOf(next.word)}`;
      return [single, { key, text: `${word} ${next.word}`, written: `${written} ${next.written}`, size: 2 }];
    }),
  );
}

interface Word {
  readonly word: string;
  readonly written: string;
}

/** Content words in runs: a run ends where a stop word or a mark stands between two words. */
function runsOf(text: string): Word[][] {
  const plain = text
    .replace(LINK, '\n')
    .replace(ENTITY, ' ')
    .replace(HANDLE, '\n')
    .replace(HASHTAG, (_, tag: string) => `\n${hashtagWords(tag)}\n`);
  const matches = [...plain.matchAll(WORD)];
  const words = matches.map(([match]) => spelled(match));
  const language = stopWordLanguage(words.flat().map(({ word }) => word));
  const runs: Word[][] = [[]];
  let end = 0;
  matches.forEach(({ 0: match, index }, at) => {
    if (plain.slice(end, index) !== ' ') runs.push([]);
    end = index + match.length;
    for (const word of words[at]!) {
      if (isContent(word.word, language)) runs.at(-1)?.push(word);
      else runs.push([]);
    }
  });
  return runs.filter((run) => run.length > 0);
}

/** The language that a text's stop words speak for (ISO 639-1); `en` where they don't tell. */
export function languageByWords(text: string): string {
  return stopWordLanguage(Array.from(text.matchAll(WORD), ([word]) => word.toLowerCase()));
}

/** Lower case, without a possessive; scripts that write no spaces are cut into words by the platform. */
function spelled(match: string): Word[] {
  if (match === 'US' || match === 'U.S') return [{ word: 'u.s.', written: 'U.S.' }];
  if (UNSPACED.test(match))
    return Array.from(segmenter.segment(match), ({ segment }) => ({ word: segment, written: segment }));
  const written = match.replaceAll('’', "'").replace(/'s$/iu, '');
  return [{ word: written.toLowerCase(), written }];
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

const isContent = (word: string, language: string): boolean =>
  word.length > 1 && word.length <= LONGEST_WORD && /\p{L}/u.test(word) && !isStopWord(word, language);
