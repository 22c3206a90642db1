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

/** A corrected share, and how many independent, rightly labelled records it is worth. */
export interface PoweredShare {
  readonly share: number;
  readonly effective: number;
}

/**
 * The corrected share of each label; together they are one.
 * @param found the records of the group, as they were found to carry each label
 */
export function predictionPowered(checked: readonly Checked[], found: readonly Found[]): PoweredShare[] {
  const trust = trustIn(checked, found);
  const powered = found.map((records, label) => poweredShare(label, checked, records, trust));
  // A share below none is none, and the others give what it was short of.
  const total = sum(powered.map(({ share }) => share));
  return powered.map(({ share, effective }) => ({ share: share / total, effective }));
}

/**
 * How much the classifier is trusted: 0 leaves it aside, 1 takes it at its word but for its errors. The same for
 * all labels, or their shares would not add up; that which makes the sum of their variances least.
 */
function trustIn(checked: readonly Checked[], found: readonly Found[]): number {
  const mean = meanBy(checked);
  let [together, spread] = [0, 0];
  for (const [label, { clusters }] of found.entries()) {
    const { p } = foundShare(clusters);
    spread += p * (1 - p);
    together +=
      mean((it) => Number(it.truth === label && it.found === label)) -
      mean((it) => Number(it.truth === label)) * mean((it) => Number(it.found === label));
  }
  return spread === 0 ? 0 : Math.min(1, Math.max(0, together / spread));
}

function foundShare(clusters: readonly Cluster[]): { readonly n: number; readonly p: number } {
  const n = sum(clusters.map(({ size, times }) => size * times));
  return { n, p: sum(clusters.map(({ hits, times }) => hits * times)) / n };
}

function meanBy(checked: readonly Checked[]): (value: (it: Checked) => number) => number {
  const weight = sum(checked.map((it) => it.weight));
  return (value) => sum(checked.map((it) => it.weight * value(it))) / weight;
}

function poweredShare(label: number, checked: readonly Checked[], found: Found, trust: number): PoweredShare {
  const { n, p } = foundShare(found.clusters);
  const weight = sum(checked.map((it) => it.weight));
  const errorOf = (it: Checked): number => Number(it.truth === label) - trust * Number(it.found === label);
  const error = meanBy(checked)(errorOf);
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
