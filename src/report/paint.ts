/** Colour on a terminal, always beside words that say the same. */
import type { SentimentLabel, StanceLabel } from '../reaction.ts';

export interface Paint {
  heading(text: string): string;
  quiet(text: string): string;
  /** Magenta and cyan: a pair that colour-blind readers tell apart. */
  label(label: SentimentLabel | StanceLabel, text: string): string;
}

const sgr = (code: number, off: number) => (text: string) => `\u001B[${code}m${text}\u001B[${off}m`;
const bold = sgr(1, 22);
const dim = sgr(2, 22);
const magenta = sgr(35, 39);
const cyan = sgr(36, 39);
const asItIs = (text: string): string => text;

const SIDES = { negative: magenta, against: magenta, positive: cyan, favor: cyan, neutral: dim, none: dim };

export function paintWith(color: boolean): Paint {
  if (!color) return { heading: asItIs, quiet: asItIs, label: (_, text) => text };
  return { heading: bold, quiet: dim, label: (label, text) => (text === '' ? '' : SIDES[label](text)) };
}

/** Colour goes to a terminal that has not declined it (https://no-color.org). */
export function colorWanted(isTTY: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  const declined = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTTY === true && !declined;
}
