/** Nearest neighbours by cosine and what is added to it, exactly: every pair is compared once. */

export interface Neighbours {
  readonly count: number;
  readonly each: number;
  /** Row i holds the `each` nearest of vector i, nearest first; -1 where there are fewer. */
  readonly ids: Int32Array;
  readonly similarities: Float32Array;
}

const PAUSE_MS = 40;

/** Cosine of vectors of length 1. */
export function similarity(a: Float32Array, b: Float32Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const even = a.length - (a.length % 4);
  for (let d = 0; d < even; d += 4) {
    s0 += a[d]! * b[d]!;
    s1 += a[d + 1]! * b[d + 1]!;
    s2 += a[d + 2]! * b[d + 2]!;
    s3 += a[d + 3]! * b[d + 3]!;
  }
  for (let d = even; d < a.length; d++) s0 += a[d]! * b[d]!;
  return s0 + s1 + s2 + s3;
}

/**
 * For vectors of length 1; `bonus(i)` gives what is added to the similarities of vector i. Lets other work run
 * between rows; 5,000 vectors of 384 numbers take a few seconds.
 */
export async function neighboursOf(
  vectors: readonly Float32Array[],
  each: number,
  bonus?: (i: number) => Float32Array,
): Promise<Neighbours> {
  const count = vectors.length;
  const ids = new Int32Array(count * each).fill(-1);
  const similarities = new Float32Array(count * each).fill(-1);
  const keep = (row: number, id: number, value: number): void => {
    const first = row * each;
    let at = first + each - 1;
    if (value <= similarities[at]!) return;
    for (; at > first && similarities[at - 1]! < value; at--) {
      similarities[at] = similarities[at - 1]!;
      ids[at] = ids[at - 1]!;
    }
    similarities[at] = value;
    ids[at] = id;
  };
  let since = Date.now();
  for (let i = 0; i < count; i++) {
    const vector = vectors[i]!;
    const added = bonus?.(i);
    for (let j = i + 1; j < count; j++) {
      const value = similarity(vector, vectors[j]!) + (added?.[j] ?? 0);
      keep(i, j, value);
      keep(j, i, value);
    }
    if (Date.now() - since > PAUSE_MS) {
      await new Promise(setImmediate);
      since = Date.now();
    }
  }
  return { count, each, ids, similarities };
}
