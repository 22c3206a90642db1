/** Names made to fit: measured as the browser will draw them, whatever their script. */

const FAMILY = 'system-ui, sans-serif';
const ELLIPSIS = '…';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const context = document.createElement('canvas').getContext('2d')!;

/** Measures in the bold letters that names have. */
function widthOf(text: string, size: number): number {
  context.font = `600 ${size}px ${FAMILY}`;
  return context.measureText(text).width;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text, cut to so many pixels where it is longer. */
function fitted(text: string, pixels: number, size: number): string {
  const whole = plain(text);
  if (widthOf(whole, size) <= pixels) return whole;
  const head = headOf(whole, pixels - widthOf(ELLIPSIS, size), size);
  return `${head.trimEnd()}${ELLIPSIS}`;
}

/** Two names and what stands between them. */
type Pair = readonly [one: string, between: string, two: string];
/** What a row is called: one name, or two, each to be cut by itself and in its own direction. */
export type Name = readonly [name: string] | Pair;

export const wholeName = (name: Name): string => name.join('');

export function fittedName(name: Name, pixels: number, size: number): string {
  return name.length === 1 ? fitted(name[0], pixels, size) : fittedPair(name, pixels, size);
}

/** Two names beside each other: the shorter one keeps what it needs, where half of the room is enough for it. */
function fittedPair([one, between, two]: Pair, pixels: number, size: number): string {
  const room = pixels - widthOf(between, size);
  const [first, second] = [widthOf(plain(one), size), widthOf(plain(two), size)];
  const left = Math.min(first, Math.max(room / 2, room - second));
  return [fitted(one, left, size), fitted(two, room - left, size)].map(isolated).join(between);
}

/** A name in its own direction, whatever stands beside it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** The text in at most two lines of so many pixels, broken between words wherever there are any. */
export function inTwoLines(text: string, pixels: number, size: number): string {
  const whole = plain(text);
  if (widthOf(whole, size) <= pixels) return whole;
  const head = headOf(whole, pixels, size);
  const space = whole.startsWith(' ', head.length) ? head.length : head.lastIndexOf(' ');
  const at = space > 0 ? space : head.length;
  return `${whole.slice(0, at)}\n${fitted(whole.slice(at), pixels, size)}`;
}

/** As many letters from the start as fit, one at least. */
function headOf(text: string, pixels: number, size: number): string {
  let head = '';
  for (const { segment } of graphemes.segment(text)) {
    if (head !== '' && widthOf(head + segment, size) > pixels) break;
    head += segment;
  }
  return head;
}
