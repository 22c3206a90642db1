/**
 * How many independent records are as uncertain as records that come in clusters: many by one voice tell less
 * than as many by different ones.
 */

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
 * voices, or each voice has one record) to 1 (each voice always the same): the correlation at which Kish's
 * variance is as large as the cluster-robust one, each voice's part taken by leaving it out (Bell & McCaffrey
 * 2002, Survey Methodology 28), which notices one account that floods a group and alone stands apart. Null where
 * the records can't tell: all carry the label, or none, or one voice has them all.
 */
export function alikeness(clusters: readonly Cluster[]): number | null {
  const { voices, n, hits: all, squares } = totalsOf(clusters);
  if (n === voices) return 0;
  if (voices === 1 || all === 0 || all === n) return null;
  const p = all / n;
  let robust = 0;
  for (const { size, hits, times } of clusters) robust += times * ((hits - p * size) / (1 - size / n)) ** 2;
  const independent = (n * p * (1 - p)) / (1 - 1 / n) ** 2;
  return Math.min(1, Math.max(0, (robust / independent - 1) / (squares / n - 1)));
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

/** A share of the base and the effective number of records that stand behind it. */
export interface EffectiveShare {
  readonly share: number;
  readonly effective: number;
}

/**
 * The mean of the voices' own shares: each voice is one draw. Its effective size follows from how much the
 * voices' shares vary, at least the number of voices.
 */
export function shareByVoice(clusters: readonly Cluster[]): EffectiveShare {
  const { voices, n } = totalsOf(clusters);
  let share = 0;
  for (const { size, hits, times } of clusters) share += (times * hits) / size / voices;
  let spread = 0;
  for (const { size, hits, times } of clusters) spread += times * (hits / size - share) ** 2;
  const as = (voices * share * (1 - share)) / (spread / voices);
  return { share, effective: spread === 0 ? voices : Math.min(n, Math.max(voices, as)) };
}
