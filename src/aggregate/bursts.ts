/**
 * Bursts in a row of counts: Kleinberg's automaton of two states (2002, "Bursty and Hierarchical Structure in
 * Streams"). In the usual state periods count as many as the mean by their place in the rhythm of week and day, in a
 * burst twice that, each by Poisson's law; to begin a burst costs twice the logarithm of the number of periods (his γ is 2), so that chance alone begins one in
 * fewer than one in twenty timelines.
 */
const TIMES = 2;
const GAMMA = 2;

/**
 * Whether each period is in a burst: the states that together explain the counts best (Viterbi).
 *
 * @param rhythm how much of the mean each period usually has
 */
export function burstsIn(
  counts: readonly number[],
  rhythm: readonly number[] = counts.map(() => 1),
): boolean[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (counts.length < 3 || total === 0) return counts.map(() => false);
  const mean = total / counts.length;
  const begin = GAMMA * Math.log(counts.length);
  // −ln of Poisson's probability; what both states share is left out.
  const costOf = (n: number, rate: number): number => rate - n * Math.log(rate);
  let [calm, burst] = [0, begin];
  const from: { calm: boolean; burst: boolean }[] = [];
  for (const [at, n] of counts.entries()) {
    const usual = mean * rhythm[at]!;
    // Whether the best way into each state comes from a burst.
    const came = { calm: burst < calm, burst: burst < calm + begin };
    from.push(came);
    const [before, inside] = [calm, burst];
    calm = (came.calm ? inside : before) + costOf(n, usual);
    burst = (came.burst ? inside : before + begin) + costOf(n, usual * TIMES);
  }
  const states: boolean[] = Array.from({ length: counts.length });
  let state = burst < calm;
  for (let at = counts.length - 1; at >= 0; at -= 1) {
    states[at] = state;
    state = state ? from[at]!.burst : from[at]!.calm;
  }
  return withoutQuietEnds(
    states,
    counts,
    rhythm.map((part) => mean * part),
  );
}

/** A burst of two states goes on as long as a little more than usual comes; here only its loud part is one. */
function withoutQuietEnds(
  states: readonly boolean[],
  counts: readonly number[],
  usual: readonly number[],
): boolean[] {
  const kept = states.map(() => false);
  for (let from = 0; from < states.length; from += 1) {
    if (!states[from]) continue;
    let to = from;
    while (states[to + 1]) to += 1;
    const forth = bestEnd(range(from, to), counts, usual);
    const back = bestEnd(range(from, forth).toReversed(), counts, usual);
    kept.fill(true, back, forth + 1);
    from = to;
  }
  return kept;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/**
 * Where a run of periods from its first on should end, so that one rate of its own inside and the usual one outside
 * explain the counts best (the likelihood ratio of Kulldorff's scan statistic, 1997).
 */
function bestEnd(periods: readonly number[], counts: readonly number[], usual: readonly number[]): number {
  let [n, expected, most, end] = [0, 0, -Infinity, periods[0]!];
  for (const at of periods) {
    n += counts[at]!;
    expected += usual[at]!;
    const ratio = n > expected ? n * Math.log(n / expected) - (n - expected) : 0;
    if (ratio > most) [most, end] = [ratio, at];
  }
  return end;
}
