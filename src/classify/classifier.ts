/** Texts, or texts toward a target, through one classification model: cut, run in small batches, calibrated. */
import { batchesOf } from './batches.ts';
import { breath } from './breath.ts';
import { type Calibration, calibrated } from './calibration.ts';
import { worded } from './emoji.ts';
import type { Metadata } from './metadata.ts';
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

export interface Settings extends Calibration {
  /** Longest sequence that the model takes, control tokens and target included. */
  readonly maxTokens: number;
  readonly activations: Metadata['activations'];
  readonly emoji: Metadata['emoji'];
}

export const settingsOf = ({ maxTokens, activations, emoji, temperature, offsets }: Metadata): Settings => ({
  maxTokens,
  activations,
  emoji,
  temperature,
  offsets,
});

export interface Classifier {
  answers(questions: readonly Question[]): Promise<Answer[]>;
}

interface Fitted {
  readonly sequence: Sequence;
  readonly truncated: boolean;
}

/** What is tokenised at a time, in batches of like length; eight together take a quarter less time than alone. */
export const TOGETHER = { window: 512, tokens: 512, rows: 8 };
const ALONE = { ...TOGETHER, rows: 1 };

export function classifierOf(
  model: LoadedModel,
  { maxTokens, activations, emoji, ...calibration }: Settings,
): Classifier {
  const limits = activations === 'token' ? TOGETHER : ALONE;
  const known = new Map<string, number[]>();
  const fitted = ({ text, target }: Question): Fitted => {
    const second = target === null ? undefined : targetTokens(known, model, target, maxTokens);
    const room = maxTokens - model.controls(second ? 2 : 1) - (second?.length ?? 0);
    const first = model.tokens(emoji === 'words' ? worded(text) : text);
    return { sequence: model.sequence(first.slice(0, room), second), truncated: first.length > room };
  };
  return {
    async answers(questions) {
      const answers: Answer[] = [];
      for (let start = 0; start < questions.length; start += limits.window) {
        const asked = questions.slice(start, start + limits.window).map(fitted);
        answers.push(...(await windowAnswers(asked)));
      }
      return answers;
    },
  };

  async function windowAnswers(asked: readonly Fitted[]): Promise<Answer[]> {
    const answers: Answer[] = Array.from({ length: asked.length });
    const lengths = asked.map(({ sequence }) => sequence.ids.length);
    for (const batch of batchesOf(lengths, limits)) {
      const { data } = await model.run(batch.map((index) => asked[index]!.sequence));
      const labels = data.length / batch.length;
      batch.forEach((index, row) => {
        const logits = data.subarray(row * labels, (row + 1) * labels);
        answers[index] = {
          probabilities: calibrated(logits, calibration),
          truncated: asked[index]!.truncated,
        };
      });
      await breath();
    }
    return answers;
  }
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
