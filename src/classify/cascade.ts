/** Two models in a row: the small one answers where it is sure, the large one, or both together, the rest. */
import { softmax } from './calibration.ts';
import type { Answer, Classifier, Question } from './classifier.ts';

export interface Cascade {
  /** The small model keeps an answer whose best probability reaches this. */
  readonly threshold: number;
  /** What the small model's opinion counts for in the rest, from 0 (nothing) to 1. */
  readonly share: number;
}

/** `threshold` and `share` are chosen on development data, so that the pair scores like the large model or better. */
export function cascadeOf(
  small: Classifier,
  large: () => Promise<Classifier>,
  { threshold, share }: Cascade,
): Classifier {
  return {
    async answers(questions) {
      const answers = await small.answers(questions);
      const open = answers.flatMap((answer, i) => (isSure(answer, threshold) ? [] : [i]));
      if (open.length === 0) return answers;
      const second = await (await large()).answers(open.map((i): Question => questions[i]!));
      open.forEach((index, i) => {
        answers[index] = opinionOf(answers[index]!, second[i]!, share);
      });
      return answers;
    },
  };
}

const isSure = ({ probabilities }: Answer, threshold: number): boolean =>
  Math.max(...probabilities) >= threshold;

/** The logarithmic opinion pool of both (Genest and Zidek, 1986): the weighed mean of their logarithms. */
function opinionOf(small: Answer, large: Answer, share: number): Answer {
  if (share === 0) return large;
  const opinion = (chances: readonly number[], i: number): number => Math.log(Math.max(chances[i]!, LEAST));
  const pooled = large.probabilities.map(
    (_, i) => share * opinion(small.probabilities, i) + (1 - share) * opinion(large.probabilities, i),
  );
  return {
    probabilities: softmax(pooled),
    truncated: small.truncated || large.truncated,
  };
}

/** Less likely than this is nothing: one model alone can't rule a label out. */
const LEAST = 1e-9;
