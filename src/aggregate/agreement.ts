/** How far two annotators agree beyond what chance would give: 1 is perfect, 0 is chance. */

export type LabelPair = readonly [string, string];

/** Share of items with the same label. */
export function observedAgreement(pairs: readonly LabelPair[]): number {
  return pairs.length === 0 ? 0 : pairs.filter(([a, b]) => a === b).length / pairs.length;
}

/** Cohen's kappa (1960): chance from each annotator's own shares. 1 where both only ever gave one and the same label. */
export function cohenKappa(pairs: readonly LabelPair[]): number {
  const first = countsOf(pairs.map(([label]) => label));
  const second = countsOf(pairs.map(([, label]) => label));
  const chance = [...first].reduce(
    (sum, [label, count]) => sum + (count / pairs.length) * ((second.get(label) ?? 0) / pairs.length),
    0,
  );
  return beyondChance(observedAgreement(pairs), chance);
}

/** Krippendorff's alpha for nominal labels, two annotators and no gaps: chance from the shares of all labels together. */
export function krippendorffAlpha(pairs: readonly LabelPair[]): number {
  const all = pairs.flat();
  const total = all.length;
  const chance = [...countsOf(all).values()].reduce(
    (sum, count) => sum + (count * (count - 1)) / (total * (total - 1)),
    0,
  );
  return beyondChance(observedAgreement(pairs), chance);
}

const beyondChance = (observed: number, chance: number): number =>
  chance === 1 ? 1 : (observed - chance) / (1 - chance);

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
