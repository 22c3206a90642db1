/** What a name or a concept is called in full where posts seldom say it without the word after it. */
import { contentWords } from '../text/terms.ts';
import { copyKey } from './copies.ts';

/** Different texts that say the longer name, and their part of those that say the shorter. */
const LEAST_TEXTS = 5;
const LEAST_PART = 2 / 3;
const MOST_ADDED = 2;
/** Different texts that are looked at; what nearly all say, these say too. */
const READ = 400;

/**
 * `Halden` → `Halden stadium`, `flu` → `flu shot`, where most of `texts` that have the short form go on so. The
 * word is added in lower case.
 */
export function fullName(name: string, texts: readonly string[]): string {
  let full = name;
  for (let added = 0; added < MOST_ADDED; added++) {
    const next = nextWord(full, texts, WORD);
    if (contentWords(next).length === 0) break;
    full = `${full} ${next}`;
  }
  return full;
}

/** `Question` → `Question 4`, where most of `texts` that have the word have that number after it. */
export function numberedName(name: string, texts: readonly string[]): string {
  return `${name} ${nextWord(name, texts, NUMBER)}`.trimEnd();
}

const WORD = String.raw`\p{Ll}+(?![\p{L}\p{N}’'-])`;
const NUMBER = String.raw`\d{1,4}(?![\p{L}\p{N}%]|[.,:]\d)`;

/** What most different texts with the name have after it; nothing where that is not one thing. */
function nextWord(name: string, texts: readonly string[], next: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const said = new RegExp(String.raw`(?<![\p{L}\p{N}#@])${plain}(?![\p{L}\p{N}])(?: (${next}))?`, 'iu');
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const text of texts) {
    const match = said.exec(text);
    const key = match === null ? '' : copyKey(text);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const word = match![1]?.toLowerCase() ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (seen.size === READ) break;
  }
  const [word, count] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  return count >= LEAST_TEXTS && count >= LEAST_PART * seen.size ? word : '';
}
