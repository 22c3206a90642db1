/** The sentences in which some words stand, so that a reader can judge them in their place. */
import type { Span } from '../reaction.ts';

/** A quotation of many paragraphs is shown by itself rather than with a page around it. */
const LONGEST = 1_600;

/** From the beginning of the sentence that holds the first of `places` to the end of the one with the last. */
export function spanAround(sentences: readonly Span[], places: readonly Span[]): Span | null {
  const [first] = places;
  if (first === undefined) return null;
  // A name that stands a page before its words says little about their place.
  const near = places.filter(({ start, end }) => start > first.start - LONGEST && end < first.end + LONGEST);
  const start = Math.min(...near.map((place) => place.start));
  const end = Math.max(...near.map((place) => place.end));
  const whole = {
    start: sentenceAt(sentences, start)?.start ?? start,
    end: sentenceAt(sentences, end - 1)?.end ?? end,
  };
  return whole.end - whole.start > 2 * LONGEST + first.end - first.start ? { start, end } : whole;
}

/** The sentence that holds the character at `offset`; found by halves, as a book has many. */
function sentenceAt(sentences: readonly Span[], offset: number): Span | null {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= offset ? found : null;
}
