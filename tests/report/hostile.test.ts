/** Whatever stands in a record, what is made of it stays well-formed. */
import * as fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { summarySchema } from '../../src/aggregate/summary-schema.ts';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { KINDS, SENTIMENTS, STANCES, type ScoredReaction } from '../../src/reaction.ts';
import { widthOf } from '../../src/report/cells.ts';
import { dashboardPage } from '../../src/report/page.ts';
import { recordWriter } from '../../src/report/records.ts';
import { summaryTable } from '../../src/report/table.ts';
import { onPage, post, side, tone } from '../helpers/reactions.ts';

const EVIL = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  'https://x.example/"onclick="alert(1)',
  '\u001B[2J\u001B]0;x\u0007',
  '\u202Eabc\u2066',
  '\u0000\uFFFF\uD83D',
  'پل بسته است',
  '小林さくら',
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(500),
  'a\n\r\n\tb',
  '=cmd()',
];
const words = fc.oneof(
  fc.constantFrom(...EVIL),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const reactions: fc.Arbitrary<ScoredReaction> = fc
  .record({
    row: fc.integer({ min: 1, max: 1e6 }),
    kind: fc.constantFrom(...KINDS),
    text: words,
    name: maybe(words),
    handle: maybe(words),
    url: maybe(words),
    topic: maybe(words),
    document: words,
    publishedAt: maybe(fc.oneof(words, fc.constant('2026-03-01T18:30:00Z'))),
    likes: fc.integer({ min: 0, max: 2 ** 40 }),
    target: words,
    sentiment: maybe(fc.constantFrom(...SENTIMENTS)),
    stance: maybe(fc.constantFrom(...STANCES)),
    p: fc.double({ min: 0.34, max: 1, noNaN: true }),
  })
  .map((it) =>
    post(it.row, {
      kind: it.kind,
      text: it.text,
      speaker: it.name === null ? null : { name: it.name, form: 'named', mention: null },
      author: it.handle === null ? null : { id: null, handle: it.handle, name: it.name },
      url: it.url,
      topic: it.topic,
      publishedAt: it.publishedAt,
      engagement: { likes: it.likes },
      provenance: { document: it.document, row: it.row, start: 0, end: 1, parts: [{ start: 0, end: 1 }] },
      sentiment: tone(it.sentiment, it.p),
      stances: [side(it.target, it.stance, it.p)],
    }),
  );

const runs = fc.array(reactions, { minLength: 1, maxLength: 40 });

function summaryOf(run: readonly ScoredReaction[]) {
  const builder = summaryBuilder({ weight: 'engagement' });
  for (const reaction of run) builder.add(reaction);
  return builder.summary();
}

test('a summary fits its schema, and its counts add up', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const summary = summarySchema.parse(summaryOf(run));
      const labelled = summary.topics.reduce((sum, { sentiment }) => sum + sentiment.n, 0);
      expect(labelled).toBe(
        run.filter(({ kind, sentiment }) => kind !== 'commentary' && sentiment.label !== null).length,
      );
      const counted = summary.topics.reduce((sum, { n, commentary }) => sum + n + commentary.n, 0);
      expect(counted).toBe(run.length);
    }),
  );
});

test('a table keeps to its width and holds no control character', () => {
  fc.assert(
    fc.property(runs, fc.integer({ min: 40, max: 110 }), (run, width) => {
      const table = summaryTable(summaryOf(run), { width });
      expect(table).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
      expect(table.split('\n').filter((line) => widthOf(line) > width)).toEqual([]);
    }),
  );
});

test('a page holds its own elements alone, and links to the web alone', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { document } = parseHTML(dashboardPage(summaryOf(run), onPage(run)));
      expect(document.querySelectorAll('img, iframe, object, embed, form, base, link')).toHaveLength(0);
      expect([...document.querySelectorAll('script')].map(({ id }) => id)).toEqual(['facts', 'words', '']);
      expect(document.querySelectorAll('style')).toHaveLength(1);
      const strange = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style'),
      );
      expect(strange).toEqual([]);
      const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
      expect(addresses.filter((address) => !/^(https?:\/\/|#)/.test(address))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('a record is one line of NDJSON that gives its words back', () => {
  const { line } = recordWriter('ndjson');
  fc.assert(
    fc.property(reactions, (reaction) => {
      const written = line(reaction);
      expect(written.trimEnd().split('\n')).toHaveLength(1);
      expect((JSON.parse(written) as ScoredReaction).text).toBe(reaction.text);
    }),
  );
});
