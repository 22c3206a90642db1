import { describe, expect, test } from 'vitest';
import { summarySchema } from '../../src/aggregate/summary-schema.ts';
import { type SummaryOptions, summaryBuilder } from '../../src/aggregate/summary.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { post, quotation, side, tone } from '../helpers/reactions.ts';

function summaryOf(reactions: readonly ScoredReaction[], options: SummaryOptions = {}) {
  const builder = summaryBuilder(options);
  for (const reaction of reactions) builder.add(reaction);
  return builder.summary();
}

const times = (n: number, make: (row: number) => ScoredReaction) =>
  Array.from({ length: n }, (_, i) => make(i + 1));
const toward =
  (label: 'favor' | 'against' | 'none' | null, sentiment = tone('neutral')) =>
  (row: number) =>
    post(row, { stances: [side('Ferries', label)], sentiment });

describe('a summary', () => {
  test('fits its published schema', () => {
    const summary = summaryOf(inventedRun, { weight: 'engagement' });
    expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });

  test('of nothing is valid and empty', () => {
    const summary = summaryOf([]);
    expect(summarySchema.parse(summary)).toMatchObject({ topics: [], overall: { n: 0 } });
  });

  test('is the same in any order of rows', () => {
    expect(summaryOf(inventedRun.toReversed())).toEqual(summaryOf(inventedRun));
  });

  test('puts the largest topic first, and records without a topic last among equals', () => {
    const topics = ['Tram', null, 'Bridge', 'Ferry', 'Ferry'];
    const summary = summaryOf(topics.map((topic, row) => post(row + 1, { topic })));
    expect(summary.topics.map(({ topic }) => topic)).toEqual(['Ferry', 'Bridge', 'Tram', null]);
  });

  test('counts all topics together', () => {
    const summary = summaryOf(inventedRun);
    expect(summary.overall.n).toBe(summary.topics.reduce((sum, { n }) => sum + n, 0));
  });
});

describe('the shares of sentiment', () => {
  test('are over the records with a label, each with its interval', () => {
    const records = [
      ...times(26, (row) => post(row, { sentiment: tone('negative') })),
      ...times(15, (row) => post(100 + row, { sentiment: tone('positive') })),
      post(200, { sentiment: tone(null), flags: ['unsupported-language'] }),
    ];
    const { sentiment, n } = summaryOf(records).overall;
    expect(n).toBe(42);
    expect(sentiment).toEqual({
      n: 41,
      unsure: 0,
      effective: 41,
      shares: {
        negative: { n: 26, share: 0.6341, lo: 0.4812, hi: 0.7641 },
        neutral: { n: 0, share: 0, lo: 0, hi: 0.0857 },
        positive: { n: 15, share: 0.3659, lo: 0.2359, hi: 0.5188 },
      },
      weighted: null,
      corrected: null,
      refuted: null,
    });
  });

  test('count an unsure record under its best label, and tell how many are unsure', () => {
    const { sentiment } = summaryOf([post(1, { sentiment: tone('negative', 0.4, true) })]).overall;
    expect(sentiment).toMatchObject({ n: 1, unsure: 1, shares: { negative: { n: 1 } } });
  });

  test('leave commentary out, which is counted apart', () => {
    const commentary = quotation(5, null, { kind: 'commentary', sentiment: tone('negative') });
    const { overall } = summaryOf([post(1), commentary]);
    expect(overall).toMatchObject({ n: 1, sentiment: { n: 1, shares: { negative: { n: 0 } } } });
    expect(overall.commentary).toMatchObject({ n: 1, sentiment: { n: 1, shares: { negative: { n: 1 } } } });
  });
});

describe('records without a label', () => {
  test('are counted by their reason', () => {
    const { unlabelled } = summaryOf([
      post(1, { text: '', flags: ['no-text'], sentiment: tone(null) }),
      post(2, { flags: ['unsupported-language'], sentiment: tone(null) }),
      post(3, { flags: ['unsupported-language'], sentiment: tone(null) }),
      post(4, { sentiment: tone(null) }),
      post(5),
    ]).overall;
    expect(unlabelled).toEqual({ n: 4, noText: 1, unsupportedLanguage: 2, other: 1 });
  });
});

describe('stance toward a target', () => {
  test('is counted over the records that carry a label toward it', () => {
    const [target] = summaryOf([toward('against')(1), toward('none')(2), toward(null)(3), post(4)]).overall
      .targets;
    expect(target).toMatchObject({
      target: 'Ferries',
      n: 2,
      shares: { against: { n: 1, share: 0.5 }, none: { n: 1, share: 0.5 }, favor: { n: 0, share: 0 } },
    });
  });

  test('names a lean only where the split among those who take a side is clear', () => {
    const leanOf = (favor: number, against: number) =>
      summaryOf([...times(favor, toward('favor')), ...times(against, toward('against'))]).overall.targets[0]!
        .lean;
    expect([leanOf(30, 5), leanOf(5, 30), leanOf(11, 9), leanOf(3, 1)]).toEqual([
      'favor',
      'against',
      'unclear',
      'few',
    ]);
  });

  test('is crossed with tone, and shows where the two part', () => {
    const example = post(3, {
      text: 'Shame on those who shout at the crew.',
      stances: [side('Ferries', 'favor', 0.95)],
      sentiment: tone('negative', 0.95),
    });
    const [target] = summaryOf([
      toward('against', tone('negative'))(1),
      toward('favor', tone('negative', 0.5))(2),
      example,
      toward('none', tone('positive'))(4),
    ]).overall.targets;
    expect(target!.crossTable).toMatchObject({
      n: 4,
      counts: {
        favor: { negative: 2, neutral: 0, positive: 0 },
        against: { negative: 1, neutral: 0, positive: 0 },
        none: { negative: 0, neutral: 0, positive: 1 },
      },
      offDiagonal: [
        { stance: 'favor', sentiment: 'negative', n: 2, share: 0.5, example: { id: example.id } },
        { stance: 'against', sentiment: 'positive', n: 0, share: 0, example: null },
      ],
    });
  });

  test('orders targets by how many take a side', () => {
    const records = [
      post(1, { stances: [side('Quiet', 'none'), side('Loud', 'against')] }),
      post(2, { stances: [side('Quiet', 'none'), side('Loud', 'none')] }),
    ];
    expect(summaryOf(records).overall.targets.map(({ target }) => target)).toEqual(['Loud', 'Quiet']);
  });

  test('shows the loudest records of each side', () => {
    const loud = (row: number, label: 'favor' | 'against', likes: number) =>
      post(row, { text: `${label} ${likes}`, engagement: { likes }, stances: [side('Ferries', label)] });
    const { loudest } = summaryOf([loud(1, 'favor', 4), loud(2, 'against', 9), loud(3, 'against', 40)])
      .overall.targets[0]!;
    expect(loudest.favor.map(({ text }) => text)).toEqual(['favor 4']);
    expect(loudest.against.map(({ text }) => text)).toEqual(['against 40', 'against 9']);
  });
});

describe('weighting by engagement', () => {
  const records = [
    post(1, { sentiment: tone('negative'), engagement: { likes: 97, reposts: 1 } }),
    post(2, { sentiment: tone('positive'), engagement: {} }),
  ];

  test('is left out unless asked for', () => {
    expect(summaryOf(records).overall.sentiment.weighted).toBeNull();
  });

  test('stands beside the plain shares, with the uncertainty of as few voices as carry it', () => {
    const { sentiment } = summaryOf(records, { weight: 'engagement' }).overall;
    expect(sentiment.shares.negative.share).toBe(0.5);
    expect(sentiment.weighted).toMatchObject({ effective: 1, shares: { negative: { share: 0.99 } } });
    expect(sentiment.weighted!.shares.negative.lo).toBeLessThan(0.25);
  });
});

describe('one voice each', () => {
  const flooder = { id: 'f', handle: 'flood', name: 'Flood' };
  const records = [
    ...times(100, (row) => post(row, { author: flooder, sentiment: tone('negative') })),
    ...times(20, (row) => post(100 + row, { sentiment: tone('positive') })),
  ];

  test('a flood by one account is one voice, beside the plain share and its wide interval', () => {
    const { sentiment } = summaryOf(records, { weight: 'voices' }).overall;
    expect(sentiment.shares.negative).toMatchObject({ n: 100, share: 0.8333 });
    expect(sentiment.shares.negative.lo).toBeLessThan(0.25);
    expect(sentiment.effective).toBeLessThan(2);
    expect(sentiment.weighted).toMatchObject({ by: 'voices', shares: { negative: { share: 0.0476 } } });
  });
});

describe('voices', () => {
  test('are told apart and ranked by their records', () => {
    const author = { id: '1', handle: 'loud', name: 'Loud' };
    const records = [...times(3, (row) => post(row, { author, sentiment: tone('negative') })), post(9)];
    const { voices, speakers } = summaryOf(records).overall;
    expect(voices).toEqual({ distinct: 2, unidentified: 0 });
    expect(speakers[0]).toMatchObject({ name: 'Loud', handle: 'loud', n: 3, sentiment: { negative: 3 } });
  });

  test('of one account that floods show in the share of the ten loudest', () => {
    const author = { id: '1', handle: 'flood', name: 'Flood' };
    const records = [...times(80, (row) => post(row, { author })), ...times(20, (row) => post(100 + row))];
    expect(summaryOf(records).overall.concentration.loudest).toMatchObject({
      voices: 10,
      n: 89,
      share: 0.89,
    });
  });

  test('of a great crowd keep exact counts, also where one fell silent and came back', () => {
    const voice = (id: number) => ({ author: { id: String(id), handle: null, name: `V${id}` } });
    const builder = summaryBuilder();
    for (let i = 0; i < 12_000; i += 1) builder.add(post(1, voice(i)));
    for (let i = 0; i < 5; i += 1) builder.add(post(1, voice(99_999)));
    for (let i = 0; i < 3; i += 1) builder.add(post(1, voice(7)));
    const { speakers, voices } = builder.summary().overall;
    expect(voices.distinct).toBe(12_001);
    expect(speakers.slice(0, 2).map(({ name, n }) => [name, n])).toEqual([
      ['V99999', 5],
      ['V7', 4],
    ]);
  });
});

describe('texts', () => {
  test('that are near-copies count once, and the largest group is shown', () => {
    const texts = ['Save the ferry', 'save the ferry!', 'RT @a: Save the ferry', 'Something else'];
    const { overall } = summaryOf(texts.map((text, row) => post(row + 1, { text })));
    expect(overall.texts).toBe(2);
    expect(overall.concentration.copies).toMatchObject({ n: 3, share: 0.75 });
  });
});

describe('what was said', () => {
  test('is all of a small topic, in the order of reading', () => {
    const records = [
      quotation(700, 'B'),
      post(2),
      quotation(100, 'A'),
      quotation(400, 'A', { text: 'No comment' }),
    ];
    const twice = quotation(900, 'C', { text: 'No comment' });
    const { said } = summaryOf([...records, twice]).overall;
    expect(said.map(({ document, start, row }) => [document, row ?? start])).toEqual([
      ['ferry.txt', 100],
      ['ferry.txt', 400],
      ['ferry.txt', 700],
      ['ferry.txt', 900],
      ['posts.csv', 2],
    ]);
  });

  test('is the part with most engagement of a large one, near-copies of rows once', () => {
    const posts = times(40, (row) => post(row, { engagement: { likes: row } }));
    const copies = times(5, (row) => post(100 + row, { text: 'Copy me', engagement: { likes: 99 } }));
    const { said } = summaryOf([...posts, ...copies]).overall;
    expect(said.map(({ row }) => row)).toEqual([...Array.from({ length: 14 }, (_, i) => 27 + i), 101]);
  });
});

describe('days', () => {
  test('follow each other in the time zone asked for, and undated records are counted', () => {
    const at = (row: number, publishedAt: string | null) =>
      post(row, { publishedAt, stances: [side('Ferries', 'favor')] });
    const records = [at(1, '2026-03-01T23:30:00Z'), at(2, '2026-03-01T12:00:00Z'), at(3, null)];
    const { days, undated } = summaryOf(records, { timeZone: 'Europe/Berlin' }).overall;
    expect(undated).toBe(1);
    expect(days).toEqual([
      expect.objectContaining({ day: '2026-03-01', n: 1 }),
      expect.objectContaining({
        day: '2026-03-02',
        n: 1,
        stances: [{ target: 'Ferries', favor: 1, against: 0, none: 0 }],
      }),
    ]);
  });
  test('have shares whose intervals know that many records are by one account', () => {
    const loud = { id: 'u0', handle: 'loud', name: 'Loud' };
    const day = (author: (row: number) => Partial<ScoredReaction>) =>
      summaryOf(
        Array.from({ length: 30 }, (_, row) =>
          post(row, {
            publishedAt: '2026-03-01T12:00:00Z',
            stances: [side('Ferries', row < 20 ? 'against' : 'favor')],
            ...author(row),
          }),
        ),
      ).overall.days[0]!.shares.stances[0]!.against;
    const apart = day(() => ({}));
    const flooded = day((row) => (row < 20 ? { author: loud } : {}));
    expect(flooded).toMatchObject({ n: 20, share: apart.share });
    expect(flooded.hi! - flooded.lo!).toBeGreaterThan(1.5 * (apart.hi! - apart.lo!));
  });
});
