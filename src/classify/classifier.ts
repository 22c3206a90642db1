/** Texts, or texts toward a target, through one classification model: cut, run one by one, calibrated. */
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
      const answers: Answer[] = [];
      for (const question of questions) {
        const { sequence, truncated } = fitted(question);
        // Alone: the scales of a dynamically quantised model are taken over the whole batch, so that company
        // and padding would move a probability by up to a fifth.
        const { data } = await model.run([sequence]);
        answers.push({ probabilities: calibrated(data, calibration), truncated });
        await breath();
      }
      return answers;
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

/** A run blocks the event loop; between runs signals and timers get their turn. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
