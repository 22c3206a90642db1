import { describe, expect, test } from 'vitest';
import { rounded } from '../../src/classify/calibration.ts';
import { type Answer, classifierOf, type Question } from '../../src/classify/classifier.ts';
import { modelFolder, modelPlaces } from '../../src/classify/folder.ts';
import { openModel } from '../../src/classify/runtime.ts';

const NAMES = ['sentiment-small', 'stance-small'];

const posts = Array.from(
  { length: 40 },
  (_, i) => `The ferry ${i % 3 ? 'was late' : 'came at last'}${', again'.repeat((i * 7) % 23)}!`,
);

const inFourDecimals = (answers: readonly Answer[]): number[][] =>
  answers.map(({ probabilities }) => probabilities.map(rounded));

describe.each(NAMES)('%s', (name) => {
  const { path, metadata } = modelFolder(name, modelPlaces(undefined, {}));
  const target = metadata.task === 'stance' ? 'the ferry' : null;
  const questions: Question[] = posts.map((text) => ({ text, target }));

  test('answers a text in any company as it does alone', async () => {
    const classifier = classifierOf(await openModel(path, { threads: 1 }), metadata);
    const alone: Answer[] = [];
    for (const question of questions) alone.push(...(await classifier.answers([question])));
    expect(inFourDecimals(await classifier.answers(questions))).toEqual(inFourDecimals(alone));
  });

  test('says which texts did not fit', async () => {
    const classifier = classifierOf(await openModel(path, { threads: 1 }), metadata);
    const long = { text: 'again '.repeat(metadata.maxTokens), target };
    const answers = await classifier.answers([questions[0]!, long, questions[1]!]);
    expect(answers.map(({ truncated }) => truncated)).toEqual([false, true, false]);
  });
});
