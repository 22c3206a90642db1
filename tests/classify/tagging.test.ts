import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedTokens } from '../../src/classify/alignment.ts';
import { modelFolder, modelPlaces } from '../../src/classify/folder.ts';
import { openModel } from '../../src/classify/runtime.ts';
import { spansOf, windowsOf } from '../../src/classify/tagging.ts';

const model = await openModel(modelFolder('sentence-encoder', modelPlaces(undefined, {})).path);

describe('aligned tokens', () => {
  test.each([
    'She said: “It’s café-au-lait, isn’t it?” — and left.',
    'Prices rose 3.5% (to €1,200) on Tuesday…',
    '你好 world, naïve Ünïcödé',
    'family 👨‍👩‍👧 and flag 🇫🇷!',
    '</s> [SEP] <mask> [CLS]',
  ])('are those of the whole text: %s', (text) => {
    expect(alignedTokens(text, model).map((it) => it.token)).toEqual(model.tokens(text));
  });

  test('are those of the whole text, whatever it is', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(alignedTokens(text, model).map((it) => it.token)).toEqual(model.tokens(text));
      }),
    );
  });

  test('carry the exact place of their word', () => {
    const text = 'a 😀 “bridge”';
    const found = alignedTokens(text, model).filter((it) => it.leads);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['a', '😀', '“', 'bridge', '”']);
  });
});

describe('windows', () => {
  test('read each token once, in order, and never hold more than fits', () => {
    assert(
      property(integer({ min: 0, max: 2000 }), integer({ min: 8, max: 300 }), (length, room) => {
        const windows = windowsOf(length, room);
        const read = windows.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
        expect(read).toEqual(Array.from({ length }, (_, i) => i));
        for (const { start, end, from, to } of windows) {
          expect(end - start).toBeLessThanOrEqual(room);
          expect(from).toBeGreaterThanOrEqual(start);
          expect(to).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});

describe('spans', () => {
  const words = (...ends: number[]) =>
    ends.map((end, i) => ({ token: 1, leads: true, start: i === 0 ? 0 : ends[i - 1]! + 1, end }));
  const tag = (label: string, score = 1) => ({
    role: label === 'O' ? null : (label.slice(2) as 'source' | 'cue' | 'content'),
    begins: label.startsWith('B'),
    score,
  });

  test('join words of one role and end at another', () => {
    const found = spansOf(words(3, 7, 12), [tag('B-source', 0.8), tag('I-source', 0.6), tag('B-cue')]);
    expect(found).toEqual([
      { role: 'source', start: 0, end: 7, score: expect.closeTo(0.7, 9) as number },
      { role: 'cue', start: 8, end: 12, score: 1 },
    ]);
  });

  test('begin anew where the model says so', () => {
    const found = spansOf(words(3, 7), [tag('B-content'), tag('B-content')]);
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [4, 7],
    ]);
  });

  test('an inside without a beginning still is a span', () => {
    expect(spansOf(words(3, 7), [tag('O'), tag('I-cue')])).toEqual([
      { role: 'cue', start: 4, end: 7, score: 1 },
    ]);
  });

  test('the first token of a word speaks for the word', () => {
    const tokens = [
      { token: 1, leads: true, start: 0, end: 8 },
      { token: 2, leads: false, start: 0, end: 8 },
    ];
    expect(spansOf(tokens, [tag('B-cue'), tag('B-source')])).toEqual([
      { role: 'cue', start: 0, end: 8, score: 1 },
    ]);
  });
});
