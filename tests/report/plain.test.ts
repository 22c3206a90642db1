import { expect, test } from 'vitest';
import { oneLine } from '../../src/report/plain.ts';

test('a name of ten megabytes is cut before it is looked at', () => {
  expect(oneLine('x'.repeat(10_000_000))).toHaveLength(4_000);
});

test.each([
  ['lines and tabs become spaces', 'one\r\n\ttwo', 'one two'],
  ['colour is taken out', '\u001B[31mred\u001B[0m', 'red'],
  ['a window title is taken out', '\u001B]0;owned\u0007words', 'words'],
  ['a link is reduced to its words', '\u001B]8;;http://x.example\u001B\\here\u001B]8;;\u001B\\', 'here'],
  ['a screen that would be cleared is not', '\u001B[2J\u001B[Hwords', 'words'],
  ['one-byte escapes go too', '\u009B31mred\u0085', '31mred'],
  ['marks that turn the direction go', '\u202Eevil\u202C', 'evil'],
  ['a bell and a backspace go', 'a\u0007\u0008b', 'ab'],
  ['letters of every script stay', 'پل بسته است 小林 é 👍🏽', 'پل بسته است 小林 é 👍🏽'],
])('%s', (_, text, expected) => {
  expect(oneLine(text)).toBe(expected);
});
