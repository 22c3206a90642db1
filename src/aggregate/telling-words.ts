/** Which words tell two sets of texts apart. */

export interface TellingWord {
  readonly word: string;
  /** Different texts of each side that have it. */
  readonly a: number;
  readonly b: number;
  /** Standard deviations; above zero where the second side has it more. */
  readonly z: number;
}

/** Weight of the prior, in words: what both sides share is worth as much as so many words of evidence. */
const PRIOR = 500;
/** A word counts from this many standard deviations, and this many texts, on. */
const LEAST_Z = 2.5;
const LEAST_TEXTS = 4;

/**
 * The log-odds of each word between two sides, with an informative Dirichlet prior from both together, in
 * standard deviations (Monroe, Colaresi and Quinn 2008, "Fightin' Words"); most telling first.
 */
export function tellingWords(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
  most: number,
): TellingWord[] {
  const [sumA, sumB] = [a, b].map((counts) => [...counts.values()].reduce((sum, n) => sum + n, 0)) as [
    number,
    number,
  ];
  if (sumA === 0 || sumB === 0) return [];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((word): TellingWord => {
      const [inA, inB] = [a.get(word) ?? 0, b.get(word) ?? 0];
      const prior = (PRIOR * (inA + inB)) / (sumA + sumB);
      const odds = (n: number, sum: number): number => Math.log((n + prior) / (sum + PRIOR - n - prior));
      const deviation = Math.sqrt(1 / (inA + prior) + 1 / (inB + prior));
      const z = (odds(inB, sumB) - odds(inA, sumA)) / deviation;
      return { word, a: inA, b: inB, z: Math.round(z * 100) / 100 };
    })
    .filter((word) => Math.abs(word.z) >= LEAST_Z && word.a + word.b >= LEAST_TEXTS)
    .sort((x, y) => Math.abs(y.z) - Math.abs(x.z) || (x.word < y.word ? -1 : 1))
    .slice(0, most);
}
