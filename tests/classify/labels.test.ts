import { describe, expect, test } from 'vitest';
import { sentimentScore, stanceScore, taskOfLabels } from '../../src/classify/labels.ts';
import { sentimentSchema, stanceSchema } from '../../src/reaction.ts';

describe('labels', () => {
  test("probabilities go to their labels, whatever the model's order", () => {
    const score = stanceScore('ferry', [0.7, 0.1, 0.2], ['against', 'none', 'favor'], 0.5);
    expect(score).toEqual({
      target: 'ferry',
      label: 'against',
      favor: 0.2,
      against: 0.7,
      none: 0.1,
      unsure: false,
    });
    expect(stanceSchema.parse(score)).toEqual(score);
  });

  test('under the threshold the label stays the best of the three, and is unsure', () => {
    const score = sentimentScore([0.3, 0.3, 0.4], ['negative', 'neutral', 'positive'], 0.5);
    expect(score).toMatchObject({ label: 'positive', unsure: true });
    expect(sentimentSchema.parse(score)).toEqual(score);
  });

  test('on the threshold it is sure', () => {
    const order = ['negative', 'neutral', 'positive'];
    expect(sentimentScore([0.25, 0.25, 0.5], order, 0.5).unsure).toBe(false);
  });
});

describe('labels of a foreign model', () => {
  test.each([
    [['negative', 'neutral', 'positive'], 'sentiment'],
    [['POSITIVE', 'NEGATIVE', 'NEUTRAL'], 'sentiment'],
    [['NEU', 'POS', 'NEG'], 'sentiment'],
    [['FAVOUR', 'against', 'none'], 'stance'],
  ])('%j are those of %s', (labels, task) => {
    expect(taskOfLabels(labels)?.task).toBe(task);
  });

  test.each([[['joy', 'anger', 'fear']], [['negative', 'positive']], [['LABEL_0', 'LABEL_1', 'LABEL_2']]])(
    '%j are none of ours',
    (labels) => {
      expect(taskOfLabels(labels)).toBeNull();
    },
  );
});
