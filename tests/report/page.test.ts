import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { type SummaryOptions, summaryBuilder } from '../../src/aggregate/summary.ts';
import type { ScoredReaction } from '../../src/reaction.ts';
import { dashboardPage } from '../../src/report/page.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { onPage, post, side, tone } from '../helpers/reactions.ts';

function pageOf(reactions: readonly ScoredReaction[], options: SummaryOptions = {}): string {
  const builder = summaryBuilder(options);
  for (const reaction of reactions) builder.add(reaction);
  return dashboardPage(builder.summary(), onPage(reactions));
}

/** Script, look and compressed data change with every build; what a reader without script sees does not. */
const withoutScript = (page: string): string =>
  page
    .replace(/<script[^]*<\/script>/, '')
    .replace(/<meta http-equiv=[^>]*>/, '')
    .replace(/<style>[^]*?<\/style>/, '');
const documentOf = (page: string) => parseHTML(page).document;
const textOf = (page: string): string => documentOf(page).body.textContent.replaceAll(/\s+/g, ' ');

describe('the page', () => {
  test('is the same for the same result', async () => {
    expect(pageOf(inventedRun)).toBe(pageOf(inventedRun));
    await expect(withoutScript(pageOf(inventedRun.slice(0, 12)))).toMatchFileSnapshot(
      new URL('../golden/dashboard.html', import.meta.url).pathname,
    );
  });

  test('shows the figures of each topic with n and interval', () => {
    const text = textOf(pageOf(inventedRun));
    expect(text).toContain('Ferry delays');
    expect(text).toContain('Sentiment, n 124, 15 of them unsure');
    expect(text).toContain(
      'Norrland Ferries 51 % (42–59) 20 % (14–28) 29 % (22–38) 124 more against than in favor',
    );
    expect(text).toContain('Negative in tone, yet in favor: 10 % (5–17), 12 of n 124');
  });

  test('shows both plain and weighted shares where weights were asked for', () => {
    expect(textOf(pageOf(inventedRun, { weight: 'engagement' }))).toContain('by engagement, as sure as n');
    expect(textOf(pageOf(inventedRun))).not.toContain('by engagement');
  });

  test('shows every record of a small result with its place', () => {
    const rows = documentOf(pageOf(inventedRun)).querySelectorAll('table.records tbody tr');
    expect(rows).toHaveLength(inventedRun.length);
    expect(rows[1].textContent).toContain('ferry.txt, character 410');
  });

  test('says how many records it leaves out', () => {
    const builder = summaryBuilder();
    for (const reaction of inventedRun) builder.add(reaction);
    for (let row = 1; row <= 200; row += 1) builder.add(post(row));
    const all = [...inventedRun, ...Array.from({ length: 200 }, (_, index) => post(index + 1))];
    const page = dashboardPage(builder.summary(), onPage(all));
    expect(textOf(page)).toContain('the first 250 of 330');
  });

  test('shows the beginning of a post that is a book', () => {
    const page = pageOf([post(1, { text: 'word '.repeat(100_000) })]);
    expect(withoutScript(page).length).toBeLessThan(60_000);
    expect(textOf(page)).toContain('word…');
  });

  test('of nothing says so', () => {
    expect(textOf(pageOf([]))).toContain('Nothing was found');
  });

  test('has one heading of the first level, a language, and a name for every table that scrolls', () => {
    const page = documentOf(pageOf(inventedRun));
    expect(page.documentElement.getAttribute('lang')).toBe('en');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    const nameless = [...page.querySelectorAll('[role=group]')].filter(
      (region) => !region.hasAttribute('aria-label'),
    );
    expect(nameless).toEqual([]);
  });
});

describe('a hostile post', () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script><style>*{}</style></td></table>';
  const page = pageOf([
    post(1, {
      text: evil,
      topic: evil,
      url: 'javascript:alert(3)',
      author: { id: evil, handle: evil, name: evil },
      speaker: { name: evil, form: 'named', mention: null },
      publishedAt: evil,
      language: evil,
      engagement: { likes: 3 },
      sentiment: tone('negative'),
      stances: [side(evil, 'against')],
      provenance: { document: evil, row: 1, start: 0, end: 1, parts: [{ start: 0, end: 1 }] },
    }),
  ]);

  test('is text wherever it stands', () => {
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('img, iframe, object, embed, form, base')).toHaveLength(0);
    expect(document.querySelectorAll('script')).toHaveLength(3);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => name.startsWith('on') || name === 'style'),
    );
    expect(handlers).toEqual([]);
    expect(document.querySelectorAll('a[href^="javascript"]')).toHaveLength(0);
  });

  test('finds a policy that lets in the page’s own script and style sheet and nothing else', () => {
    const { document } = parseHTML(page);
    const style = /<style>([^]*?)<\/style>/.exec(page)![1]!;
    const script = /<script>([^]*?)<\/script>/.exec(page)![1]!;
    const hash = (source: string): string => createHash('sha256').update(source).digest('base64');
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content'),
    ).toBe(
      [
        "default-src 'none'",
        `script-src 'sha256-${hash(script)}'`,
        `style-src 'sha256-${hash(style)}'`,
        'img-src data: blob:',
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    );
  });
});
