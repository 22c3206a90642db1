import { describe, expect, test } from 'vitest';
import { type SummaryOptions, summaryBuilder } from '../../src/aggregate/summary.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { widthOf } from '../../src/report/cells.ts';
import { colorWanted } from '../../src/report/paint.ts';
import { summaryTable } from '../../src/report/table.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { post, side, tone } from '../helpers/reactions.ts';

function summaryOf(reactions: readonly ScoredReaction[], options: SummaryOptions = {}) {
  const builder = summaryBuilder(options);
  for (const reaction of reactions) builder.add(reaction);
  return builder.summary();
}

const golden = (name: string): string => new URL(`../golden/${name}`, import.meta.url).pathname;
const ESCAPE = '\u001B';

describe('the table', () => {
  test('reads like this at 80 cells', async () => {
    await expect(summaryTable(summaryOf(inventedRun), { width: 80 })).toMatchFileSnapshot(
      golden('table-80.txt'),
    );
  });

  test('reads like this at 50 cells, weighted by engagement', async () => {
    const summary = summaryOf(inventedRun, { weight: 'engagement' });
    await expect(summaryTable(summary, { width: 50 })).toMatchFileSnapshot(golden('table-50-weighted.txt'));
  });

  test('marks near-copies that many accounts posted within the hour, and says on whom a topic rests', () => {
    const text = 'Our hills, our birds, our future: no wind farm here';
    const posts = Array.from({ length: 40 }, (_, i) =>
      post(i + 1, { text, publishedAt: `2026-03-01T10:${String(i).padStart(2, '0')}:00Z` }),
    );
    const other = post(41, { topic: 'The library' });
    const table = summaryTable(summaryOf([...posts, other]), { width: 80 });
    expect(table).toContain('40 voices · ten loudest 25 % · one text 100 % · may be coordinated');
    expect(table).toMatch(/! “Our hills, our birds, our future[^\n]* 40 +40 +39 min/);
    expect(table).toContain('A petition does as well.');
  });

  test('names the part of one voice that floods beside that of the ten loudest', () => {
    const loud = { id: 'u0', handle: 'loud', name: 'Loud' };
    const posts = Array.from({ length: 60 }, (_, row) =>
      post(
        row + 1,
        row < 30 ? { author: loud, speaker: { name: 'Loud', form: 'named', mention: null } } : {},
      ),
    );
    const table = summaryTable(summaryOf([...posts, post(61, { topic: 'The library' })]), { width: 100 });
    expect(table).toContain('ten loudest 65 % · one alone 50 %');
    expect(table).toMatch(/the ten loudest voices give 64 % \(39 of n 61\), one of them alone 49 %/);
  });

  test('of an explained run shows three of each side, and the words that carried it', () => {
    const against = (row: number, text: string, carrier: string) =>
      post(row, {
        text,
        engagement: { likes: row },
        stances: [
          {
            ...side('the night ferry', 'against'),
            rationale: [
              {
                text: carrier,
                start: text.indexOf(carrier),
                end: text.indexOf(carrier) + carrier.length,
                weight: 0.3,
              },
            ],
          },
        ],
      });
    const said = [
      against(31, 'Shut it down before somebody drowns.', 'drowns'),
      against(32, 'A scandal paid for by all of us.', 'scandal'),
      against(33, 'It wakes my children every night.', 'wakes'),
    ];
    const quiet = Array.from({ length: 30 }, (_, i) => post(i + 1));
    const table = summaryTable(summaryOf([...said, ...quiet]), { width: 80 });
    for (const carrier of ['drowns', 'scandal', 'wakes']) expect(table).toContain(`carried by: ${carrier}\n`);
  });

  test.each([40, 50, 66, 80, 100, 200])('keeps to %i cells', (width) => {
    const lines = summaryTable(summaryOf(inventedRun, { weight: 'engagement' }), {
      width,
      color: false,
    }).split('\n');
    expect(lines.filter((line) => widthOf(line) > Math.min(width, 110))).toEqual([]);
  });

  test('says the same with and without colour', () => {
    const summary = summaryOf(inventedRun);
    const colored = summaryTable(summary, { color: true });
    expect(colored).toContain(ESCAPE);
    expect(colored.replaceAll(/\u001B\[\d+m/g, '')).toBe(summaryTable(summary, { color: false }));
  });

  test('lets no escape sequence of a post, a name or a target reach the terminal', () => {
    const evil = `${ESCAPE}[2J${ESCAPE}]0;x\u0007`;
    const hostile = post(1, {
      text: `${evil}text`,
      topic: `${evil}topic`,
      speaker: { name: `${evil}name`, form: 'named', mention: null },
      author: { id: '1', handle: `${evil}handle`, name: `${evil}name` },
      sentiment: tone('negative'),
      stances: [side(`${evil}target`, 'against')],
    });
    expect(summaryTable(summaryOf([hostile]))).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
  });

  test('says that nothing was found where nothing was', () => {
    expect(summaryTable(summaryOf([]))).toBe('Nothing was found: no quotation, no post.\n');
  });

  test('of posts alone that carry no label says why', () => {
    const posts = [1, 2].map((row) => post(row, { flags: ['unsupported-language'], sentiment: tone(null) }));
    const table = summaryTable(summaryOf(posts));
    expect(table).toContain('Without a label: 2 in a language that is not read');
    expect(table).toContain('Sentiment (n 0)');
  });

  test('tells how many topics it leaves out', () => {
    const posts = Array.from({ length: 15 }, (_, row) => post(row + 1, { topic: `Topic ${row}` }));
    expect(summaryTable(summaryOf(posts))).toContain('3 smaller topics not shown in full');
  });
});

describe('colour', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
  ])('on a terminal (%s) with %o is wanted: %s', (isTTY, env, wanted) => {
    expect(colorWanted(isTTY, env)).toBe(wanted);
  });
});
