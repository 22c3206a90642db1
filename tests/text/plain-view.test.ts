import { describe, expect, it } from 'vitest';
import { plainView } from '../../src/text/plain-view.ts';

const viewOf = (text: string): string => plainView(text)?.text ?? text;

describe('the plain view of a text', () => {
  it.each<[string, string, string]>([
    ['zero-width signs', '\u200BLena\u00AD \u2066Brandt\u2069', 'Lena Brandt'],
    [
      'emphasis',
      'Chair **Ingrid Solberg**, _tired_, said ***no***.',
      'Chair Ingrid Solberg, tired, said no.',
    ],
    ['links', 'said [Kari Moe](https://example.org/k "her café") today', 'said Kari Moe today'],
    ['pictures', 'A pier.![the pier](pier.jpg) It fell.', 'A pier. It fell.'],
  ])('leaves out %s', (_, text, expected) => {
    expect(viewOf(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ['stars between stories', 'One.\n\n* * *\n\nTwo.'],
    ['lists', '* one\n* two\n- three'],
    ['sums and oaths', 'It is 5 * 3 * 2, f***ing *** hell'],
    ['handles and names with underscores', '@_ana_ and @tom_r_ wrote snake_case_names'],
    ['brackets', 'the bridge [sic] (pictured)'],
    ['lines of a poem', 'Short lines\nstay lines\n\nand so\ndo these'],
  ])('keeps %s', (_, text) => {
    expect(plainView(text)).toBeNull();
  });

  it('joins the lines of a hard-wrapped paragraph', () => {
    const line = 'The council of Westmere voted on Monday to close the old swimming';
    expect(viewOf(`${line}\r\n${line}\r\n${line}\r\n\r\n${line}\r\nbaths.`)).toBe(
      `${line} ${line} ${line}\r\n\r\n${line} baths.`,
    );
  });

  const LINE = 'I have read your letter on the ferry, once by daylight and once';
  it.each<[string, string, string]>([
    [
      'a mail with a short greeting and signature',
      `Dear Tom,\n\n${LINE}\n${LINE}\n${LINE}\nat night.\n\nYours,\nIda Holm\nVik\n`,
      `Dear Tom,\n\n${LINE} ${LINE} ${LINE} at night.\n\nYours, Ida Holm Vik\n`,
    ],
    [
      'an answer above quoted lines',
      `${LINE}\n${LINE}\n${LINE}\nat night.\n\nOn 3 May, Ida wrote:\n> No.\n> Never.\n`,
      `${LINE} ${LINE} ${LINE} at night.\n\nOn 3 May, Ida wrote:\n> No.\n> Never.\n`,
    ],
    ['one paragraph alone', `${LINE}\n${LINE}\n${LINE}\nat night.\n`, `${LINE} ${LINE} ${LINE} at night.\n`],
  ])('joins the lines of %s', (_, text, expected) => {
    expect(viewOf(text)).toBe(expected);
  });

  it('keeps lines that each hold a sentence', () => {
    expect(plainView(`${LINE}.\n${LINE}.\n${LINE}.\n${LINE}.\n`)).toBeNull();
  });

  it('leads back to what was written', () => {
    const text = 'said **Lena\u00AD Brandt** today';
    const view = plainView(text)!;
    const start = view.text.indexOf('Lena');
    const span = view.back({ start, end: start + 'Lena Brandt'.length });
    expect(text.slice(span.start, span.end)).toBe('Lena\u00AD Brandt');
  });
});
