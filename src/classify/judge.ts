/** Who answers for a task: the small model, the large one, both in a row, or one of the hub. */
import { HearsayError } from '../errors.ts';
import { cascadeOf } from './cascade.ts';
import { choiceNotice, type ChoiceOptions, type JudgedTask, sizesFor } from './choice.ts';
import { type Classifier, classifierOf, settingsOf } from './classifier.ts';
import { taskOfLabels } from './labels.ts';
import type { Size } from './metadata.ts';
import type { Shelf } from './shelf.ts';

export interface Judge {
  readonly classifier: Classifier;
  /** In the order of the answers' probabilities. */
  readonly labels: readonly string[];
  /** Under it an answer is unsure. */
  readonly threshold: number;
}

export async function judgeOf(
  shelf: Shelf,
  task: JudgedTask,
  { model, onNotice }: ChoiceOptions = {},
): Promise<Judge> {
  const sizes = sizesFor(task, model, (name) => shelf.has(name));
  const notice = choiceNotice(task, model, sizes);
  if (notice !== null) onNotice?.(notice);
  const [first = 'small', second] = sizes;
  return second === undefined ? soleJudge(shelf, task, first) : cascadeJudge(shelf, task);
}

async function soleJudge(shelf: Shelf, task: JudgedTask, size: Size): Promise<Judge> {
  const { path, model, metadata } = await shelf.model(`${task}-${size}`);
  const { labels, threshold } = metadata;
  const settings = settingsOf(metadata);
  return { classifier: shelf.crew.shared(classifierOf(model, settings), path, settings), labels, threshold };
}

async function cascadeJudge(shelf: Shelf, task: JudgedTask): Promise<Judge> {
  const { cascadeThreshold, cascadeShare, labels, threshold } = shelf.metadata(`${task}-base`);
  const small = await soleJudge(shelf, task, 'small');
  if (cascadeThreshold === undefined || labels.join() !== small.labels.join())
    throw new HearsayError('model', `the model ${task}-base was not made to follow ${task}-small`, {
      remedy: 'Use --model small or --model base.',
    });
  const large = async (): Promise<Classifier> => (await soleJudge(shelf, task, 'base')).classifier;
  const cascade = { threshold: cascadeThreshold, share: cascadeShare };
  return { classifier: cascadeOf(small.classifier, large, cascade), labels, threshold };
}

/** A model of the hub: its labels tell which task it is for. Throws `model` where they are none of ours. */
export async function hubJudge(name: string): Promise<{ readonly task: JudgedTask; readonly judge: Judge }> {
  const { openHubModel } = await import('./runtime.ts');
  const model = await openHubModel(name);
  const found = taskOfLabels(model.labels);
  if (found === null)
    throw new HearsayError(
      'model',
      `the model ${name} answers with ${model.labels.join(', ') || 'no labels'}, neither sentiment nor stance`,
      { remedy: 'Name a model with the labels negative, neutral, positive or favor, against, none.' },
    );
  // A hub model says nothing of calibration: its probabilities are taken as they are.
  const classifier = classifierOf(model, HUB_SETTINGS);
  return { task: found.task, judge: { classifier, labels: found.labels, threshold: HUB_THRESHOLD } };
}

const HUB_SETTINGS = {
  maxTokens: 128,
  activations: 'batch',
  emoji: 'kept',
  temperature: 1,
  offsets: [],
} as const;
const HUB_THRESHOLD = 0.5;
