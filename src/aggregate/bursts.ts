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

/**
 * A burst of two states goes on as long as a little more than usual comes; here it ends where what comes is nearer to
 * the usual than to the rest of the burst.
 */
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
    const [first, last] = loudPart(from, to, counts, usual);
    kept.fill(true, first, last + 1);
    from = to;
  }
  return kept;
}

/** The first and last period of what is left of a burst. */
function loudPart(
  from: number,
  to: number,
  counts: readonly number[],
  usual: readonly number[],
): [first: number, last: number] {
  let [first, last] = [from, to];
  let n = counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  let expected = usual.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  // Poisson's law gives such a count less at the rate of the others than at the usual one.
  const isQuiet = (at: number): boolean => {
    const times = (n - counts[at]!) / (expected - usual[at]!);
    return times > 1 && counts[at]! * Math.log(times) < usual[at]! * (times - 1);
  };
  while (first < last) {
    const end = isQuiet(last) ? last : first;
    if (!isQuiet(end)) break;
    n -= counts[end]!;
    expected -= usual[end]!;
    if (end === last) last -= 1;
    else first += 1;
  }
  return [first, last];
}
