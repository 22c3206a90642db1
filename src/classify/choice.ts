/** Which sizes of a model answer for a task. */
import type { Size } from './metadata.ts';

export const MODEL_CHOICES = ['small', 'base', 'cascade'] as const;
export type ModelChoice = (typeof MODEL_CHOICES)[number];
export const JUDGED_TASKS = ['sentiment', 'stance'] as const;
export type JudgedTask = (typeof JUDGED_TASKS)[number];

export interface ChoiceOptions {
  /** Which sentiment and stance models answer; the best that is there unless given. */
  readonly model?: ModelChoice | undefined;
  /** Told where a task can't follow that choice. */
  readonly onNotice?: ((line: string) => void) | undefined;
}

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

/** A word for people whose choice of a large model a task can't follow; null where it does. */
export function choiceNotice(
  task: JudgedTask,
  choice: ModelChoice | undefined,
  sizes: readonly Size[],
): string | null {
  if (choice === undefined || choice === 'small' || sizes.includes('base')) return null;
  return `The model ${task}-base is not there: ${task}-small answers (--model ${choice}).`;
}
