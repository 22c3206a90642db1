/** What is left of a text when case, links, handles, marks and spacing are set aside. */

const REPOST = /^\s*rt\s+@?\w+\s*:\s*/iu;
const LINKS = /https?:\/\/\S+|www\.\S+/giu;
const HANDLES = /@[\p{L}\p{N}_.]+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;

/** The words of `text` alone, lower case, or the text itself where it has none (emoji, marks). */
export function wordsAlone(text: string): string {
  const words = withoutCutWord(text)
    .normalize('NFKC')
    .replace(REPOST, '')
    .replace(LINKS, ' ')
    .replace(HANDLES, ' ')
    .toLowerCase()
    .replace(NO_WORD, ' ')
    .trim();
  return words === '' ? text.trim() : words;
}

/** Reposts by hand end in the middle of a word, and each in another one. */
function withoutCutWord(text: string): string {
  const end = text.trimEnd();
  return end.endsWith('…') ? end.slice(0, end.lastIndexOf(' ') + 1) : end;
}
