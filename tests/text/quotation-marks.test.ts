import { describe, expect, it } from 'vitest';
import { type Marked, markedIn } from '../../src/text/quotation-marks.ts';

const wordsOf = (text: string, marked: readonly Marked[]): string[] =>
  marked.map(({ start, end }) => text.slice(start, end));

describe('words between quotation marks', () => {
  it.each<[string, string, string[]]>([
    ['curly', 'He said “go now” and left.', ['go now']],
    ['straight', 'He said "go now," then "stay."', ['go now,', 'stay.']],
    ['British single', '‘Go,’ she said. ‘Now.’', ['Go,', 'Now.']],
    ['typed single', "'I can't go,' she said.", ["I can't go,"]],
    ['German', 'Er sagte: „Ja, gern“, und ging.', ['Ja, gern']],
    ['reversed guillemets', 'Er sagte: »Nein« und ging.', ['Nein']],
    ['French, spaces inside', '« Oui, volontiers », dit-elle.', ['Oui, volontiers']],
    ['Japanese', '田中は「行く」と言った。He said: 「Stay.」', ['行く', 'Stay.']],
    ['typed pairs', "``All of it,'' he said.", ['All of it,']],
    ['wrong closing sign', '“Go“ he said.', ['Go']],
    [
      'a plural possessive inside single marks',
      '‘The workers’ rights matter,’ he said.',
      ['The workers’ rights matter,'],
    ],
    ['apostrophes are no marks', "'Tis the crew's boat, and the sailors' choice.", []],
    ['inches are no marks', 'She is 5\'10" tall and said "yes".', ['yes']],
    ['a mark that never closes', 'She called it "odd and left.', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text, markedIn(text))).toEqual(expected);
  });

  it('keeps marks inside marks inside', () => {
    const text = '“He told me ‘never’ twice,” she said.';
    const [outer] = markedIn(text);
    expect(wordsOf(text, [outer!])).toEqual(['He told me ‘never’ twice,']);
    expect(wordsOf(text, outer!.inner)).toEqual(['never']);
  });

  it('keeps Japanese marks inside marks inside', () => {
    const text = '「彼は『もう行く』と言った」';
    const [outer, ...rest] = markedIn(text);
    expect(rest).toEqual([]);
    expect(wordsOf(text, outer!.inner)).toEqual(['もう行く']);
  });

  it('runs on where the next paragraph opens its marks again', () => {
    const text = '“One.\n\n“Two,” he said.';
    expect(markedIn(text).map(({ start, end, runsOn }) => [text.slice(start, end), runsOn])).toEqual([
      ['One.', true],
      ['Two,', false],
    ]);
  });

  it('runs across a paragraph end where the mark closes only there', () => {
    const text = '“One.\nTwo,” he said.';
    expect(wordsOf(text, markedIn(text))).toEqual(['One.\nTwo,']);
  });

  it('leaves the outer marks out and gives their place', () => {
    const text = 'So “it is”.';
    expect(markedIn(text)[0]).toMatchObject({ start: 4, end: 9, outer: { start: 3, end: 10 } });
  });
});
