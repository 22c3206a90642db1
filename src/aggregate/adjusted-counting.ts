/**
 * Shares corrected by how a classifier is known to err: what was found is a mixture of the truth through the
 * confusion, and is taken apart again (adjusted counting: Forman 2008, Data Mining and Knowledge Discovery 17).
 * Holds where records of a true label are mistaken here as often as there.
 */
import { quantile } from './bootstrap.ts';
import { dirichlet, generator } from './draws.ts';
import type { Interval } from './interval.ts';

const DRAWS = 1000;
/** Jeffreys' prior, so that what was never seen is not held to be impossible. */
const PRIOR = 0.5;

/**
 * The interval is that of draws of both the confusion and what was found, each as uncertain as its counts.
 * @param confusion how often records of a true label (row) were found to have each label (column)
 * @param found share of each label as found
 * @param effective how many independent records each of these shares is worth
 * @returns per label the corrected share and its 95 % interval; null where the confusion tells nothing
 */
export function adjustedCounts(
  confusion: readonly (readonly number[])[],
  found: readonly number[],
  effective: number,
): Interval[] | null {
  const shares = unmixed(confusion.map(normal), found);
  if (shares === null) return null;
  const random = generator(1);
  const drawn = Array.from({ length: DRAWS }, () =>
    unmixed(
      confusion.map((row) =>
        dirichlet(
          row.map((count) => count + PRIOR),
          random,
        ),
      ),
      dirichlet(
        found.map((share) => share * effective + PRIOR),
        random,
      ),
    ),
  ).filter((draw) => draw !== null);
  return shares.map((share, label) => {
    const values = drawn.map((draw) => draw[label]!).sort((a, b) => a - b);
    return {
      share,
      lo: Math.min(share, quantile(values, 0.025)),
      hi: Math.max(share, quantile(values, 0.975)),
    };
  });
}

/** The shares that give `found` through `rates` (true label × found label), the nearest that are shares. */
function unmixed(rates: readonly (readonly number[])[], found: readonly number[]): number[] | null {
  const solved = solution(
    found.map((_, column) => rates.map((row) => row[column]!)),
    found,
  );
  if (solved === null) return null;
  return normal(solved.map((share) => Math.max(0, share)));
}

const normal = (row: readonly number[]): number[] => {
  const total = row.reduce((sum, it) => sum + it, 0);
  return row.map((it) => it / total);
};

/** Solves a small system by elimination; null where it has no single solution. */
function solution(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = rows
      .slice(column)
      .reduce((best, row) => (Math.abs(row[column]!) > Math.abs(best[column]!) ? row : best));
    if (!(Math.abs(pivot[column]!) > 1e-6)) return null;
    rows[rows.indexOf(pivot)] = rows[column]!;
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const times = row[column]! / pivot[column]!;
      for (let i = column; i < row.length; i += 1) row[i]! -= times * pivot[i]!;
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
