/** What is found of a stretch of marked words in its own sentence, and where things stand around it. */
import type { Cue } from './cue-phrases.ts';
import type { Item } from './item.ts';
import type { Source } from './mentions.ts';

export interface Finding {
  /** Item of the marked words. */
  readonly quote: number;
  readonly cue: Cue | null;
  readonly source: Source | null;
  /** `alone`: nothing in the sentence tells whose words these are. */
  readonly place: 'before' | 'after' | 'alone';
  readonly mixed: boolean;
}

export const FAR = 40;

export const lastCueBefore = (cues: readonly Cue[], quote: number): Cue | undefined =>
  cues.findLast(({ last }) => last < quote);

export const hasQuoteBetween = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from + 1, to).some(({ kind }) => kind === 'quote');

export const nextQuote = (items: readonly Item[], quote: number): number => {
  const next = items.findIndex(({ kind }, index) => index > quote && kind === 'quote');
  return next < 0 ? items.length : next;
};

/** Nothing but marks stands before the words. */
export const opensFrame = (items: readonly Item[], quote: number): boolean =>
  items.slice(0, quote).every(({ kind, lower }) => kind === 'mark' || lower === 'and' || lower === 'but');

export const followsSpeech = (items: readonly Item[], quote: number): boolean =>
  items.slice(0, quote).some(({ kind }) => kind === 'quote');
