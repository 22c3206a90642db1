/** A helping process: answers chunks of questions that its parent sends. */
import { type Answer, type Classifier, classifierOf } from './classifier.ts';
import type { Order } from './crew.ts';
import { answerOrders } from './helping-process.ts';
import { openModel } from './runtime.ts';

const classifiers = new Map<string, Promise<Classifier>>();

answerOrders<Order, Answer[]>(async ({ path, settings, questions }) => {
  const classifier = classifiers.get(path) ?? opened(path, settings);
  classifiers.set(path, classifier);
  return (await classifier).answers(questions);
});

async function opened(path: string, settings: Order['settings']): Promise<Classifier> {
  return classifierOf(await openModel(path, { threads: 1 }), settings);
}
