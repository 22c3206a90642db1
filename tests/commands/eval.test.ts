import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { evaluation } from '../../src/commands/eval.ts';
import type { LabelAgreement } from '../../src/commands/label-agreement.ts';
import type { LabelScores } from '../../src/commands/label-scores.ts';
import { HearsayError } from '../../src/errors.ts';
import { testIo } from '../helpers/io.ts';
import { freshDirectory } from '../helpers/program.ts';

const folder = freshDirectory();

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs `hearsay eval ARGS` and gives what it printed. */
async function evaluated(...args: string[]): Promise<string> {
  const io = testIo();
  await evaluation.build(io).exitOverride().parseAsync(args, { from: 'user' });
  return io.printed();
}

async function refusal(...args: string[]): Promise<string> {
  const error: unknown = await evaluated(...args).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(HearsayError);
  return `${(error as HearsayError).exitCode}: ${(error as HearsayError).line.replaceAll(folder, '')}`;
}

const scoresOf = async (...args: string[]): Promise<LabelScores> =>
  JSON.parse(await evaluated(...args, '--json')) as LabelScores;

/** Texts that no sentiment model gets wrong, but for the last label, which is wrong on purpose. */
const SENTIMENT = `id,text,label
1,"What a wonderful evening, thank you all!",positive
2,"This is a disgrace, they lied to us again.",Negative
3,The council meets on Monday at 10:30 in the town hall.,neutral
4,I absolutely love the new library!,negative
5,Nobody has labelled this.,
6,"Das ist wirklich eine sehr schlechte Nachricht für alle Leute hier im Ort.",negative
`;

describe('hearsay eval sentiment', () => {
  const path = file('sentiment.csv', SENTIMENT);

  test('counts what is right, what is missed and what was not asked', async () => {
    const scores = await scoresOf('sentiment', path);
    expect(scores).toMatchObject({ task: 'sentiment', rows: 5, unlabelled: 1, rejected: 0, withheld: 1 });
    expect(scores.models).toEqual(['sentiment-small']);
    expect(scores.confusion).toEqual({
      labels: ['negative', 'neutral', 'positive'],
      counts: [
        [1, 0, 1, 1],
        [0, 1, 0, 0],
        [0, 0, 1, 0],
      ],
    });
    expect(scores.accuracy).toBeCloseTo(3 / 5, 12);
    expect(scores.headline.measure).toBe('macro-recall');
    expect(scores.headline.score).toBeCloseTo((1 / 3 + 1 + 1) / 3, 12);
    expect(scores.headline.lo).toBeLessThan(scores.headline.score);
  });

  test('prints it for a person', async () => {
    const text = await evaluated('sentiment', path);
    expect(text).toContain(
      '5 rows, 1 of them not asked about (no text or another language), 1 without a label',
    );
    expect(text).toMatch(/^true \\ found {2}negative {2}neutral {2}positive {2}nothing$/m);
    expect(text).toMatch(/^macro-recall +77\.78 {2}\(95 %: \d+\.\d\d–\d+\.\d\d\)$/m);
    expect(text).toMatch(/^expected calibration error 0\.\d{4}$/m);
  });

  test('reads NDJSON, compressed or not, like CSV', async () => {
    const rows = [
      { text: 'What a wonderful evening, thank you all!', label: 'positive' },
      { text: 'This is a disgrace, they lied to us again.', label: 'negative' },
    ];
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    const plain = await scoresOf('sentiment', file('plain.ndjson', lines));
    const packed = await scoresOf('sentiment', file('packed.ndjson.gz', gzipSync(lines)));
    expect(plain.accuracy).toBe(1);
    expect(packed).toEqual({ ...plain, file: packed.file });
  });

  test('takes columns by name or number', async () => {
    const other = file('other.csv', 'what,gold\nLovely evening!,positive\n');
    expect(
      (await scoresOf('sentiment', other, '--text-column', 'What', '--label-column', '2')).accuracy,
    ).toBe(1);
  });

  test('takes the names that others give to labels, and those that it is told', async () => {
    const names = file('names.csv', 'text,label\nLovely evening!,POS\n"Disgusting, awful.",neg\n');
    expect((await scoresOf('sentiment', names)).accuracy).toBe(1);
    const numbers = file('numbers.csv', 'text,label\nLovely evening!,2\n"Disgusting, awful.",0\n');
    expect((await scoresOf('sentiment', numbers, '--values', '0=negative,2=positive')).accuracy).toBe(1);
    expect(await refusal('sentiment', numbers, '--values', '0=bad')).toBe(
      '2: --values says "0=bad", which gives no label. Write it as in --values 0=negative,1=neutral.',
    );
  });

  test('holds to the rows on which no calibration is fitted', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},Lovely evening!,positive`);
    const scores = await scoresOf(
      'sentiment',
      file('many.csv', `id,text,label\n${rows.join('\n')}\n`),
      '--held-out',
    );
    expect(scores.rows).toBeGreaterThan(8);
    expect(scores.rows).toBeLessThan(32);
  });
});

describe('hearsay eval stance', () => {
  const path = file(
    'stance.csv',
    `text,target,label,source
"I love the new tram, best thing this town ever did.",the tram,favor,a
"The tram is a disaster, stop it now!",the tram,against,a
The tram opens on Monday.,the tram,none,b
"I hate the new bridge, tear it down.",the bridge,against,b
`,
  );

  test('scores over all rows, per target and per data set', async () => {
    const scores = await scoresOf('stance', path, '--model', 'small');
    expect(scores.models).toEqual(['stance-small']);
    expect(scores.targets!.groups.map(({ name, n }) => [name, n])).toEqual([
      ['the tram', 3],
      ['the bridge', 1],
    ]);
    expect(scores.sources!.groups.map(({ name, n }) => [name, n])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    const [first, second] = scores.targets!.groups;
    expect(scores.targets!.twoSided).toBeCloseTo((first!.twoSided + second!.twoSided) / 2, 12);
    expect(scores.headline.measure).toBe('mean F1 of favor and against');
  });

  test('takes each data set by its own measure where that is said', async () => {
    const { sources, ownMeasure } = await scoresOf('stance', path, '--two-sided', 'a');
    const [a, b] = sources!.groups;
    expect(ownMeasure!.score).toBeCloseTo((a!.twoSided + b!.macroF1) / 2, 12);
    expect(ownMeasure!.lo).toBeLessThanOrEqual(ownMeasure!.score);
    expect(await evaluated('stance', path, '--two-sided', 'a')).toMatch(
      /^mean, each by its own measure \(without none: a\) {2}\d+\.\d\d {2}\(95 %: \d+\.\d\d–\d+\.\d\d\)$/m,
    );
  });

  test('tells how each data set was mistaken', async () => {
    const { sources, confusion } = await scoresOf('stance', path, '--model', 'small');
    const summed = confusion.counts.map((row, i) =>
      row.map((_, j) => sources!.groups.reduce((sum, it) => sum + it.confusion.counts[i]![j]!, 0)),
    );
    expect(summed).toEqual(confusion.counts);
  });

  test('scores targets of a training file apart from those that are new', async () => {
    const training = file('training.csv', 'id,Target,label\n1,THE  tram,favor\n2,a dam,none\n');
    const { seen, targets } = await scoresOf('stance', path, '--seen', training, '--model', 'small');
    expect(seen).toMatchObject({ file: training, seen: { n: 3, targets: 1 }, unseen: { n: 1, targets: 1 } });
    expect(seen!.seen.twoSided.score).toBeCloseTo(targets!.groups[0]!.twoSided, 12);
    expect(seen!.unseen.macroF1.score).toBeCloseTo(targets!.groups[1]!.macroF1, 12);
    expect(await evaluated('stance', path, '--seen', training, '--model', 'small')).toMatch(
      /^not in it +\d+\.\d\d \(\d+\.\d\d–\d+\.\d\d\) .* 1 +1$/m,
    );
  });

  test('says so where a training file tells no targets', async () => {
    expect(await refusal('stance', path, '--seen', file('texts.csv', 'text,label\nHello,favor\n'))).toMatch(
      /^2: \/texts\.csv: there is no column target\. The columns are text, label/,
    );
  });

  test('says how far the score falls when asked about another target, and about none', async () => {
    const { headline, targetChecks } = await scoresOf('stance', path, '--model', 'base', '--check-target');
    expect(targetChecks!.swapped).toBeLessThan(headline.score - 0.1);
    expect(targetChecks!.blank).toBeLessThan(headline.score - 0.1);
    expect(await evaluated('stance', path, '--model', 'base', '--check-target')).toMatch(
      /when asked about another target: \d+\.\d\d, \d+\.\d\d points less\n.*when asked about none/,
    );
  });

  test('can not swap a target where there is one only', async () => {
    const bare = file('one.csv', 'text,label\n"I love the tram, best thing ever.",favor\n');
    expect(await refusal('stance', bare, '--target', 'the tram', '--check-target')).toBe(
      '2: there is one target only, and none to swap it with. Leave --check-target away, or give rows toward several targets.',
    );
  });

  test('keeps a target of two lines on one', async () => {
    const odd = file(
      'odd.csv',
      'text,target,label\n"I love it, best thing ever.","the\ntram\u001b[2J",favor\n',
    );
    expect(await evaluated('stance', odd, '--model', 'small')).toMatch(/^the tram  /m);
  });

  test('takes one target for every row', async () => {
    const bare = file('bare.csv', 'text,label\n"I love the tram, best thing ever.",favor\n');
    expect((await scoresOf('stance', bare, '--target', 'the tram')).targets!.groups[0]!.name).toBe(
      'the tram',
    );
  });
});

describe('two annotators', () => {
  const first = file('first.csv', 'id,text,label\n1,a,positive\n2,b,negative\n3,c,neutral\n4,d,neutral\n');
  const second = file('second.csv', 'label,id,text\npositive,1,a\nneutral,2,b\nneutral,3,c\nneutral,9,z\n');

  test('are compared row by row, by id', async () => {
    const found = JSON.parse(
      await evaluated('sentiment', first, '--second', second, '--json'),
    ) as LabelAgreement;
    expect(found).toMatchObject({ rows: 3, onlyFirst: 1, onlySecond: 1, agreement: 2 / 3 });
    expect(found.confusion.counts).toEqual([
      [0, 1, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ]);
    // Chance is 1/3·0 + 1/3·2/3 + 1/3·1/3 for kappa.
    expect(found.kappa.score).toBeCloseTo((2 / 3 - 1 / 3) / (1 - 1 / 3), 12);
  });

  test('may have filled in a file of hearsay label each', async () => {
    const drawn = (name: string, label: string) =>
      file(name, `id,text,topic,sentiment,probability\n1,a,Tram,positive,0.5\n2,b,Tram,${label},0.5\n`);
    const [one, two] = [drawn('one.csv', 'neutral'), drawn('two.csv', 'negative')];
    const found = JSON.parse(await evaluated('sentiment', one, '--second', two, '--json')) as LabelAgreement;
    expect(found).toMatchObject({ rows: 2, agreement: 0.5 });
  });

  test('are printed for a person', async () => {
    expect((await evaluated('sentiment', first, '--second', second)).replaceAll(`${folder}/`, ''))
      .toMatchInlineSnapshot(`
      "first.csv and second.csv: 3 rows labelled by both, 2 by one only

      first \\ second  negative  neutral  positive
      negative               0        1         0
      neutral                0        1         0
      positive               0        0         1

      agreement             66.7 %
      Cohen's kappa          0.500   (95 %: 0.000–1.000)
      Krippendorff's alpha   0.545  (95 %: -0.667–1.000)
      "
    `);
  });

  test('must have labelled the same rows', async () => {
    const other = file('elsewhere.csv', 'id,text,label\n77,x,neutral\n');
    expect(await refusal('sentiment', first, '--second', other)).toMatch(/^2: no row of .* Give two files/);
  });
});

describe('hearsay eval quotes', () => {
  const text = 'The mayor, Ada Quill, said: “The bridge opens in May.”';
  const [start, end] = [text.indexOf('The bridge'), text.indexOf('”')];
  const attributions = [{ source: [[4, 20]], cue: [[22, 26]], content: [[start, end]] }];
  const path = file('quotes.ndjson', `${JSON.stringify({ id: '1', text, attributions })}\n`);

  test('scores the reading, with the tagger or by the rules alone', async () => {
    expect(await evaluated('quotes', path)).toContain('1 documents, read by rules and tagger');
    const alone = await evaluated('quotes', path, '--no-tagger');
    expect(alone).toContain('1 documents, read by rules alone');
    expect(alone).toMatch(/^contents, overlapping +100\.0 +100\.0 +100\.0 +1 +1$/m);
  });
});

describe('what can not be scored', () => {
  const OTHER_COLUMN = 'name one with --label-column.';

  test.each([
    [
      'a missing column',
      'text\nHello\n',
      [],
      `: there is no column label. The columns are text: ${OTHER_COLUMN}`,
    ],
    [
      'a column that is not there',
      'text,label\nHello,neutral\n',
      ['--label-column', 'gold'],
      `: there is no column gold. The columns are text, label: ${OTHER_COLUMN}`,
    ],
    [
      'an unknown label',
      'text,label\nHello,happy\n',
      [],
      ', row 1: the label "happy" is none of negative, neutral, positive. Correct it, name the column of the labels with --label-column, or say what it means with --values.',
    ],
    [
      'no labelled row',
      'text,label\nHello,\n',
      [],
      ': there is no labelled row. Give a file with texts and labels.',
    ],
  ])('%s', async (_, content, args, expected) => {
    expect(await refusal('sentiment', file('bad.csv', content), ...args)).toBe(`2: /bad.csv${expected}`);
  });

  test('a file that is not there', async () => {
    expect(await refusal('sentiment', join(folder, 'nowhere.csv'))).toMatch(/^4: \/nowhere\.csv: /);
  });
});
