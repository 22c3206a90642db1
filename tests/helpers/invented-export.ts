/** Exports of invented posts: the same seed gives the same rows. */
import { csvLine } from '../../src/formats/csv-writer.ts';

const OPENINGS = ['Honestly,', 'So', 'Once more', 'After all that', 'This morning', 'Well,'];
const SUBJECTS = ['the night bus', 'our library', 'the new bridge', 'the harbour cafe', 'the swimming pool'];
const VERDICTS = [
  'is the best thing that ever happened here',
  'was closed again and nobody said why',
  'opens at nine and closes at five',
  'makes me so angry that I could cry',
  'is fine I suppose',
];
const ENDINGS = ['😀', '', '#town', 'thank you', 'what a shame', 'https://example.org/a?b=1,2'];

/** 0 ≤ n < 1, by the linear congruential generator of Numerical Recipes. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface ExportShape {
  readonly rows: number;
  /** Share of rows whose text stood there before. */
  readonly repeated?: number;
  readonly seed?: number;
}

export const inventedHeader: readonly string[] = ['id', 'author', 'text', 'topic', 'text', ''];

/** Rows with awkward cells: ids of 19 digits, leading zeros, quotes, line breaks, empty cells. */
export function inventedRows({ rows, repeated = 0.7, seed = 1 }: ExportShape): string[][] {
  const random = randomNumbers(seed);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)]!;
  const texts: string[] = [];
  return Array.from({ length: rows }, (_, index) => {
    const isOld = texts.length > 0 && random() < repeated;
    const text = isOld
      ? pick(texts)
      : `${pick(OPENINGS)} ${pick(SUBJECTS)} ${pick(VERDICTS)}, number ${index} ${pick(ENDINGS)}`;
    if (!isOld) texts.push(text);
    const awkward = pick(['007', '1e5', 'a,b', 'say "hi"', 'two\nlines', '', ' spaced ', '👩‍👩‍👧']);
    return [`19832142664125${10000 + index}`, `@user_${index % 97}`, text, pick(SUBJECTS), awkward, ''];
  });
}

export function inventedExport(shape: ExportShape): string {
  return [inventedHeader, ...inventedRows(shape)].map((cells) => csvLine(cells)).join('');
}
