/** Which sizes of a model answer for a task. */
import type { Size } from './metadata.ts';

export const MODEL_CHOICES = ['small', 'base', 'cascade'] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];
export const JUDGED_TASKS = ['sentiment', 'stance'] as const;
export type JudgedTask = (typeof JUDGED_TASKS)[number];

/**
 * The sizes that answer, the first asked first. Without a choice it is the best that is there: both in a row
 * where the task has a large model. A task that has none is answered by its small one, whatever was chosen, as
 * long as the other task has one; where no large model is there at all, the choice stands and is an error.
 *
 * @param has whether a model of this name lies where models are looked for
 */
export function sizesFor(
  task: JudgedTask,
  choice: ModelChoice | undefined,
  has: (name: string) => boolean,
): readonly Size[] {
  const hasLarge = (of: JudgedTask): boolean => has(`${of}-base`);
  if (choice === 'small' || (choice === undefined && !hasLarge(task))) return ['small'];
  if (!hasLarge(task) && JUDGED_TASKS.some(hasLarge)) return ['small'];
  return choice === 'base' ? ['base'] : ['small', 'base'];
}
