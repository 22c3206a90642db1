/**
 * Shares corrected by how a classifier is known to err: what was found is a mixture of the truth through the
 * confusion, and is taken apart again (adjusted counting: Forman 2008, Data Mining and Knowledge Discovery 17).
 * Holds where records of a true label are mistaken here as in the sets of records from which the errors are known.
 * These differ among themselves, so a set more, this one, may differ from all as much.
 */
import { dirichlet, generator } from './draws.ts';
import type { Interval } from './interval.ts';

/** True label × found label: how many records of each were found to have each. */
export type ErrorCounts = readonly (readonly number[])[];

const DRAWS = 1000;
/** Jeffreys' prior, so that what was never seen is not held to be impossible. */
const PRIOR = 0.5;
/** So many records of a true label must be known in a set for its errors there to count. */
const FEWEST_IN_A_SET = 5;
/** From so few sets nobody knows how far they differ; */
const FEWEST_SETS = 4;
/** then a row is worth this many records, as between the sets on which the stance models were judged. */
const WORTH_OF_A_ROW = 8;
/** Below this determinant a confusion hardly depends on the truth, and weighs no more. */
const LEAST_DETERMINANT = 0.05;
/** Where fewer draws than this could have given what was found, the errors known are not those made here. */
const FEWEST_DRAWS = 20;

/**
 * @param sets the errors in each set of labelled records from which they are known
 * @param found share of each label as found
 * @param effective how many independent records each of these shares is worth
 * @returns per label the corrected share and its 95 % interval; null where too little is known of the errors,
 * `'refuted'` where errors like these could hardly have made what was found
 */
export function adjustedCounts(
  sets: readonly ErrorCounts[],
  found: readonly number[],
  effective: number,
): Interval[] | 'refuted' | null {
  const known = unmixingsOf(sets);
  if (known === null) return null;
  const random = generator(1);
  const draws = known.drawn.flatMap(({ inverse, weight }) => {
    const counts = found.map((share) => share * effective + PRIOR);
    const shares = unmixed(inverse, dirichlet(counts, random));
    return shares.every((share) => share >= 0) ? [{ shares, weight }] : [];
  });
  if (draws.length < FEWEST_DRAWS) return 'refuted';
  const total = sum(draws.map(({ weight }) => weight));
  const plain = known.usual && unmixed(known.usual.inverse, found);
  const isPossible = plain !== null && plain.every((share) => share >= 0);
  return found.map((_, label) => {
    const values = draws.map(({ shares, weight }) => ({ value: shares[label]!, weight }));
    const mean = sum(values.map(({ value, weight }) => value * weight)) / total;
    const share = isPossible ? plain[label]! : mean;
    const [lo, hi] = middleOf(values, total);
    return { share, lo: Math.min(share, lo), hi: Math.max(share, hi) };
  });
}

/** The middle 95 % of weighted values. */
function middleOf(
  values: readonly { readonly value: number; readonly weight: number }[],
  total: number,
): [number, number] {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  let [lo, hi, passed] = [sorted[0]!.value, sorted.at(-1)!.value, 0];
  for (const { value, weight } of sorted) {
    if (passed <= 0.025 * total) lo = value;
    passed += weight;
    if (passed >= 0.975 * total) {
      hi = value;
      break;
    }
  }
  return [lo, hi];
}

/** What takes a mixture apart, and how much of the space of mixtures it opens (the inverse of its determinant). */
interface Unmixing {
  readonly inverse: readonly (readonly number[])[];
  readonly weight: number;
}

interface Unmixings {
  /** By the mean of the sets; null where they tell nothing. */
  readonly usual: Unmixing | null;
  readonly drawn: readonly Unmixing[];
}

/** The same errors correct every topic and target, so they are drawn once. */
const drawnBefore = new WeakMap<readonly ErrorCounts[], Unmixings | null>();

function unmixingsOf(sets: readonly ErrorCounts[]): Unmixings | null {
  const before = drawnBefore.get(sets);
  if (before !== undefined) return before;
  const rows = (sets[0] ?? []).map((_, truth) => rowOf(sets.map((counts) => counts[truth]!)));
  const known = rows.filter((row) => row !== null);
  const unmixings = known.length < rows.length || known.length === 0 ? null : drawnFrom(known);
  drawnBefore.set(sets, unmixings);
  return unmixings;
}

function drawnFrom(rows: readonly Row[]): Unmixings | null {
  const usual = unmixingOf(rows.map(({ mean }) => mean));
  if (usual === null) return null;
  const random = generator(2);
  const drawn = Array.from({ length: DRAWS }, () =>
    unmixingOf(
      rows.map(({ mean, worth }) =>
        dirichlet(
          mean.map((share) => share * worth),
          random,
        ),
      ),
    ),
  );
  return { usual, drawn: drawn.filter((unmixing) => unmixing !== null) };
}

interface Row {
  /** How often records of a true label are found to have each. */
  readonly mean: readonly number[];
  /** How many records of a further set tell as much of it. */
  readonly worth: number;
}

/** From the variance between sets, by the method of moments; null where the true label is hardly known. */
function rowOf(counts: readonly (readonly number[])[]): Row | null {
  const all = counts[0]!.map((_, found) => sum(counts.map((row) => row[found]!)));
  if (sum(all) < FEWEST_IN_A_SET) return null;
  const telling = counts.filter((row) => sum(row) >= FEWEST_IN_A_SET);
  if (telling.length < FEWEST_SETS) return { mean: smoothed(all), worth: Math.min(WORTH_OF_A_ROW, sum(all)) };
  const shares = telling.map(smoothed);
  const mean = all.map((_, found) => sum(shares.map((row) => row[found]!)) / shares.length);
  const chance = sum(mean.map((share) => share * (1 - share)));
  const apart = sum(shares.flatMap((row) => row.map((share, found) => (share - mean[found]!) ** 2)));
  const byChance = (chance * sum(telling.map((row) => 1 / sum(row)))) / telling.length;
  // A further set differs from the mean of few by more than they do among themselves: the variance of Student's t.
  const further = (telling.length + 1) / (telling.length - 3);
  const between = Math.max(0, apart / (telling.length - 1) - byChance) * further;
  return { mean, worth: Math.min(sum(all), Math.max(1, chance / Math.max(between, 1e-9) - 1)) };
}

function smoothed(row: readonly number[]): number[] {
  const total = sum(row) + PRIOR * row.length;
  return row.map((count) => (count + PRIOR) / total);
}

function unmixed(inverse: Unmixing['inverse'], found: readonly number[]): number[] {
  return inverse.map((row) => sum(row.map((part, label) => part * found[label]!)));
}

/** @param rates true label × found label, rows adding up to 1; null where the truth makes no difference */
function unmixingOf(rates: readonly (readonly number[])[]): Unmixing | null {
  const size = rates.length;
  // Found label × true label, and beside it what undoes it.
  const matrix = rates.map((_, found) => [
    ...rates.map((row) => row[found]!),
    ...rates.map((__, i) => Number(i === found)),
  ]);
  let determinant = 1;
  for (let column = 0; column < size; column += 1) {
    const pivot = matrix
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    if (!(Math.abs(pivot[column]!) > 1e-6)) return null;
    determinant *= pivot[column]!;
    matrix[matrix.indexOf(pivot)] = matrix[column]!;
    matrix[column] = pivot.map((value) => value / pivot[column]!);
    for (const [i, row] of matrix.entries()) {
      const times = row[column]!;
      if (i !== column) matrix[i] = row.map((value, at) => value - times * matrix[column]![at]!);
    }
  }
  const weight = 1 / Math.max(LEAST_DETERMINANT, Math.abs(determinant));
  return { inverse: matrix.map((row) => row.slice(size)), weight };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
