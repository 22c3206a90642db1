/** Whether a mark opens or closes, told by its sign, by the spaces around it and by what is open. */
import type { Span } from '../reaction.ts';

/** Marks of one style close each other; “” and „“ are both double, 「」 and 『』 both corner. */
export type Style = 'double' | 'single' | 'guillemet' | 'corner';

export interface Mark {
  readonly style: Style;
  readonly opens: boolean;
  /** Code units: 2 for typed pairs (`` and ''). */
  readonly length: number;
}

/** The mark at a place, null where none stands there; `open` holds the styles open, outermost first. */
export type MarkReader = (at: number, open: readonly Style[], paragraph: Span) => Mark | null;

const opening = /[\s([{—–\-/:…“"«„「『]/u;
const closing = /[\s)\]}—–\-.,;:!?…/”"»」』]/u;
const elision = /^[’'](?:em|cause|til|tis|twas|bout|round|n|\d0s|\d\d)\b/iu;

export function markReader(text: string): MarkReader {
  return (at, open, paragraph) => {
    const before = at > paragraph.start ? text[at - 1]! : ' ';
    const doubled = doubledAt(text, at);
    if (doubled)
      return {
        style: 'double',
        opens: doubled === '``' || (doubled === "''" && leansOpen(text, at, 2, before)),
        length: 2,
      };
    switch (text[at]) {
      case '„':
      case '‟':
        return { style: 'double', opens: true, length: 1 };
      case '“':
        return { style: 'double', opens: !closesAsLow(text, at, open, before), length: 1 };
      case '”':
        return {
          style: 'double',
          opens: !open.includes('double') && leansOpen(text, at, 1, before),
          length: 1,
        };
      case '"':
      case '＂':
        return straight(text, at, open, before, paragraph);
      case '«':
      case '»':
        return { style: 'guillemet', opens: guillemetOpens(text, at, before), length: 1 };
      case '「':
      case '『':
      case '｢':
        return { style: 'corner', opens: true, length: 1 };
      case '」':
      case '』':
      case '｣':
        return { style: 'corner', opens: false, length: 1 };
      case '‘':
      case '‚':
        return { style: 'single', opens: true, length: 1 };
      case '’':
      case "'":
        return single(text, at, open, before, paragraph);
      default:
        return null;
    }
  };
}

/** « opens and » closes, with spaces inside as in French; German print turns them round: »so«. */
function guillemetOpens(text: string, at: number, before: string): boolean {
  const after = charAfter(text, at + 1);
  if (text[at] === '»') return opening.test(before) && /[\p{L}\p{N}]/u.test(after);
  return opening.test(before) || !closing.test(after);
}

const doubledAt = (text: string, at: number): '``' | "''" | null => {
  const pair = text.slice(at, at + 2);
  return pair === '``' || pair === "''" ? pair : null;
};

const charAfter = (text: string, at: number): string => text[at] ?? ' ';

function leansOpen(text: string, at: number, length: number, before: string): boolean {
  return opening.test(before) && !/\s/u.test(charAfter(text, at + length));
}

/** “ closes what „ opened, and where a typist took the wrong sign: “so“ he said. */
function closesAsLow(text: string, at: number, open: readonly Style[], before: string): boolean {
  if (!open.includes('double')) return false;
  if (text.lastIndexOf('„', at) > text.lastIndexOf('“', at - 1)) return true;
  return !opening.test(before) && closing.test(charAfter(text, at + 1));
}

function straight(
  text: string,
  at: number,
  open: readonly Style[],
  before: string,
  paragraph: Span,
): Mark | null {
  const isOpen = open.includes('double');
  const after = charAfter(text, at + 1);
  const canOpen = opening.test(before) && !/\s/u.test(after);
  const canClose = !/\s/u.test(before) && closing.test(after);
  if (!isOpen && /\d/u.test(before) && !/\p{L}/u.test(after)) return null;
  if (isOpen && canOpen && !canClose)
    return { style: 'double', opens: nests(text, at, paragraph), length: 1 };
  return { style: 'double', opens: isOpen ? false : canOpen || !canClose, length: 1 };
}

/** Typed marks inside typed marks: so many are still to come that both can close. */
function nests(text: string, at: number, paragraph: Span): boolean {
  const rest = text.slice(at + 1, paragraph.end);
  const closers = rest.match(/[^\s]"(?=$|[\s)\].,;:!?—–-])/gu)?.length ?? 0;
  const openers = rest.match(/(?:^|[\s(—–-])"(?=\S)/gu)?.length ?? 0;
  return closers - openers >= 2;
}

function single(
  text: string,
  at: number,
  open: readonly Style[],
  before: string,
  paragraph: Span,
): Mark | null {
  const after = charAfter(text, at + 1);
  const inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  if (inWord) return null;
  const opens =
    text[at] === "'" &&
    opening.test(before) &&
    /[\p{L}\p{N}[(…]/u.test(after) &&
    !elision.test(text.slice(at, at + 7));
  if (opens && !open.includes('single'))
    return hasCloser(text, at, paragraph) ? { style: 'single', opens: true, length: 1 } : null;
  if (!open.includes('single') || /\s/u.test(before) || !closing.test(after)) return null;
  return isPossessive(text, at, before, paragraph) ? null : { style: 'single', opens: false, length: 1 };
}

const hasCloser = (text: string, at: number, paragraph: Span): boolean =>
  /[^\s][’'](?=$|[\s)\].,;:!?—–”"-])/u.test(text.slice(at + 1, paragraph.end));

/** "the workers’ rights" inside ‘…’: an s before, a small letter after, and a better closer to come. */
function isPossessive(text: string, at: number, before: string, paragraph: Span): boolean {
  if (before !== 's' || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const rest = text.slice(at + 1, paragraph.end);
  const closer = /[^\s][’'](?=$|[\s)\].,;:!?—–”"-])/u.exec(rest);
  const opener = /(?:^|[\s(])[‘'](?=\p{L})/u.exec(rest);
  return closer !== null && (!opener || opener.index > closer.index);
}
