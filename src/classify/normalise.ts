/**
 * A post as the models were taught to read it. `models/training/text.py` prepares the training texts by
 * the same three steps, in the same order; scores shift where the two differ:
 *
 * 1. links, `http://`, `https://` or `www.` up to the next white space, become `http`;
 * 2. user names, `@` and letters, digits or `_` (not inside an e-mail address), become `@user`;
 * 3. runs of white space become one space, and the ends are trimmed.
 *
 * Case, hashtags, emoji and punctuation stay. What no model can see anyway, NULs and halves of surrogate
 * pairs, is dropped first, so that it neither hides a user name nor makes two equal posts differ.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const LINK = /(?:https?:\/\/|www\.)\S+/gi;
const USER = /(?<![A-Za-z0-9_@.])@[A-Za-z0-9_]+/g;
const SPACE = /\s+/g;

/** Longest text that is looked at, in UTF-16 code units: several times what any model takes in. */
export const LONGEST_TEXT = 8_000;

/**
 * @example
 * normalised('@ann_k  see https://example.org/1 !') // '@user see http !'
 */
export function normalised(text: string): string {
  return cut(text, LONGEST_TEXT)
    .replace(UNSEEN, '')
    .replace(LINK, 'http')
    .replace(USER, '@user')
    .replace(SPACE, ' ')
    .trim();
}

/** Cuts to at most `length` code units, never through a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
