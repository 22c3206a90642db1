/** Paragraphs: lines, or blocks of hard-wrapped lines. */
import type { Span } from '../reaction.ts';

const WRAP_LEAST = 50;
const WRAP_MOST = 100;

/** A blank line, or the border of a line that is quoted with `>`, as in mail. */
const BLOCK_END = /\r?\n[^\S\n]*\r?\n\s*|\r?\n(?=>)|(?<=^>[^\n]{0,200})\r?\n/gmu;

/** Trimmed spans of the paragraphs, empty ones left out. */
export function paragraphsIn(text: string): Span[] {
  const separator = isHardWrapped(text) ? BLOCK_END : /[\r\n\u2028\u2029]+/gu;
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    spans.push(trimmed(text, from, match.index));
    from = match.index + match[0].length;
  }
  spans.push(trimmed(text, from, text.length));
  return spans.filter(({ start, end }) => end > start);
}

/** Blocks between blank lines whose lines, but the last, all break at about the same width. */
export function isHardWrapped(text: string): boolean {
  const blocks = text
    .trim()
    .split(/\r?\n[^\S\n]*\r?\n\s*/u)
    .map(ownLines);
  const inner = blocks.filter(isFilled).flatMap((lines) => lines.slice(0, -1));
  if (inner.length < 3 || (blocks.length < 2 && !runOn(inner))) return false;
  return inner.filter(fills).length / inner.length > 0.8;
}

/** The lines of a block without those quoted with `>`, and without the one that announces them. */
function ownLines(block: string): string[] {
  const lines = block.split(/\r?\n/u).map((line) => line.trimEnd());
  const quoted = lines.findIndex((line) => line.startsWith('>'));
  return quoted < 0 ? lines : lines.slice(0, Math.max(0, quoted - 1));
}

const fills = ({ length }: string): boolean => length >= WRAP_LEAST && length <= WRAP_MOST;

/** Not all short, as in an address or under a letter. */
const isFilled = (lines: readonly string[]): boolean => lines.some(({ length }) => length >= WRAP_LEAST);

/** Most lines end within a sentence. */
const runOn = (lines: readonly string[]): boolean =>
  2 * lines.filter((line) => !/[.!?:;]["”’)]*$/u.test(line)).length > lines.length;

/** A span cut at line ends: trimmed pieces, empty ones left out. */
export function linesOf(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\r\n\u2028\u2029]*\S/gu))
    lines.push(trimmed(text, start + match.index, start + match.index + match[0].length));
  return lines;
}

/** The span without white space at its ends. */
export function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start += 1;
  while (end > start && /\s/u.test(text[end - 1]!)) end -= 1;
  return { start, end };
}
