/** Nearest neighbours by cosine and what is added to it, exactly: every pair is compared once. */

export interface Neighbours {
  readonly count: number;
  readonly each: number;
  /** Row i holds the `each` nearest of vector i, nearest first; -1 where there are fewer. */
  readonly ids: Int32Array;
  readonly similarities: Float32Array;
}

const PAUSE_MS = 40;
/** Rows that are compared with a vector at once: it is fetched from memory for all of them. */
const ROWS = 4;

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

/** Of four neighbouring vectors (fewer at the end) with one. */
function fourSimilarities(
  vectors: readonly Float32Array[],
  first: number,
  b: Float32Array,
  into: Float64Array,
): void {
  const last = vectors.length - 1;
  const a0 = vectors[first]!;
  const a1 = vectors[Math.min(first + 1, last)]!;
  const a2 = vectors[Math.min(first + 2, last)]!;
  const a3 = vectors[Math.min(first + 3, last)]!;
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let d = 0; d < b.length; d++) {
    const value = b[d]!;
    s0 += a0[d]! * value;
    s1 += a1[d]! * value;
    s2 += a2[d]! * value;
    s3 += a3[d]! * value;
  }
  into[0] = s0;
  into[1] = s1;
  into[2] = s2;
  into[3] = s3;
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
  const four = new Float64Array(ROWS);
  for (let first = 0; first < count; first += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, count - first) }, (_, r) => first + r);
    const added = rows.map((i) => bonus?.(i).slice());
    for (let j = first + 1; j < count; j++) {
      fourSimilarities(vectors, first, vectors[j]!, four);
      for (let r = 0; r < rows.length && first + r < j; r++) {
        const value = four[r]! + (added[r]?.[j] ?? 0);
        keep(first + r, j, value);
        keep(j, first + r, value);
      }
    }
    if (Date.now() - since > PAUSE_MS) {
      await new Promise(setImmediate);
      since = Date.now();
    }
  }
  return { count, each, ids, similarities };
}
