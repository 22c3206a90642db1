/** Texts, or texts toward a target, through one classification model: cut, batched, calibrated. */
import { batchesOf } from './batches.ts';
import { type Calibration, calibrated } from './calibration.ts';
import type { LoadedModel, Sequence } from './runtime.ts';

export interface Question {
  readonly text: string;
  /** The second segment; null for a model of one segment. */
  readonly target: string | null;
}

export interface Answer {
  /** Calibrated, in the order of the model's labels, adding up to 1. */
  readonly probabilities: readonly number[];
  /** The text's end did not fit the model. */
  readonly truncated: boolean;
}

export interface Classifier {
  answers(questions: readonly Question[]): Promise<Answer[]>;
}

/** @param maxTokens longest sequence that the model takes, control tokens and target included */
export function classifierOf(
  model: LoadedModel,
  { maxTokens, ...calibration }: Calibration & { readonly maxTokens: number },
): Classifier {
  const known = new Map<string, number[]>();
  const fitted = ({ text, target }: Question): { sequence: Sequence; truncated: boolean } => {
    const second = target === null ? undefined : targetTokens(known, model, target, maxTokens);
    const room = maxTokens - model.controls(second ? 2 : 1) - (second?.length ?? 0);
    const first = model.tokens(text);
    return { sequence: model.sequence(first.slice(0, room), second), truncated: first.length > room };
  };
  return {
    async answers(questions) {
      const inputs = questions.map(fitted);
      const logits = await logitsOf(
        model,
        inputs.map((it) => it.sequence),
      );
      return inputs.map(({ truncated }, i) => ({
        probabilities: calibrated(logits[i]!, calibration),
        truncated,
      }));
    },
  };
}

/** A target is asked about again and again. Only one that takes over half of the room is cut, as in training. */
function targetTokens(
  known: Map<string, number[]>,
  model: LoadedModel,
  target: string,
  maxTokens: number,
): number[] {
  const found = known.get(target);
  if (found) return found;
  const tokens = model.tokens(target).slice(0, Math.floor(maxTokens / 2));
  if (known.size >= 1000) known.clear();
  known.set(target, tokens);
  return tokens;
}

async function logitsOf(model: LoadedModel, sequences: readonly Sequence[]): Promise<Float32Array[]> {
  const logits: Float32Array[] = Array.from({ length: sequences.length });
  for (const batch of batchesOf(sequences.map((it) => it.ids.length))) {
    const { data, dims } = await model.run(batch.map((index) => sequences[index]!));
    const width = dims[1]!;
    batch.forEach((index, row) => {
      logits[index] = data.slice(row * width, (row + 1) * width);
    });
    await breath();
  }
  return logits;
}

/** A run blocks the event loop; between runs signals and timers get their turn. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
