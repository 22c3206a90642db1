/** Several hundred texts that would run as script, in every place that a page shows, in a real browser. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ScoredReaction } from '../../src/reaction.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';
import { post, quotation, side, tone } from '../helpers/reactions.ts';
import { type Opened, expectWellFormed, opened, unfolded, visited } from './helpers/browser.ts';
import { resultOf } from './helpers/results.ts';
import { CANARY, VECTORS } from './helpers/vectors.ts';

/** The texts one after the other in each place of a record: no place is spared any of them. */
function* hostilePosts(): Generator<ScoredReaction> {
  for (const [index, vector] of VECTORS.entries()) {
    const at = (shift: number): string => VECTORS[(index + shift) % VECTORS.length]!;
    const labels = [tone('negative'), tone('positive'), tone('neutral')] as const;
    yield post(index + 1, {
      text: vector,
      topic: at(1),
      topics: [{ name: at(1), score: 1 }],
      author: { id: at(2), handle: at(3), name: at(4) },
      speaker: { name: at(4), form: 'named', mention: null },
      url: at(5),
      language: at(6),
      sourceId: at(7),
      replyTo: at(8),
      publishedAt: index % 2 === 0 ? at(9) : `2026-03-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
      engagement: { likes: index },
      sentiment: labels[index % 3]!,
      // Few targets, so that each has a side to show, and every text is one of them in the end.
      stances: [side(at(0), 'against'), side(VECTORS[index % 5]!, index % 2 === 0 ? 'favor' : 'against')],
      provenance: { document: at(10), row: index + 1, start: 0, end: 1, parts: [{ start: 0, end: 1 }] },
    });
    const text = at(11);
    yield quotation(1000 * index, at(12), {
      text,
      provenance: {
        document: at(13),
        row: null,
        start: 1000 * index,
        end: 1000 * index + text.length,
        parts: [{ start: 1000 * index, end: 1000 * index + text.length }],
      },
    });
  }
}

/** Everything that a reader can do with a page, done. */
async function usedUp({ page }: Opened): Promise<void> {
  await unfolded(page);
  for (const chart of await page.locator('.card .pick > *').all())
    await chart.hover({ force: true, timeout: 2000 }).catch(() => {});
  for (const [field, index] of [
    ['topic', 1],
    ['target', 1],
    ['language', 1],
    ['kind', 1],
  ] as const) {
    const control = page.locator(`#filter-${field}`);
    if (await control.isVisible()) await control.selectOption({ index }).catch(() => {});
    await page
      .locator('.chip')
      .first()
      .click({ timeout: 1000 })
      .catch(() => {});
  }
  for (const words of [VECTORS[0]!, '<script>', `"${CANARY}`, '</style>']) {
    await page.fill('#filter-search', words);
    await page.waitForTimeout(350);
  }
  await page.fill('#filter-search', '');
  await page.waitForTimeout(350);
  for (let turn = 0; turn < 3; turn += 1) {
    for (const source of (await page.locator('#list .quote button').all()).slice(0, 6)) {
      await source.click();
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
    }
    await page.locator('.pages button', { hasText: 'Next' }).click();
  }
  for (const format of ['SVG', 'PNG', 'CSV']) {
    const download = await downloaded(page, 'tone-by-topic', format);
    if (format === 'SVG') await expectWellFormed(page, readFileSync(await download.path(), 'utf8'));
  }
}

async function downloaded(page: Page, chart: string, format: string): Promise<Download> {
  const waiting = page.waitForEvent('download');
  await page.locator(`#${chart} .downloads button`, { hasText: format }).click();
  return waiting;
}

/** Nothing ran, nothing was asked for, nothing was let in. */
async function expectHarmless({ page, watch }: Pick<Opened, 'page' | 'watch'>): Promise<void> {
  expect(await page.evaluate((name) => name in globalThis, CANARY)).toBe(false);
  expect(watch).toEqual({ requests: [], dialogs: [], complaints: [] });
  const strange = await page.evaluate(() => ({
    elements: [
      ...document.querySelectorAll(
        'img, iframe, object, embed, form, base, link, template, script:not([id]) ~ script, math, video, audio',
      ),
    ].length,
    handlers: [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
    addresses: [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(https?:\/\/|#)/.test(href)),
    strangers: [...document.querySelectorAll('a[href^=http]')].filter(
      (link) => !/noopener noreferrer nofollow/.test(link.getAttribute('rel') ?? ''),
    ).length,
  }));
  expect(strange).toEqual({ elements: 0, handlers: [], addresses: [], strangers: 0 });
}

let file = '';
beforeAll(async () => {
  file = join(await resultOf(hostilePosts()), 'dashboard.html');
});

describe(`${VECTORS.length} hostile texts`, () => {
  test('are several hundred, each of its own', () => {
    expect(VECTORS.length).toBeGreaterThan(300);
  });

  test('do nothing on the page, whatever a reader does with it', async () => {
    const one = await opened(file);
    await usedUp(one);
    await expectHarmless(one);
    await one.close();
  });

  test('do nothing in an image that was saved and is opened by itself, where no policy guards it', async () => {
    const one = await opened(file);
    const dir = freshDirectory();
    for (const chart of ['tone-by-topic', 'stance-by-topic', 'over-time', 'target-by-topic', 'speakers']) {
      const path = join(dir, `${chart}.svg`);
      await (await downloaded(one.page, chart, 'SVG')).saveAs(path);
      const image = await visited(path);
      expect(await image.page.locator('text').count()).toBeGreaterThan(3);
      await expectHarmless(image);
      await image.close();
    }
    await one.close();
  });

  test('do nothing in the address', async () => {
    for (const vector of VECTORS.filter((_, index) => index % 12 === 0)) {
      const entries = { topic: vector, target: vector, voice: vector, search: vector, record: vector };
      const one = await opened(file, `#?${new URLSearchParams(entries).toString()}`);
      await expectHarmless(one);
      await one.close();
    }
  });

  test('are there, as text', async () => {
    const one = await opened(
      file,
      `#?${new URLSearchParams({ search: `"</noscript><img src=x"` }).toString()}`,
    );
    expect((await one.page.locator('#list blockquote').allTextContents()).join('\n')).toContain(
      '</noscript><img src=x',
    );
    await one.close();
  });

  test('do nothing without script either', async () => {
    const one = await opened(file);
    const plain = await one.context.browser()!.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`file://${file}`);
    expect(requests).toEqual([`file://${file}`]);
    await plain.close();
    await one.close();
  });

  test('do nothing after the whole way: read from an export with the models, written, opened', async () => {
    const dir = freshDirectory();
    const cell = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`;
    const rows = VECTORS.map((vector, index) =>
      [String(index), `${vector} I hate the ferry company`, vector, vector, vector].map(cell).join(','),
    );
    writeFileSync(join(dir, 'posts.csv'), ['id,text,author,url,created_at', ...rows].join('\n'));
    const run = await hearsay(
      [
        'analyze',
        'posts.csv',
        '--target',
        VECTORS[3]!,
        '--language',
        'en',
        '--model',
        'small',
        '-o',
        'out',
        '-q',
      ],
      { cwd: dir },
    );
    expect(run.stderr).toBe('');
    expect(readFileSync(join(dir, 'out/reactions.ndjson'), 'utf8').split('\n').length).toBeGreaterThan(
      VECTORS.length / 2,
    );
    const one = await opened(join(dir, 'out/dashboard.html'));
    await usedUp(one);
    await expectHarmless(one);
    await one.close();
  });

  test('would be noticed: the same watch sees a script that runs and a request that leaves', async () => {
    const dir = freshDirectory();
    const page = readFileSync(file, 'utf8')
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      .replace('</header>', `</header><img src="http://evil.invalid/x" onerror="globalThis.${CANARY} = 1">`);
    writeFileSync(join(dir, 'open.html'), page);
    const one = await opened(join(dir, 'open.html'));
    await one.page.waitForFunction((name) => name in globalThis, CANARY);
    expect(one.watch.requests).toEqual(['http://evil.invalid/x']);
    await expect(expectHarmless(one)).rejects.toThrow('expected true to be false');
    await one.close();
  });
});
