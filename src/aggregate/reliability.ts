/** Whether probabilities mean what they say: of all that is called 80 % sure, 80 % should be right. */

export interface Confidence {
  /** Probability of the label that was given, 0–1. */
  readonly probability: number;
  readonly isRight: boolean;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanProbability: number;
  readonly shareRight: number;
}

/** Equally wide bins of probability, ten as on the cards of the models; empty ones are left out. */
export function reliabilityBins(confidences: readonly Confidence[], bins = 10): ReliabilityBin[] {
  const groups = Array.from({ length: bins }, (): Confidence[] => []);
  for (const it of confidences) groups[Math.min(Math.floor(it.probability * bins), bins - 1)]!.push(it);
  return groups.flatMap((group, i) => {
    if (group.length === 0) return [];
    const total = group.reduce((sum, it) => sum + it.probability, 0);
    return {
      from: i / bins,
      to: (i + 1) / bins,
      n: group.length,
      meanProbability: total / group.length,
      shareRight: group.filter((it) => it.isRight).length / group.length,
    };
  });
}

/** Expected calibration error (Guo et al., 2017), 0–1: the bins' mean gap, weighted by their rows. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce(
    (sum, { n, meanProbability, shareRight }) => sum + (n / total) * Math.abs(meanProbability - shareRight),
    0,
  );
}
