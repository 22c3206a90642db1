/**
 * What texts share in words, beside what they share in meaning: an encoder gives rare names, hashtags and user
 * names little weight, and those tell topics apart best.
 */
import { contentWords, handlesIn, hashtagsIn, stemOf } from '../text/terms.ts';

/** Stems, hashtags and user names of a text, each once. */
export function termKeys(text: string): string[] {
  return [
    ...new Set([
      ...contentWords(text).map(stemOf),
      ...hashtagsIn(text).map((tag) => `#${tag.toLowerCase()}`),
      ...handlesIn(text).map((handle) => `@${handle.toLowerCase()}`),
    ]),
  ];
}

/** How many of the texts have each term. */
export function frequencies(keys: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of keys) for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** A term that more of the texts have tells nothing. */
const MOST_PART = 0.2;

/** For text i the cosine of its TF-IDF vector with that of each text; the array is filled anew by each call. */
export function wordSimilarities(keys: readonly (readonly string[])[]): (i: number) => Float32Array {
  const counts = frequencies(keys);
  const vectors = keys.map((own) => unitVector(own, counts, keys.length));
  const postings = new Map<string, { id: number; weight: number }[]>();
  vectors.forEach((vector, id) => {
    for (const [key, weight] of vector) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [{ id, weight }]);
      else list.push({ id, weight });
    }
  });
  const row = new Float32Array(keys.length);
  return (i) => {
    row.fill(0);
    for (const [key, weight] of vectors[i]!)
      for (const { id, weight: other } of postings.get(key)!) row[id]! += weight * other;
    return row;
  };
}

function unitVector(
  keys: readonly string[],
  counts: ReadonlyMap<string, number>,
  all: number,
): Map<string, number> {
  const vector = new Map<string, number>();
  let square = 0;
  for (const key of keys) {
    const count = counts.get(key)!;
    if (count < 2 || count > MOST_PART * all) continue;
    const weight = Math.log(all / count);
    vector.set(key, weight);
    square += weight ** 2;
  }
  for (const [key, weight] of vector) vector.set(key, weight / Math.sqrt(square));
  return vector;
}
