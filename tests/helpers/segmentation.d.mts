export function pk(truth: readonly number[], found: readonly number[]): number;
export function windowDiff(truth: readonly number[], found: readonly number[]): number;
