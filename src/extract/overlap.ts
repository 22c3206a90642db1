/** Whether a span overlaps one of many, by halving: a book has tens of thousands of each. */
import type { Span } from '../reaction.ts';

/** `overlapTest(spans)(span)`: true where any of the spans shares a code unit with it. */
export function overlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const farthest: number[] = [];
  for (const { end } of sorted) farthest.push(Math.max(farthest.at(-1) ?? 0, end));
  return ({ start, end }) => {
    const before = firstFrom(sorted, end);
    return before > 0 && farthest[before - 1]! > start;
  };
}

/** The index of the first span, of spans in order, that starts at an offset or after it. */
export function firstFrom(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
