/** Which found attribution is which labelled one: by their words, one to one. */
import type { Span } from '../reaction.ts';
import type { Labelled } from './labelled.ts';

/** Marks, white space and "that" at the ends of words are nobody's: annotators differ on them. */
const LEAD = /^(?:[\s"“”'‘’«»„.,;:!?…()[\]—–-]|that\b)+/iu;
const TAIL = /[\s"“”'‘’«»„.,;:!?…()[\]—–-]+$/u;

/** A span without what stands at its ends only by custom. */
export function bareSpan(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = LEAD.exec(slice)?.[0].length ?? 0;
  const tail = TAIL.exec(slice.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** Bare, in order; parts with nothing but marks and space between them are one. */
export function bareSpans(text: string, spans: readonly Span[]): Span[] {
  const bare = spans.map((span) => bareSpan(text, span)).filter(({ start, end }) => end > start);
  bare.sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of bare) {
    const last = merged.at(-1);
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, span.start)))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** Code units that two lists of spans share. */
export function sharedLength(first: readonly Span[], second: readonly Span[]): number {
  let shared = 0;
  for (const a of first)
    for (const b of second) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared;
}

export const sameSpans = (first: readonly Span[], second: readonly Span[]): boolean =>
  first.length === second.length &&
  first.every(({ start, end }, index) => start === second[index]!.start && end === second[index]!.end);

export interface Pair {
  readonly gold: Labelled;
  readonly found: Labelled;
  /** The words are the same, not only some of them. */
  readonly exact: boolean;
}

/** Pairs whose words overlap, one to one, those that share most of their words first. */
export function pairsOf(text: string, gold: readonly Labelled[], found: readonly Labelled[]): Pair[] {
  const left = gold.map((entry) => ({ entry, spans: bareSpans(text, entry.content) }));
  const right = found.map((entry) => ({ entry, spans: bareSpans(text, entry.content) }));
  const candidates = left.flatMap((g) =>
    right.flatMap((f) => {
      const shared = sharedLength(g.spans, f.spans);
      return shared > 0
        ? [{ g, f, likeness: shared / (lengthOf(g.spans) + lengthOf(f.spans) - shared) }]
        : [];
    }),
  );
  candidates.sort((a, b) => b.likeness - a.likeness);
  const used = new Set<unknown>();
  return candidates.flatMap(({ g, f }) => {
    if (used.has(g) || used.has(f)) return [];
    used.add(g).add(f);
    return [{ gold: g.entry, found: f.entry, exact: sameSpans(g.spans, f.spans) }];
  });
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
