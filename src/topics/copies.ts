/** Copies: texts that differ in links, user names, figures, marks and case alone are one text. */

const FRAME = /https?:\/\/\S+|www\.\S+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.]+|^RT\b|\bvia\s*$/giu;
const LONGEST = 2000;

/** Equal for texts that say the same in the same words; empty where nothing is said. */
export function copyKey(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(FRAME, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

/** One text for each group of copies (the first in the order of their code units), by key, in key order. */
export function distinctTexts(texts: readonly string[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const text of texts) {
    const key = copyKey(text);
    const known = first.get(key);
    if (key !== '' && (known === undefined || text < known)) first.set(key, text);
  }
  return new Map([...first].sort(([a], [b]) => (a < b ? -1 : 1)));
}
