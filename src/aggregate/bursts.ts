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
  return states;
}
