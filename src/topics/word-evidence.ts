/** How much better groups of texts explain which words their texts have than the texts taken together do. */
import { frequencies } from './term-index.ts';

/** A group's use of a term is thought to be that of all texts until so many texts say otherwise. */
const PRIOR = 100;
/** A term of fewer texts tells groups apart by chance. */
const LEAST_TEXTS = 5;

/**
 * The log of the Bayes factor between terms used as each group uses them and terms used as all texts use them, a
 * text: presence is Bernoulli, with a Beta prior around the overall rate. A group more must earn its keep, so that
 * cutting a topic into pieces that talk alike lowers it.
 *
 * @param keys the terms of each text, each once @param labels the group of each text
 */
export function wordEvidence(keys: readonly (readonly string[])[], labels: readonly number[]): number {
  const overall = frequencies(keys);
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const inGroups = new Map<string, Map<number, number>>();
  keys.forEach((own, i) => {
    for (const key of own) {
      if (overall.get(key)! < LEAST_TEXTS) continue;
      const counts = inGroups.get(key) ?? new Map<number, number>();
      inGroups.set(key, counts.set(labels[i]!, (counts.get(labels[i]!) ?? 0) + 1));
    }
  });
  let total = 0;
  for (const [key, counts] of inGroups) {
    const texts = overall.get(key)!;
    const rate = texts / keys.length;
    const [a, b] = [PRIOR * rate, PRIOR * (1 - rate)];
    for (const [label, size] of sizes) {
      const has = counts.get(label) ?? 0;
      total += logBeta(a + has, b + size - has) - logBeta(a, b);
    }
    total -= texts * Math.log(rate) + (keys.length - texts) * Math.log(1 - rate);
  }
  return total / Math.max(1, keys.length);
}

const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Stirling's series, after the argument is brought above 7. */
function logGamma(x: number): number {
  let [raised, product] = [x, 1];
  for (; raised < 7; raised++) product *= raised;
  const square = 1 / raised ** 2;
  const series = (1 - square * (1 / 30 - square / 105)) / (12 * raised);
  return (
    (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
  );
}
