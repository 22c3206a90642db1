/** One model's answer in 24 bytes, the same in memory and in a cache file. */
import { createHash } from 'node:crypto';
import type { Judged } from '../classify/models.ts';

/** Bytes of a record: 16 of the question's key, three probabilities of two, label and marks, one unused. */
export const RECORD_BYTES = 24;
export const KEY_BYTES = 16;

const UNSURE = 1;
const TRUNCATED = 2;
/** Probabilities have four decimals. */
const SCALE = 10_000;

/** The score of either task: a label and one probability per label. */
export interface LabelledScore<Label extends string> {
  readonly label: Label | null;
  readonly unsure: boolean;
  readonly probabilities: readonly number[];
}

/** @param parts what makes the question what it is: model, text, target */
export const questionKey = (parts: readonly string[]): Buffer =>
  createHash('sha256').update(parts.join('\u0000')).digest().subarray(0, KEY_BYTES);

/** The record, or null where the model gave no label, as that is no answer to keep. */
export function recordOf<Label extends string>(
  key: Uint8Array,
  { score, truncated }: Judged<LabelledScore<Label>>,
  labels: readonly Label[],
): Buffer | null {
  if (score.label === null) return null;
  const record = Buffer.alloc(RECORD_BYTES);
  record.set(key.subarray(0, KEY_BYTES));
  score.probabilities.forEach((probability, i) =>
    record.writeUInt16LE(Math.round(probability * SCALE), KEY_BYTES + 2 * i),
  );
  record[22] = labels.indexOf(score.label) * 4 + (score.unsure ? UNSURE : 0) + (truncated ? TRUNCATED : 0);
  return record;
}

/** What `recordOf` wrote. */
export function answerIn<Label extends string>(
  record: Buffer,
  labels: readonly Label[],
): Judged<LabelledScore<Label>> {
  const marks = record[22]!;
  return {
    score: {
      label: labels[marks >> 2] ?? null,
      unsure: (marks & UNSURE) !== 0,
      probabilities: labels.map((_, i) => record.readUInt16LE(KEY_BYTES + 2 * i) / SCALE),
    },
    truncated: (marks & TRUNCATED) !== 0,
  };
}
