import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerIn, questionKey, recordOf } from '../../src/batch/answer-record.ts';
import { AnswerTable } from '../../src/batch/answer-table.ts';
import { SENTIMENTS } from '../../src/reaction.ts';

const probability = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
const answer = fc.record({
  score: fc.record({
    label: fc.constantFrom(...SENTIMENTS),
    unsure: fc.boolean(),
    probabilities: fc.tuple(probability, probability, probability),
  }),
  truncated: fc.boolean(),
});
const sure = {
  score: { label: 'neutral', unsure: false, probabilities: [0.1, 0.8, 0.1] },
  truncated: false,
} as const;
const record = (text: string): Buffer => recordOf(questionKey([text]), sure, SENTIMENTS)!;

describe('a record', () => {
  test('gives back the answer that it was made from, to the fourth decimal', () => {
    fc.assert(
      fc.property(answer, fc.string(), (it, text) => {
        expect(answerIn(recordOf(questionKey([text]), it, SENTIMENTS)!, SENTIMENTS)).toEqual(it);
      }),
    );
  });

  test('is not made of an answer without a label', () => {
    const none = { score: { label: null, unsure: false, probabilities: [0, 0, 0] }, truncated: false };
    expect(recordOf(questionKey(['a']), none, SENTIMENTS)).toBeNull();
  });
});

describe('a table', () => {
  test('finds what it holds and nothing else', () => {
    const table = new AnswerTable(64);
    table.set(record('one'));
    expect(table.get(questionKey(['one']))).toEqual(record('one'));
    expect(table.get(questionKey(['two']))).toBeNull();
  });

  test('holds no more than its room, the newest among it', () => {
    const table = new AnswerTable(64);
    for (let i = 0; i < 10_000; i++) {
      table.set(record(`text ${i}`));
      expect(table.get(questionKey([`text ${i}`]))).not.toBeNull();
    }
    expect(table.size).toBe(64);
  });

  test('does not count a record twice', () => {
    const table = new AnswerTable(64);
    for (let i = 0; i < 5; i++) table.set(record('one'));
    expect(table.size).toBe(1);
  });
});
