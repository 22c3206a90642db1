import { describe, expect, it } from 'vitest';
import { saidIn } from '../helpers/said.ts';

describe('reported speech', () => {
  it.each<[string, string[]]>([
    [
      'Lena Brandt said that the pier was closed.',
      ['the pier was closed | Lena Brandt → Lena Brandt (named) | said | quotation, indirect'],
    ],
    [
      'The pier was closed on Friday, Lena Brandt said.',
      ['The pier was closed on Friday | Lena Brandt → Lena Brandt (named) | said | quotation, indirect'],
    ],
    [
      'According to the Harbor Ministry, the pier was closed.',
      [
        'the pier was closed | Harbor Ministry → Harbor Ministry (named) | According to | quotation, indirect',
      ],
    ],
    [
      'The pier was closed, according to the police.',
      ['The pier was closed | the police → the police (described) | according to | quotation, indirect'],
    ],
    [
      'Brandt told the council on Friday that the pier was closed.',
      ['the pier was closed | Brandt → Brandt (named) | told | quotation, indirect'],
    ],
    [
      'Oslo said it had closed the pier, while Bergen said its ships had left.',
      [
        'it had closed the pier | Oslo → Oslo (named) | said | quotation, indirect',
        'its ships had left | Bergen → Bergen (named) | said | quotation, indirect',
      ],
    ],
    ['Lena Brandt demanded a vote and declined to say more.', []],
    ['The council announced the decision on Friday.', []],
    [
      'Lena Brandt said the plan was “a farewell” to the island.',
      ['a farewell | Lena Brandt → Lena Brandt (named) | said | quotation, mixed'],
    ],
  ])('%s', async (text, expected) => {
    expect(await saidIn(text)).toEqual(expected);
  });
});
