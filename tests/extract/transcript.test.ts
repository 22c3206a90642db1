import { describe, expect, it } from 'vitest';
import { quotedIn } from '../helpers/said.ts';

describe('speech set without marks', () => {
  it('is read from lines with labels in capitals', async () => {
    const text =
      'Mayor Lena Brandt met him.\nBRANDT: We waited four hours.\nEK: Nobody told us ‘anything’. Why?\n';
    expect(await quotedIn(text)).toEqual([
      'We waited four hours. | BRANDT → Lena Brandt (named) | no cue | quotation',
      'Nobody told us ‘anything’. Why? | EK → EK (named) | no cue | quotation, nested',
    ]);
  });

  it('is read from names before colons where the same ones come back', async () => {
    const text = 'Brandt: We waited.\nThomas Ek: Nobody came.\nBrandt: Why?\nThomas Ek: It rained.\n';
    expect((await quotedIn(text)).map((line) => line.split(' | ')[0])).toEqual([
      'We waited.',
      'Nobody came.',
      'Why?',
      'It rained.',
    ]);
  });

  it('is read from full names first and surnames later', async () => {
    const text = 'Lena Brandt: Why?\n\nThomas Ek: It rained.\n\nBrandt: And then?\n\nEk: It snowed.\n';
    expect(await quotedIn(text)).toEqual([
      'Why? | Lena Brandt → Lena Brandt (named) | no cue | quotation',
      'It rained. | Thomas Ek → Thomas Ek (named) | no cue | quotation',
      'And then? | Brandt → Lena Brandt (named) | no cue | quotation',
      'It snowed. | Ek → Thomas Ek (named) | no cue | quotation',
    ]);
  });

  it('is read from callings before colons, without what is done meanwhile', async () => {
    const text =
      'Mayor: (angrily) Where is it?\nNurse: It sank.\nMayor: It what?\nNurse: (shrugs) It sank.\n';
    expect((await quotedIn(text)).map((line) => line.split(' → ')[0])).toEqual([
      'Where is it? | Mayor',
      'It sank. | Nurse',
      'It what? | Mayor',
      'It sank. | Nurse',
    ]);
  });

  it('is not read from a list of facts', async () => {
    const text =
      'When: Friday at noon.\nWhere: The old pier.\nWhen: Monday.\nWhere: The hall.\nPrice: Nothing.\n';
    expect(await quotedIn(text)).toEqual([]);
  });

  it('is read from dialogue dashes where one names who speaks', async () => {
    const text =
      '— We waited four hours, said Lena Brandt. Nobody came.\n— Why? asked Thomas Ek.\n— It rained.\n';
    expect(await quotedIn(text)).toEqual([
      'We waited four hours, Nobody came. | Lena Brandt → Lena Brandt (named) | said | quotation',
      'Why? | Thomas Ek → Thomas Ek (named) | asked | quotation',
      'It rained. | nobody | no cue | quotation',
    ]);
  });

  it('is not read from a list with dashes', async () => {
    expect(await quotedIn('— Bread and butter\n— Milk\n— Eggs\n')).toEqual([]);
  });
});

it('leaves capitals before a colon as run-in heads where most such lines quote somebody', async () => {
  const text = `SCHOOLS: Lessons start at ten. “We are grateful, and early,” the union said.

FISHING: Trawling will end in June. “The sea floor is not a lawn,” said Rasmus Toft.
`;
  expect(await quotedIn(text)).toEqual([
    'We are grateful, and early, | the union → the union (described) | said | quotation',
    'The sea floor is not a lawn, | Rasmus Toft → Rasmus Toft (named) | said | quotation',
  ]);
});

describe('a screenplay', () => {
  const scene =
    'INT. KITCHEN - NIGHT\n\nANNA\nI never liked that clock.\n\nTOM\n(quietly)\nIt never\nliked you.\n\nANNA (CONT’D)\nFair enough.\n\nThey laugh.\n';

  it('has names in capitals above the words', async () => {
    expect(await quotedIn(scene)).toEqual([
      'I never liked that clock. | ANNA → ANNA (named) | no cue | quotation',
      'It never liked you. | TOM → TOM (named) | no cue | quotation',
      'Fair enough. | ANNA → ANNA (named) | no cue | quotation',
    ]);
  });

  it.each<[string, string]>([
    ['beside the name', 'MAYOR (angrily)\nWhere is the boat?\n\nCLERK\nIt sank.\n'],
    ['below the name', 'MAYOR\n(angrily)\nWhere is the boat?\n\nCLERK\nIt sank.\n'],
  ])('has two speeches at least where one is told how to speak, %s', async (_, text) => {
    expect(await quotedIn(text)).toEqual([
      'Where is the boat? | MAYOR → MAYOR (named) | no cue | quotation',
      'It sank. | CLERK → CLERK (named) | no cue | quotation',
    ]);
  });

  it('is none where agencies stand under headings in capitals', async () => {
    expect(
      await quotedIn('SCHOOLS\n(Harbour News)\nLessons start at ten.\n\nTHE PORT\nIt is closed.\n'),
    ).toEqual([]);
  });

  it('is none where headings in capitals stand above prose', async () => {
    const text = 'SCHOOLS\nLessons start at ten.\n\nFISHING\nTrawling ends.\n\nTHE PORT\nIt is closed.\n';
    expect(await quotedIn(text)).toEqual([]);
  });
});
