import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { AnswerDesk } from '../../src/batch/answer-desk.ts';
import { AnswerTable } from '../../src/batch/answer-table.ts';
import type { Judged } from '../../src/classify/models.ts';
import type { SentimentScore, StanceScore } from '../../src/reaction.ts';

const sentiment: SentimentScore = {
  label: 'positive',
  negative: 0.0301,
  neutral: 0.1,
  positive: 0.8699,
  unsure: false,
};
const stance = (target: string): StanceScore => ({
  target,
  label: 'against',
  favor: 0,
  against: 0.6,
  none: 0.4,
  unsure: true,
});

/** Models that take their time, and what they were asked, call by call. */
function recorded(): { calls: string[][]; desk: AnswerDesk } {
  const calls: string[][] = [];
  const models = {
    languages: ['en'],
    async judgedSentiment(texts: readonly string[]): Promise<Judged<SentimentScore>[]> {
      calls.push([...texts]);
      await pause(5);
      return texts.map((text) => ({ score: sentiment, truncated: text === 'long' }));
    },
    async judgedStance(pairs: readonly { text: string; target: string }[]): Promise<Judged<StanceScore>[]> {
      calls.push(pairs.map(({ text, target }) => `${text} → ${target}`));
      return pairs.map(({ target }) => ({ score: stance(target), truncated: false }));
    },
  };
  const desk = new AnswerDesk(models, new AnswerTable(1024), { names: { sentiment: 'a', stance: 'b' } });
  return { calls, desk };
}

describe('the desk', () => {
  test('asks each question once, also while its answer is on the way', async () => {
    const { calls, desk } = recorded();
    const [first, second] = await Promise.all([
      desk.judgedSentiment(['one', 'two', 'one']),
      desk.judgedSentiment(['two', 'three']),
    ]);
    await desk.judgedSentiment(['three', 'one']);
    expect(calls.flat().toSorted()).toEqual(['one', 'three', 'two']);
    expect([first.length, second.length]).toEqual([3, 2]);
    expect(desk.asked).toBe(3);
    expect(desk.open).toBe(0);
  });

  test('gives from memory exactly what the models said', async () => {
    const { desk } = recorded();
    const fresh = [
      await desk.judgedSentiment(['long']),
      await desk.judgedStance([{ text: 'a', target: 'b' }]),
    ];
    const kept = [
      await desk.judgedSentiment(['long']),
      await desk.judgedStance([{ text: 'a', target: 'b' }]),
    ];
    expect(kept).toEqual(fresh);
    expect(kept[0]).toEqual([{ score: sentiment, truncated: true }]);
    expect(kept[1]).toEqual([{ score: stance('b'), truncated: false }]);
  });

  test('tells one target from another', async () => {
    const { calls, desk } = recorded();
    await desk.judgedStance([
      { text: 'a', target: 'b' },
      { text: 'a', target: 'c' },
    ]);
    expect(calls).toEqual([['a → b', 'a → c']]);
  });

  test('puts what has gathered to the models together', async () => {
    const { calls, desk } = recorded();
    await Promise.all(Array.from({ length: 50 }, (_, i) => desk.judgedSentiment([`text ${i}`])));
    // Two calls were under way at once; the rest waited and went together.
    expect(calls.map((call) => call.length)).toEqual([1, 1, 48]);
  });

  test('fails for those who asked where the models fail', async () => {
    const failing = {
      languages: ['en'],
      judgedSentiment: () => Promise.reject(new Error('no model')),
      judgedStance: () => Promise.reject(new Error('no model')),
    };
    const desk = new AnswerDesk(failing, new AnswerTable(64), { names: { sentiment: '', stance: '' } });
    await expect(desk.judgedSentiment(['one'])).rejects.toThrow('no model');
    expect(desk.open).toBe(0);
  });
});
