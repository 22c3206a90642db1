/**
 * How many independent records are as uncertain as records that come in clusters: many by one voice tell less
 * than as many by different ones.
 */
import { type VoicedShare, leapsOf } from './voiced-share.ts';

/** The records of one voice: how many there are, and how many of them carry the label. */
export interface Cluster {
  readonly size: number;
  readonly hits: number;
  /** How many voices have just so many of both. */
  readonly times: number;
}

/** Voices, their records, the records that carry the label, and the sum of the squared sizes. */
export interface Totals {
  readonly voices: number;
  readonly n: number;
  readonly hits: number;
  readonly squares: number;
}

export function totalsOf(clusters: readonly Cluster[]): Totals {
  let [voices, n, hits, squares] = [0, 0, 0, 0];
  for (const cluster of clusters) {
    voices += cluster.times;
    n += cluster.times * cluster.size;
    hits += cluster.times * cluster.hits;
    squares += cluster.times * cluster.size ** 2;
  }
  return { voices, n, hits, squares };
}

/**
 * How alike the records of one voice are in whether they carry the label, 0 (no more than those of different
 * voices, or each voice has one record) to 1 (each voice always the same). The larger of two estimates, for each
 * is blind where the other sees: that of Fleiss & Cuzick (1979, Applied Psychological Measurement 3) asks how
 * rarely a voice contradicts itself, and can't tell where a mixed voice stands apart; that from the cluster-robust
 * variance, each voice's part taken by leaving it out (Bell & McCaffrey 2002, Survey Methodology 28), asks how far
 * voices stand apart, and is at a loss where few of them are heavy. Both take a label that hardly any voice carries
 * (or lacks) for chance, so a doubt is added that falls with the square of their number: coverage.test.ts has what
 * comes of it. Null where the records can't tell: all carry the label, or none, or one voice has them all.
 */
export function alikeness(clusters: readonly Cluster[]): number | null {
  const { voices, n, hits, squares } = totalsOf(clusters);
  if (n === voices) return 0;
  if (voices === 1 || hits === 0 || hits === n) return null;
  const p = hits / n;
  const pq = p * (1 - p);
  let [contradicted, apart, carrying, lacking] = [0, 0, 0, 0];
  for (const { size, hits: own, times } of clusters) {
    contradicted += (times * own * (size - own)) / size;
    apart += times * ((own - p * size) / (1 - size / n)) ** 2;
    if (own > 0) carrying += times;
    if (own < size) lacking += times;
  }
  const within = 1 - contradicted / ((n - voices) * pq);
  const between = ((apart * (1 - 1 / n) ** 2) / (n * pq) - 1) / (squares / n - 1);
  const seen = Math.min(1, Math.max(0, within, between));
  return seen + (1 - seen) / Math.min(carrying, lacking) ** 2;
}

/**
 * Kish's effective sample size (Survey Sampling, 1965) of weighted records in clusters of this alikeness.
 * @param total sum of all weights
 * @param clusterSquares sum over the voices of the squared sum of their weights
 * @param squares sum of the squared weights
 */
export function effectiveSize(total: number, clusterSquares: number, squares: number, alike: number): number {
  return (total * total) / (alike * clusterSquares + (1 - alike) * squares);
}

/** The share of the records that carry the label, where those of a voice are so alike. */
export function shareByRecord(clusters: readonly Cluster[], alike: number): VoicedShare {
  const { n, hits, squares } = totalsOf(clusters);
  const effective = effectiveSize(n, squares, n, alike);
  const bySize = new Map<number, number>();
  for (const { size, times } of clusters) bySize.set(size, (bySize.get(size) ?? 0) + times);
  const steps = [...bySize]
    .sort(([a], [b]) => b - a)
    .map(([size, times]) => ({ size: (Math.sqrt(alike) * size) / n, times }));
  const equalVoices = squares ** 2 / fourthPowers(clusters);
  return {
    share: hits / n,
    effective,
    freedom: freedomOf(alike, equalVoices, (alike * squares * effective) / (n * n)),
    heavy: leapsOf(steps, effective),
  };
}

/**
 * How surely the alikeness is known, in degrees of freedom: those of the voices (Satterthwaite 1946), more where the
 * voices make a small part of the variance, and more the closer the alikeness is to 1 (Donner 1986, International
 * Statistical Review 54): that all are of one mind is seen with two.
 */
export function freedomOf(alike: number, equalVoices: number, part: number): number {
  if (part === 0 || alike === 1) return Number.POSITIVE_INFINITY;
  return Math.max(2, Math.max(1, equalVoices - 1) / (part * (1 - alike)) ** 2);
}

function fourthPowers(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { size, times }) => sum + times * size ** 4, 0);
}

/**
 * The mean of the voices' own shares: each voice is one draw, as uncertain as the alikeness has it or as far as the
 * voices lie apart, whichever is more.
 */
export function shareByVoice(clusters: readonly Cluster[], alike: number): VoicedShare {
  const { voices, n } = totalsOf(clusters);
  let [share, draws] = [0, 0];
  for (const { size, hits, times } of clusters) {
    share += (times * hits) / size / voices;
    draws += times * (alike + (1 - alike) / size);
  }
  let spread = 0;
  for (const { size, hits, times } of clusters) spread += times * (hits / size - share) ** 2;
  const asApart = voices > 1 && spread > 0 ? (voices * share * (1 - share) * (voices - 1)) / spread : n;
  const effective = Math.max(voices, Math.min(n, voices ** 2 / draws, asApart));
  return {
    share,
    effective,
    freedom: freedomOf(alike, voices, (alike * effective) / voices),
    heavy: [],
  };
}
