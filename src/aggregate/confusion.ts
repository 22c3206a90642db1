/** How well found labels match true ones. Shares lie in 0–1; what has no label found counts as missed. */

export interface Verdict<Label extends string = string> {
  readonly truth: Label;
  /** Null where nothing was found: a row in a language that is not read. */
  readonly found: Label | null;
}

export interface ClassScore<Label extends string = string> {
  readonly label: Label;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Rows that truly have the label. */
  readonly n: number;
}

export interface Confusion<Label extends string = string> {
  readonly labels: readonly Label[];
  /** A row per true label; a column per found label, and one more for nothing found. */
  readonly counts: readonly (readonly number[])[];
}

export function confusionOf<Label extends string>(
  labels: readonly Label[],
  verdicts: readonly Verdict<Label>[],
): Confusion<Label> {
  const counts = labels.map(() => [...labels.map(() => 0), 0]);
  for (const { truth, found } of verdicts) {
    const column = found === null ? labels.length : labels.indexOf(found);
    counts[labels.indexOf(truth)]![column]! += 1;
  }
  return { labels, counts };
}

/** Precision, recall and F1 of each label; 0 where a label is neither there nor found. */
export function classScores<Label extends string>({ labels, counts }: Confusion<Label>): ClassScore<Label>[] {
  return labels.map((label, i) => {
    const hits = counts[i]![i]!;
    const n = sum(counts[i]!);
    const found = sum(counts.map((row) => row[i]!));
    return {
      label,
      precision: ratio(hits, found),
      recall: ratio(hits, n),
      f1: ratio(2 * hits, n + found),
      n,
    };
  });
}

export function accuracy({ counts }: Confusion): number {
  return ratio(sum(counts.map((row, i) => row[i]!)), sum(counts.flat()));
}

/** Mean recall over the labels that truly occur: the headline of SemEval's and TweetEval's sentiment. */
export function macroRecall(confusion: Confusion): number {
  return mean(
    classScores(confusion)
      .filter(({ n }) => n > 0)
      .map(({ recall }) => recall),
  );
}

/** Mean F1 over some labels, all by default: over favor and against it is the headline of SemEval's stance. */
export function meanF1(confusion: Confusion, labels: readonly string[] = confusion.labels): number {
  return mean(
    classScores(confusion)
      .filter(({ label }) => labels.includes(label))
      .map(({ f1 }) => f1),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const mean = (values: readonly number[]): number => ratio(sum(values), values.length);
