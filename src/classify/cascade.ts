/** Two models in a row: the small one answers where it is sure, the large one the rest. */
import type { Answer, Classifier, Question } from './classifier.ts';

/**
 * @param threshold the small model keeps an answer whose best probability reaches this; chosen on
 *   development data so that the pair scores like the large model alone
 */
export function cascadeOf(
  small: Classifier,
  large: () => Promise<Classifier>,
  threshold: number,
): Classifier {
  return {
    async answers(questions) {
      const answers = await small.answers(questions);
      const open = answers.flatMap((answer, i) => (isSure(answer, threshold) ? [] : [i]));
      if (open.length === 0) return answers;
      const second = await (await large()).answers(open.map((i): Question => questions[i]!));
      open.forEach((index, i) => {
        answers[index] = second[i]!;
      });
      return answers;
    },
  };
}

const isSure = ({ probabilities }: Answer, threshold: number): boolean =>
  Math.max(...probabilities) >= threshold;
