import { assert, integer, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedTokens } from '../../src/classify/alignment.ts';
import { modelFolder, modelPlaces } from '../../src/classify/folder.ts';
import { openModel } from '../../src/classify/runtime.ts';
import { spansOf, taggedSpans, windowsOf } from '../../src/classify/tagging.ts';

const model = await openModel(modelFolder('sentence-encoder', modelPlaces(undefined, {})).path);

describe('aligned tokens', () => {
  test.each([
    'She said: “It’s café-au-lait, isn’t it?” — and left.',
    'Prices rose 3.5% (to $7) on Tuesday…',
    '你好 world, naïve Ünïcödé',
    '[SEP] <mask> [CLS]',
  ])('are those of the whole text where both cut alike: %s', (text) => {
    expect(alignedTokens(text, model).map((it) => it.token)).toEqual(model.tokens(text));
  });

  test('lie in order and leave nothing but white space out, whatever the text is', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = alignedTokens(text, model).filter((it) => it.leads);
        const between = words.map(({ start }, i) => text.slice(words[i - 1]?.end ?? 0, start));
        expect([...between, text.slice(words.at(-1)?.end ?? 0)].join('').trim()).toBe('');
      }),
    );
  });

  test('carry the exact place of their word', () => {
    const text = 'a 😀 “bridge”';
    const found = alignedTokens(text, model).filter((it) => it.leads);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['a', '😀', '“', 'bridge', '”']);
  });

  test('show a line break as a pilcrow', () => {
    const [, found] = alignedTokens('a\n\n  b', model);
    expect(found).toEqual({ token: model.tokens('¶')[0], leads: true, start: 1, end: 5 });
  });

  test('what the vocabulary lacks is there all the same', () => {
    expect(alignedTokens('\u200b', model)).toEqual([{ token: model.unknown, leads: true, start: 0, end: 1 }]);
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

describe('the tagger that ships', () => {
  const TEXT = `The mayor, Ada Quill, said on Monday that the bridge would open in May.

“We are proud of it,” she told reporters.
`;

  test('finds who says what, at its exact place', async () => {
    const folder = modelFolder('quotation-tagger', modelPlaces(undefined, {}));
    const found = await taggedSpans(await openModel(folder.path), TEXT, folder.metadata);
    const words = (role: string) =>
      found.filter((it) => it.role === role).map(({ start, end }) => TEXT.slice(start, end));
    expect(words('cue')).toEqual(expect.arrayContaining(['said', 'told']));
    expect(words('source').join()).toContain('Ada Quill');
    expect(words('content').join()).toMatch(/the bridge would open in May.*We are proud of it/s);
  });

  test('finds the same in a long text as in a short one, away from its edges', async () => {
    const folder = modelFolder('quotation-tagger', modelPlaces(undefined, {}));
    const tagger = await openModel(folder.path);
    const long = `${'Nothing else happened in the town that day. '.repeat(60)}\n\n${TEXT}`;
    const found = await taggedSpans(tagger, long, folder.metadata);
    expect(found.map(({ start, end }) => long.slice(start, end)).join()).toContain('We are proud of it');
    for (const { start, end, score } of found) {
      expect(end).toBeGreaterThan(start);
      expect(score).toBeGreaterThan(0);
    }
  });
});
