/**
 * A helping process: answers chunks of questions that its parent sends, and ends when the parent goes.
 * A process and no thread, since a thread that ends during a run takes the whole program with it.
 */
import { type Classifier, classifierOf } from './classifier.ts';
import type { Order, Reply } from './crew.ts';
import { openModel } from './runtime.ts';

const classifiers = new Map<string, Promise<Classifier>>();
let last: Promise<void> = Promise.resolve();

process.on('message', (order: Order) => {
  // One after the other: two at a time would only make the first one late.
  last = last.then(() => answered(order));
});
process.on('disconnect', () => process.exit(0));
// The terminal interrupts parent and child alike; it is for the parent to say when work ends.
process.on('SIGINT', () => {});

async function answered({ id, path, settings, questions }: Order): Promise<void> {
  try {
    const classifier = classifiers.get(path) ?? opened(path, settings);
    classifiers.set(path, classifier);
    reply({ id, answers: await (await classifier).answers(questions) });
  } catch (error) {
    reply({ id, failure: String(error) });
  }
}

async function opened(path: string, settings: Order['settings']): Promise<Classifier> {
  return classifierOf(await openModel(path, { threads: 1 }), settings);
}

function reply(message: Reply): void {
  if (process.connected) process.send?.(message);
}
