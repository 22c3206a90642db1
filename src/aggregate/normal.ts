/** The normal distribution, and Student's: tails and points. */

/** The two-sided 95 % point of the normal distribution. */
export const Z = 1.959964;

/** How often chance alone goes this far from zero, in standard deviations (Abramowitz and Stegun 7.1.26). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.min(1, Math.max(0, series * Math.exp(-x * x)));
}

/** How often chance stays below `z`. */
export function below(z: number): number {
  return z > 0 ? 1 - twoSided(z) / 2 : twoSided(z) / 2;
}

/** The point of Student's distribution that is passed as seldom as `z` of the normal one (Abramowitz and Stegun 26.7.5). */
export function studentPoint(z: number, freedom: number): number {
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
