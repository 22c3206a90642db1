import { expect, test } from 'vitest';
import { choiceNotice, type ModelChoice, sizesFor } from '../../src/classify/choice.ts';

const SMALL = ['sentiment-small', 'stance-small'];
const LARGE_STANCE = [...SMALL, 'stance-base'];

test.each([
  ['sentiment', undefined, SMALL, ['small']],
  ['stance', undefined, SMALL, ['small']],
  ['stance', undefined, LARGE_STANCE, ['small', 'base']],
  ['sentiment', undefined, LARGE_STANCE, ['small']],
  ['stance', 'small', LARGE_STANCE, ['small']],
  ['stance', 'base', LARGE_STANCE, ['base']],
  ['sentiment', 'base', LARGE_STANCE, ['small']],
  ['sentiment', 'cascade', LARGE_STANCE, ['small']],
  ['stance', 'base', SMALL, ['base']],
  ['stance', 'cascade', SMALL, ['small', 'base']],
] as const)('%s, asked for %s, among %j: %j', (task, choice, there, sizes) => {
  const names: readonly string[] = there;
  expect(sizesFor(task, choice as ModelChoice | undefined, (name) => names.includes(name))).toEqual(sizes);
});

test('a task without a large model says that its small one answers, where a large one was chosen', () => {
  expect(choiceNotice('sentiment', 'base', ['small'])).toBe(
    'The model sentiment-base is not there: sentiment-small answers (--model base).',
  );
  expect(choiceNotice('stance', 'base', ['base'])).toBeNull();
  expect(choiceNotice('stance', 'small', ['small'])).toBeNull();
  expect(choiceNotice('sentiment', undefined, ['small'])).toBeNull();
});
