/** Text set in columns of a terminal, where a wide character takes two cells and an accent none. */
import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many cells of a terminal the text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text, cut to `width` cells with `…` where it is longer. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${headOf(text, width - 1).trimEnd()}…`;
}

/** Cut or filled with spaces to exactly `width` cells. */
export function fitted(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const short = cut(text, width);
  const gap = ' '.repeat(Math.max(0, width - widthOf(short)));
  return side === 'left' ? short + gap : gap + short;
}

/**
 * The text in lines of at most `width` cells, broken between words; a longer word is broken inside, and a
 * share (`62 % (55–68)`) not at all, and no line begins with a middle dot. What is cut after `mostLines` ends in `…` and `ending`.
 */
export function wrapped(
  text: string,
  width: number,
  mostLines = Number.POSITIVE_INFINITY,
  ending = '',
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?!%|\(\d|·)/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = piecesOf(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1)!;
    // A post of a million words is never laid out to the end only to be cut.
    if (lines.length > mostLines) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = cut(`${lines[mostLines - 1]} ${lines[mostLines]}…`, width - widthOf(ending));
  return [...lines.slice(0, mostLines - 1), last + ending];
}

/** The text in lines of at most `width` cells, each after `margin` spaces. */
export function indented(text: string, width: number, margin: number): string[] {
  return wrapped(text, width - margin).map((line) => ' '.repeat(margin) + line);
}

function piecesOf(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (widthOf(rest) > width) {
    const head = headOf(rest, width) || firstOf(rest);
    pieces.push(head);
    rest = rest.slice(head.length);
  }
  return [...pieces, rest];
}

function headOf(text: string, width: number): string {
  let head = '';
  let cells = 0;
  for (const { segment } of graphemes.segment(text)) {
    cells += widthOf(segment);
    if (cells > width) break;
    head += segment;
  }
  return head;
}

function firstOf(text: string): string {
  for (const { segment } of graphemes.segment(text)) return segment;
  return text;
}
