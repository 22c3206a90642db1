/**
 * Which sequences go through a model together. Padding is wasted work, so sequences of like length share
 * a batch, inside windows of a fixed size: the same input gives the same batches.
 */

export interface BatchLimits {
  /** Sequences in one window; sorted by length only inside it. */
  readonly window: number;
  /** Most tokens of one batch, padding included. */
  readonly tokens: number;
  /** Most sequences of one batch. */
  readonly rows: number;
}

export const LIMITS: BatchLimits = { window: 512, tokens: 1024, rows: 32 };

/** Indexes into `lengths`, batch by batch; each index stands in exactly one batch. */
export function batchesOf(lengths: readonly number[], limits: BatchLimits = LIMITS): number[][] {
  const batches: number[][] = [];
  for (let start = 0; start < lengths.length; start += limits.window)
    batches.push(...windowBatches(lengths, start, limits));
  return batches;
}

function windowBatches(lengths: readonly number[], start: number, limits: BatchLimits): number[][] {
  const end = Math.min(start + limits.window, lengths.length);
  const indexes = Array.from({ length: end - start }, (_, i) => start + i);
  indexes.sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of indexes) {
    // Sorted by length, so the newcomer is the longest and sets the padded width.
    const full = batch.length >= limits.rows || (batch.length + 1) * lengths[index]! > limits.tokens;
    if (full && batch.length > 0) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
