import { describe, expect, it } from 'vitest';
import { quotedIn } from '../helpers/said.ts';

describe('quotations in marks', () => {
  it.each<[string, string, string[]]>([
    [
      'a speaker after',
      '“We waited four hours,” Lena Brandt said.',
      ['We waited four hours, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a speaker before',
      'Lena Brandt said, “We waited four hours.”',
      ['We waited four hours. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'an inverted cue',
      '"We waited," said Lena Brandt, a nurse from Bergen.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a colon',
      'Lena Brandt told the council: “Nobody asked us.”',
      ['Nobody asked us. | Lena Brandt → Lena Brandt (named) | told | quotation'],
    ],
    [
      'a missing space',
      '“We waited,” saidMayor Lena Brandt.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a title',
      '“We waited,” Deputy Transport Minister Lena Brandt said.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'an office with its field',
      'According to Assistant Secretary for Harbor Safety Lena P. Brandt, “The pier was closed.”',
      ['The pier was closed. | Lena P. Brandt → Lena P. Brandt (named) | According to | quotation'],
    ],
    [
      'a calling before the name',
      '“We waited,” marine biologist and diver Lena Brandt wrote.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | wrote | quotation'],
    ],
    [
      'an apposition',
      '“We waited,” Lena Brandt, university professor, said.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a relative clause',
      '“We waited,” Lena Brandt, who lives in Bergen, Norway, said.',
      ['We waited, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'an office beyond its place',
      'Harbor Attorney General Lena Brandt of the Port Authority’s Safety Division said, “We waited.”',
      ['We waited. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a description',
      '“We waited,” a retired ferry pilot said.',
      ['We waited, | a retired ferry pilot → a retired ferry pilot (described) | said | quotation'],
    ],
    [
      'an anonymous source',
      '“We waited,” a source at the port told reporters.',
      ['We waited, | a source → a source (anonymous) | told | quotation'],
    ],
    [
      'a body',
      'The Harbor Workers’ Union said the plan “ignores the night shift”.',
      [
        'ignores the night shift | Harbor Workers’ Union → Harbor Workers’ Union (named) | said | quotation, mixed',
      ],
    ],
    [
      'nobody',
      '“Shame on you!” was shouted from the gallery.',
      ['Shame on you! | nobody | shouted | quotation'],
    ],
    [
      'a question before its cue',
      '“Is it safe?” Lena Brandt asked. “Who checked?”',
      ['Is it safe? Who checked? | Lena Brandt → Lena Brandt (named) | asked | quotation'],
    ],
    [
      'a split quotation',
      '“We waited,” Lena Brandt said, “and nobody came.”',
      ['We waited, and nobody came. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'more words after the cue',
      '“We waited,” Lena Brandt said. “Nobody came. Why?”',
      ['We waited, Nobody came. Why? | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'two cues',
      '“We waited,” Lena Brandt said, adding: “Nobody came.”',
      [
        'We waited, | Lena Brandt → Lena Brandt (named) | said | quotation',
        'Nobody came. | Lena Brandt → Lena Brandt (named) | adding | quotation',
      ],
    ],
    [
      'paragraphs that re-open their marks',
      'Lena Brandt said: “We waited.\n“Nobody came.”',
      ['We waited. Nobody came. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'a paragraph end inside marks',
      '“We waited.\nNobody came,” Lena Brandt said.',
      ['We waited. Nobody came, | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'marks inside marks',
      '“He told us ‘never’ twice,” Lena Brandt said.',
      ['He told us ‘never’ twice, | Lena Brandt → Lena Brandt (named) | said | quotation, nested'],
    ],
    [
      'a fragment',
      'Lena Brandt said the plan was “a slow farewell”.',
      ['a slow farewell | Lena Brandt → Lena Brandt (named) | said | quotation, mixed'],
    ],
    [
      'two fragments of one cue',
      'Lena Brandt called it “a farewell” and “a theft”.',
      ['a farewell a theft | Lena Brandt → Lena Brandt (named) | called | quotation, mixed'],
    ],
    [
      'the sentence’s last clause',
      'The talks aim at a “broad review of all sailings”, Harbor Minister Lena Brandt said.',
      ['broad review of all sailings | Lena Brandt → Lena Brandt (named) | said | quotation, mixed'],
    ],
    [
      'quoted by others',
      'State radio quoted Lena Brandt, an official at the port, as saying, “We waited.”',
      ['We waited. | Lena Brandt → Lena Brandt (named) | as saying | quotation'],
    ],
    [
      'a sentence that goes on in marks',
      'Lena Brandt said she would sue, “and so will the gulls”.',
      ['and so will the gulls | Lena Brandt → Lena Brandt (named) | said | quotation, mixed'],
    ],
    [
      'a signature',
      '“We waited four hours.” — Lena Brandt',
      ['We waited four hours. | Lena Brandt → Lena Brandt (named) | no cue | quotation'],
    ],
    [
      'a line of a transcript',
      '“BRANDT: We waited four hours for it.”',
      ['We waited four hours for it. | BRANDT → BRANDT (named) | no cue | quotation'],
    ],
    [
      'a headline',
      'Brandt: Ferry Plan ‘Is a Farce’',
      ['Is a Farce | Brandt → Brandt (named) | no cue | quotation, mixed'],
    ],
    [
      'German marks',
      'Lena Brandt said: „Wir haben gewartet.“',
      ['Wir haben gewartet. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'French marks',
      'Lena Brandt said: « On a attendu. »',
      ['On a attendu. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
    [
      'British marks',
      '‘The crew’s right,’ Lena Brandt said. ‘We waited.’',
      ['The crew’s right, We waited. | Lena Brandt → Lena Brandt (named) | said | quotation'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await quotedIn(text)).toEqual(expected);
  });
});

describe('marked words that nobody is quoted as saying', () => {
  it.each<[string, string]>([
    [
      'a scare quote',
      'Several “volunteers” have been arrested in the port, according to the Harbor Ministry.',
    ],
    ['a term', 'The notice speaks of “foreign hulls”, a term that the port uses for small boats.'],
    ['a book', 'Lena Brandt, author of the novel “The Long Way Home”, lives in Bergen.'],
    ['a programme', 'She spoke on the radio show “Morning Tide” on Friday.'],
    ['a group’s name', 'A group called “Open Water” met on Friday.'],
    ['a slogan', 'The pouches carry the slogan “Screens Off, Brains On” and cost little.'],
    ['a nickname', 'Jack “the Cat” Brandt left the port.'],
    ['a thing in a law', 'A rule lists sea otters among the “animals of special concern in coastal water”.'],
    [
      'words that are spoken of',
      'Within minutes “heard, not seen, and home by ten” was the most shared line.',
    ],
    ['a sentence to finish', 'They asked guests to finish the sentence “The port is…”.'],
    ['words that something is told of', '“Collusion on the high seas” brings a year in prison.'],
    [
      'a proverb that a thing is proof of',
      'The hit came back, proof, if any were needed, that “no news is good news”.',
    ],
    ['an everyday word at a distance', 'The “lifeline” routes were opened long ago.'],
  ])('%s', async (_, text) => {
    expect(await quotedIn(text)).toEqual([]);
  });
});
