import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { worded } from '../../src/classify/emoji.ts';
import { cut, LONGEST_TEXT, normalised } from '../../src/classify/normalise.ts';

/** The training recipe's own tests hold it to the same file. */
const PREPARED = JSON.parse(
  readFileSync(new URL('../fixtures/prepared-texts.json', import.meta.url), 'utf8'),
) as {
  readonly texts: readonly { readonly given: string; readonly normalised: string; readonly worded: string }[];
  readonly emoji: Readonly<Record<string, string>>;
};

describe('a post as the models read it', () => {
  test.each([
    ['user names become @user', 'Hello @ann_k and @Bob99!', 'Hello @user and @user!'],
    ['an e-mail address stays', 'write to ann@example.org', 'write to ann@example.org'],
    ['links become http', 'see https://example.org/a?b=1 now', 'see http now'],
    ['links without a scheme too', 'see www.example.org/a now', 'see http now'],
    ['a link that holds a user name is one link', 'https://example.org/@ann', 'http'],
    ['white space is one space', '  so\n\nmany\t lines \u00a0', 'so many lines'],
    ['case, hashtags, emoji and punctuation stay', 'WOW!! #Ferry 😂👍🏽', 'WOW!! #Ferry 😂👍🏽'],
    ['NULs are dropped', 'to\u0000day', 'today'],
    ['halves of surrogate pairs are dropped', 'a\ud83db \ude00c', 'ab c'],
    ['whole pairs stay', 'a😀b', 'a😀b'],
    ['control tokens of models stay characters', '</s> [SEP] <mask>', '</s> [SEP] <mask>'],
    ['nothing is nothing', ' \u0000\n ', ''],
  ])('%s', (_, text, expected) => {
    expect(normalised(text)).toBe(expected);
  });

  test('only the beginning of an endless text is looked at', () => {
    expect(normalised('x'.repeat(3_000_000))).toHaveLength(LONGEST_TEXT);
  });

  test('a text is never cut through an emoji', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀', 4)).toBe('ab😀');
  });
});

describe('a text is prepared as the training recipe prepares it', () => {
  test.each(PREPARED.texts)('$given', (it) => {
    expect(normalised(it.given)).toBe(it.normalised);
    expect(worded(normalised(it.given))).toBe(it.worded);
  });

  test('emoji that tell a feeling are words, others stay', () => {
    for (const [emoji, word] of Object.entries(PREPARED.emoji)) expect(worded(emoji)).toBe(word);
    expect(worded('🚢 👍🏽 📅')).toBe('🚢 great 📅');
  });
});
