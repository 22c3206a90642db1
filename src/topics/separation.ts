/** How well groups of vectors stand apart: the simplified silhouette (Hruschka et al. 2004), by cosine. */
import { similarity } from './neighbours.ts';

/** The mean of vectors, brought to length 1. */
export function centreOf(vectors: readonly Float32Array[]): Float32Array {
  const centre = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, d) => (centre[d]! += value));
  const length = Math.sqrt(similarity(centre, centre)) || 1;
  return centre.map((value) => value / length);
}

/** From -1 to 1; 0 for a single group. A vector alone in its group counts as far from it as can be. */
export function separationOf(vectors: readonly Float32Array[], labels: readonly number[]): number {
  const members = new Map<number, Float32Array[]>();
  labels.forEach((label, i) => {
    const own = members.get(label);
    if (own === undefined) members.set(label, [vectors[i]!]);
    else own.push(vectors[i]!);
  });
  if (members.size < 2) return 0;
  const centres = Array.from(members, ([label, own]) => ({
    label,
    centre: centreOf(own),
    share: 1 / own.length,
  }));
  const total = vectors.reduce((sum, vector, i) => {
    let [inside, outside] = [0, -1];
    for (const { label, centre, share } of centres) {
      const value = similarity(vector, centre);
      if (label === labels[i]) inside = share === 1 ? 0 : value - share;
      else outside = Math.max(outside, value);
    }
    return sum + (inside - outside) / Math.max(1 - inside, 1 - outside);
  }, 0);
  return total / vectors.length;
}
