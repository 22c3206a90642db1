import { describe, expect, test } from 'vitest';
import type { Speaker } from '../../src/reaction.ts';
import { voiceOf } from '../../src/aggregate/voice.ts';
import { post, quotation } from '../helpers/reactions.ts';

const speaker = (name: string, form: Speaker['form'], words = name): Speaker => ({
  name,
  form,
  mention: { text: words, start: 0, end: words.length },
});
const keyOf = (...args: Parameters<typeof voiceOf>) => voiceOf(...args)?.key;

describe('the same voice', () => {
  test('an account by its id, whatever it calls itself', () => {
    const author = (name: string) => ({ id: '7', handle: 'lena', name });
    expect(keyOf(post(1, { author: author('Lena') }))).toBe(keyOf(post(2, { author: author('Lena ⛴') })));
  });

  test('a handle with and without its sign, in any case', () => {
    const author = (handle: string) => ({ id: null, handle, name: null });
    expect(keyOf(post(1, { author: author('@Lena') }))).toBe(keyOf(post(2, { author: author('lena') })));
  });

  test('a name in two quotations', () => {
    expect(keyOf(quotation(1, 'Lena Brandt'))).toBe(keyOf(quotation(90, 'Lena  Brandt')));
  });

  test('a pronoun that was resolved', () => {
    const she = quotation(90, 'she', { speaker: speaker('Lena Brandt', 'pronoun', 'she') });
    expect(keyOf(she)).toBe(keyOf(quotation(1, 'Lena Brandt')));
  });
});

describe('the same voice, too', () => {
  test('a description that was resolved to a name', () => {
    const minister = quotation(90, 'x', { speaker: speaker('Lena Brandt', 'described', 'the minister') });
    expect(keyOf(minister)).toBe(keyOf(quotation(1, 'Lena Brandt')));
  });
});

describe('different voices', () => {
  test('accounts of one name', () => {
    const author = (id: string) => ({ id, handle: null, name: 'Anna' });
    expect(keyOf(post(1, { author: author('1') }))).not.toBe(keyOf(post(2, { author: author('2') })));
  });

  test('one description in two stories', () => {
    const pilot = { speaker: speaker('a retired pilot', 'described') };
    expect(keyOf(quotation(1, 'x', { ...pilot, story: 0 }))).not.toBe(
      keyOf(quotation(9, 'x', { ...pilot, story: 1 })),
    );
  });
});

describe('nobody who can be told', () => {
  test.each([
    ['no speaker', quotation(1, null)],
    ['an anonymous one', quotation(1, 'x', { speaker: speaker('another user', 'anonymous') })],
    ['a pronoun left alone', quotation(1, 'x', { speaker: speaker('she', 'pronoun', 'She') })],
    ['a row without author', post(1, { author: null, speaker: null })],
  ])('%s', (_, reaction) => {
    expect(voiceOf(reaction)).toBeNull();
  });
});
