/** From a model's raw numbers to probabilities that mean what they say. */

export interface Calibration {
  /** Divides the logits; above 1 it makes a boastful model more modest. Fitted on development data. */
  readonly temperature: number;
  /** One per label, added after the division; fitted for the headline score. Empty means none. */
  readonly offsets: readonly number[];
}

/**
 * Temperature scaling (Guo et al., 2017) with class offsets: softmax(logits / temperature + offsets).
 * Gives one probability per label, adding up to 1.
 */
export function calibrated(logits: ArrayLike<number>, { temperature, offsets }: Calibration): number[] {
  const shifted = Array.from(logits, (logit, i) => logit / temperature + (offsets[i] ?? 0));
  return softmax(shifted);
}

export function softmax(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Four decimals, the precision of the record. */
export const rounded = (probability: number): number => Math.round(probability * 1e4) / 1e4;
