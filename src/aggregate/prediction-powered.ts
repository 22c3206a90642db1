/**
 * A share corrected for a classifier's errors by records whose labels were checked by hand: prediction-powered
 * inference in the form that minds how good the classifier is (PPI++: Angelopoulos, Duchi & Zrnic 2023,
 * arXiv 2311.01453), with the checked records weighted by the inverse of their chance to be drawn, and a variance
 * that sums the records of one voice first.
 */
import type { Cluster } from './design-effect.ts';

/** A record that the classifier and a person have labelled; labels are numbered. */
export interface Checked {
  readonly truth: number;
  readonly found: number;
  /** Key of its voice; null where nobody can be told. */
  readonly voice: number | null;
  /** One over the record's chance to be drawn, or any number in proportion to it. */
  readonly weight: number;
}

/** All records of the group, checked or not, as they were found. */
export interface Found {
  /** Its voices, with the records found to carry the label. */
  readonly clusters: readonly Cluster[];
  /** The records of one voice. */
  of(voice: number): Pick<Cluster, 'size' | 'hits'>;
}

/**
 * So many checked records are added as errors to either side, so that a handful without an error does not pass
 * for proof that there is none: the idea of Agresti & Caffo (2000, The American Statistician 54).
 */
const DOUBT = 0.5;

/** @returns the corrected share of `label`, and how many independent, rightly labelled records it is worth */
export function predictionPowered(
  label: number,
  checked: readonly Checked[],
  found: Found,
): { readonly share: number; readonly effective: number } {
  const isFound = (it: Checked): number => Number(it.found === label);
  const isTrue = (it: Checked): number => Number(it.truth === label);
  const n = sum(found.clusters.map(({ size, times }) => size * times));
  const p = sum(found.clusters.map(({ hits, times }) => hits * times)) / n;
  const weight = sum(checked.map((it) => it.weight));
  const meanOf = (value: (it: Checked) => number): number =>
    sum(checked.map((it) => it.weight * value(it))) / weight;
  const together = meanOf((it) => isTrue(it) * isFound(it)) - meanOf(isTrue) * meanOf(isFound);
  const spread = p * (1 - p);
  /** How much the classifier is trusted: 0 leaves it aside, 1 takes it at its word but for its errors. */
  const trust = spread === 0 ? 0 : Math.min(1, Math.max(0, together / spread));
  const errorOf = (it: Checked): number => isTrue(it) - trust * isFound(it);
  const error = meanOf(errorOf);
  const share = Math.min(1, Math.max(0, trust * p + error));

  let variance = 0;
  const part = (size: number, hits: number): number => (trust * (hits - p * size)) / (n - size || 1);
  for (const { size, hits, times } of found.clusters) variance += times * part(size, hits) ** 2;
  for (const records of byVoice(checked)) {
    const { voice, found: own } = records[0]!;
    const mine = sum(records.map((it) => it.weight));
    const ofErrors = sum(records.map((it) => it.weight * (errorOf(it) - error))) / (weight - mine || weight);
    const { size, hits } = voice === null ? { size: 1, hits: Number(own === label) } : found.of(voice);
    variance += ofErrors * (ofErrors + 2 * part(size, hits));
  }
  variance += 2 * DOUBT * (sum(checked.map((it) => it.weight ** 2)) / checked.length / weight ** 2);
  const bounded = Math.min(1 - 1 / (2 * n), Math.max(1 / (2 * n), share));
  return { share, effective: Math.min(n, (bounded * (1 - bounded)) / Math.max(variance, Number.EPSILON)) };
}

/** Those of one voice together; one whose voice can't be told is alone. */
function byVoice(checked: readonly Checked[]): Checked[][] {
  const groups = new Map<number | Checked, Checked[]>();
  for (const it of checked) groups.set(it.voice ?? it, [...(groups.get(it.voice ?? it) ?? []), it]);
  return [...groups.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
