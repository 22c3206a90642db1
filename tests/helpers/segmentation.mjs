/**
 * How far two cuts of one text into stretches are apart, both 0 (the same) to 1. A cut is a list of numbers, one a
 * paragraph: that of the stretch in which it stands.
 */

/** Half the mean length of a true stretch, at least 1: how far apart the two ends of the probe stand. */
const reach = (truth) => Math.max(1, Math.round(truth.length / new Set(truth).size / 2));

const probes = (truth, isWrong) => {
  const k = reach(truth);
  const count = truth.length - k;
  if (count <= 0) return 0;
  return (
    Array.from({ length: count }, (_, at) => Number(isWrong(at, at + k))).reduce((a, b) => a + b, 0) / count
  );
};

/** P_k: probes whose ends are wrongly held to be in one stretch, or in two (Beeferman, Berger and Lafferty, 1999). */
export const pk = (truth, found) =>
  probes(truth, (from, to) => (truth[from] === truth[to]) !== (found[from] === found[to]));

/** WindowDiff: probes between whose ends another number of borders stands (Pevzner and Hearst, 2002). */
export const windowDiff = (truth, found) =>
  probes(truth, (from, to) => bordersIn(truth, from, to) !== bordersIn(found, from, to));

function bordersIn(cut, from, to) {
  let borders = 0;
  for (let at = from; at < to; at += 1) borders += Number(cut[at] !== cut[at + 1]);
  return borders;
}
