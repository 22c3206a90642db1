import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextStep, stepFor, stepStart } from '../../src/page/charts/steps.ts';
import { joined, namesIn, placesOf } from '../../src/page/marks.ts';
import { carriersOf, dayName, dayNumber } from '../../src/page/records.ts';
import { tellingOf, toned } from '../../src/page/telling.ts';
import { post, side, tone } from '../helpers/reactions.ts';
import { recordsFrom } from './helpers.ts';

describe('steps of a time line', () => {
  test.each([
    ['week', '2026-03-01', '2026-02-23', '2026-03-02'],
    ['month', '2026-03-31', '2026-03-01', '2026-04-01'],
    ['quarter', '2026-12-31', '2026-10-01', '2027-01-01'],
    ['year', '2024-02-29', '2024-01-01', '2025-01-01'],
  ] as const)('a %s with %s in it begins on %s and ends before %s', (step, day, start, next) => {
    const begin = stepStart(dayNumber(day)!, step);
    expect([dayName(begin), dayName(nextStep(begin, step))]).toEqual([start, next]);
  });

  test('hold every day exactly once', () => {
    const steps = fc.constantFrom('day', 'week', 'month', 'quarter', 'year');
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 84_000 }), steps, (day, step) => {
        const start = stepStart(day, step);
        expect(start).toBeLessThanOrEqual(day);
        expect(nextStep(start, step)).toBeGreaterThan(day);
        expect(stepStart(nextStep(start, step), step)).toBe(nextStep(start, step));
      }),
    );
  });

  test('grow with the time that a screen has to show', () => {
    expect([stepFor(0, 30, 300), stepFor(0, 365, 300), stepFor(0, 36_500, 300)]).toEqual([
      'day',
      'week',
      'year',
    ]);
  });
});

describe('marked words', () => {
  test('are found whatever their case, and joined where they meet', () => {
    expect(placesOf('The Ferry, the ferryman', ['ferry', 'ferryman'])).toEqual([
      [4, 9],
      [15, 23],
    ]);
    expect(
      joined([
        [5, 9],
        [0, 3],
        [3, 4],
        [8, 12],
      ]),
    ).toEqual([
      [0, 4],
      [5, 12],
    ]);
    expect(namesIn('Norrland of the Ferries')).toEqual(['norrland of the ferries', 'norrland', 'ferries']);
  });

  test('are left alone where lower case has another length', () => {
    expect(placesOf('İİİ ferry', ['ferry'])).toEqual([]);
  });
});

describe('the words that carried a label', () => {
  const word = (text: string, start: number) => ({ text, start, end: start + text.length, weight: 0.2 });
  const records = recordsFrom([
    post(1, {
      text: 'Awful boat, shut it down',
      sentiment: { ...tone('negative'), rationale: [word('Awful', 0)] },
      stances: [side('the quay', 'none'), { ...side('the boat', 'against'), rationale: [word('shut', 12)] }],
    }),
    post(2, { stances: [side('the boat', 'none')] }),
  ]);
  const place = (name: string) => records.facts.names.target.indexOf(name);

  test('are those of the tone, or of the side toward the target that is looked at', () => {
    expect(carriersOf(records, 0, null)).toEqual([[0, 5]]);
    expect(carriersOf(records, 0, place('the boat'))).toEqual([[12, 16]]);
    expect(carriersOf(records, 0, place('the quay'))).toEqual([]);
  });

  test('are not known where nobody asked', () => {
    expect(carriersOf(records, 1, null)).toBeNull();
  });
});

test('the most telling are sure and heard, one a voice, and the same words once', () => {
  const said = 'We waited four hours on the quay and nobody told us anything at all.';
  const records = recordsFrom([
    post(1, { text: said, sentiment: tone('negative', 0.9), engagement: { likes: 100 } }),
    post(2, { text: `${said} https://a.example`, sentiment: tone('negative', 0.95) }),
    post(3, {
      text: 'A boat that never comes is worse than no boat, say those who wait.',
      sentiment: tone('negative', 0.6, true),
    }),
    post(4, {
      text: 'Nobody told us why the boat was late again, third time in one week.',
      sentiment: tone('negative', 0.8),
    }),
    post(5, {
      text: 'Lovely crew, and soup for everybody on the quay this cold morning.',
      sentiment: tone('positive', 0.99),
    }),
  ]);
  const rows = Uint32Array.from([0, 1, 2, 3, 4]);
  expect(tellingOf(records, rows, toned(records, 0), 3)).toEqual([0, 3, 2]);
});
