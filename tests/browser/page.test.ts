/** The dashboard in a real browser: a small result, used as an editor would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inventedRun } from '../helpers/invented-run.ts';
import { post } from '../helpers/reactions.ts';
import { violationsOn } from './helpers/axe.ts';
import { type Opened, expectWellFormed, opened, unfolded } from './helpers/browser.ts';
import { resultOf } from './helpers/results.ts';

let file = '';
beforeAll(async () => {
  const spoken = inventedRun[1]!;
  const { start } = spoken.provenance;
  const text = `“${spoken.text}” Lena Brandt posted on X.`;
  file = join(
    await resultOf(inventedRun, new Map([[spoken.id, { id: spoken.id, start: start - 1, text }]])),
    'dashboard.html',
  );
});

async function on<T>(use: (opened: Opened) => Promise<T>, hash = '', options = {}): Promise<T> {
  const page = await opened(file, hash, options);
  try {
    const result = await use(page);
    expect(page.watch.complaints).toEqual([]);
    expect(page.watch.requests).toEqual([]);
    return result;
  } finally {
    await page.close();
  }
}

const sentence = (page: Opened['page']): Promise<string | null> => page.textContent('.sentence');

describe('for everybody', () => {
  test.each(['light', 'dark'] as const)('has nothing that axe finds, in %s colours', async (colorScheme) => {
    await on(
      async ({ page }) => {
        await unfolded(page);
        expect(await violationsOn(page)).toEqual([]);
      },
      '',
      { colorScheme },
    );
  });

  test.each([360, 768, 1280, 2560])('fits a screen of %i pixels', async (width) => {
    await on(
      async ({ page }) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
        expect(await violationsOn(page)).toEqual([]);
      },
      '',
      { viewport: { width, height: 800 } },
    );
  });

  test('a result without a date has no time line', async () => {
    const posts = [1, 2, 3].map((row) => post(row, { publishedAt: null }));
    const page = await opened(join(await resultOf(posts), 'dashboard.html'));
    expect(await page.page.locator('#over-time').isVisible()).toBe(false);
    expect(await page.page.locator('#tone-by-topic').isVisible()).toBe(true);
    await page.close();
  });

  test('the dialog of a record has nothing that axe finds', async () => {
    await on(async ({ page }) => {
      await page.locator('.quote button').first().click();
      await page.waitForSelector('dialog[open]');
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  test('is worked by keyboard alone: skip link, filters, figures, source and back', async () => {
    await on(async ({ page }) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Skip to the figures');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement!.id)).toBe('filter-search');
      await page.keyboard.type('timetable');
      await page.waitForFunction(() => location.hash.includes('search=timetable'));
      await page.locator('#tone-by-topic summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.includes('topic=Ferry+delays'));
      await page.locator('#list .quote button').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('dialog[open]');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
      expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('source');
    });
  });

  test('words keep their own direction', async () => {
    await on(async ({ page }) => {
      const words = page.locator('#list bdi', { hasText: 'کشتی' });
      await page.selectOption('#filter-language', { label: 'Persian (1)' });
      expect(await words.first().evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    });
  });

  test('reads without script: the tables stand there', async () => {
    const { page, close } = await (async () => {
      const one = await opened(file);
      const context = await one.context.browser()!.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(`file://${file}`);
      return { page: plain, close: async () => Promise.all([context.close(), one.close()]) };
    })();
    expect(await page.locator('table.records').count()).toBe(1);
    expect(await page.locator('text=Sentiment, n 124').first().isVisible()).toBe(true);
    await close();
  });

  test('prints the charts and leaves the tools out', async () => {
    await on(async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('svg.chart').first().isVisible()).toBe(true);
      expect(await page.locator('.downloads').first().isVisible()).toBe(false);
      expect(await page.locator('#filter-search').isVisible()).toBe(false);
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});

describe('the filters', () => {
  test('show at first what the tables show', async () => {
    await on(async ({ page }) => {
      const summary = JSON.parse(readFileSync(join(file, '..', 'summary.json'), 'utf8'));
      expect(await sentence(page)).toBe(`All ${summary.overall.n} posts and quotations.`);
      await page.locator('#tone-by-topic summary').click();
      const rows = await page.locator('#tone-by-topic tbody tr').allTextContents();
      const [topic] = summary.topics;
      const { n, share, lo, hi } = topic.sentiment.shares.negative;
      expect(rows[0]).toContain(
        [topic.topic, topic.sentiment.n, n, share.toFixed(3), lo.toFixed(3), hi.toFixed(3)].join(''),
      );
    });
  });

  test('work together, count what each would leave, and are taken away one by one', async () => {
    await on(async ({ page }) => {
      const left = async (): Promise<number> => Number((await sentence(page))!.match(/\d+/)![0]);
      await page.selectOption('#filter-target', { label: 'Norrland Ferries (124)' });
      const against = page.locator('.toggle', { hasText: 'against' });
      const expected = Number(await against.locator('.n').textContent());
      await against.click();
      expect(await left()).toBe(expected);
      const truth = inventedRun.filter(
        ({ kind, stances, sentiment }) =>
          kind !== 'commentary' &&
          sentiment.label === 'positive' &&
          stances.some(({ target, label }) => target === 'Norrland Ferries' && label === 'against'),
      ).length;
      await page.locator('.toggle', { hasText: 'positive' }).click();
      expect(await left()).toBe(truth);
      await page.fill('#filter-from', '2026-03-04');
      await page.fill('#filter-to', '2026-03-06');
      await page.waitForFunction(() => location.hash.includes('to=2026-03-06'));
      expect(await left()).toBeLessThan(truth);
      expect(await page.locator('.chip').count()).toBe(5);
      await page.locator('.chip', { hasText: 'from' }).click();
      await page.locator('.chip', { hasText: 'to 2026' }).click();
      expect(await left()).toBe(truth);
      await page.locator('text=Clear all').click();
      expect(await sentence(page)).toContain('All');
      expect(new URL(page.url()).hash).toBe('');
    });
  });

  test('live in the address: a view that is sent opens as it was, and back goes back', async () => {
    const { hash, seen } = await on(async ({ page }) => {
      await page.selectOption('#filter-topic', { index: 1 });
      await page.locator('.toggle', { hasText: 'negative' }).click();
      await page.selectOption('#series', 'side-share');
      await page.selectOption('#list-order', 'loudest');
      await page.fill('#filter-search', '"two kids" quay');
      await page.waitForFunction(() => location.hash.includes('search='));
      await page.locator('#list .quote button').first().click();
      await page.waitForSelector('dialog[open]');
      return { hash: new URL(page.url()).hash, seen: await page.locator('main').innerText() };
    });
    await on(async ({ page }) => {
      expect(await page.locator('main').innerText()).toBe(seen);
      await page.locator('dialog >> text=Close').click();
      await page.goBack();
      await page.waitForSelector('dialog[open]');
      await page.goBack();
      expect(await page.locator('dialog').count()).toBeLessThanOrEqual(1);
    }, hash);
  });

  test('take names from an address that they don’t know for nothing', async () => {
    await on(async ({ page }) => {
      expect(await sentence(page)).toContain('All');
    }, '#?topic=Nobody&side=sideways&from=soon&record=ffffffffffff&order=none');
  });

  test('a brush over the time line chooses days', async () => {
    await on(async ({ page }) => {
      const chart = page.locator('#over-time .brush .overlay');
      await chart.scrollIntoViewIfNeeded();
      const box = (await chart.boundingBox())!;
      await page.mouse.move(box.x + box.width * 0.3, box.y + 40);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.6, box.y + 60, { steps: 5 });
      await page.mouse.up();
      await page.waitForFunction(() => /from=2026-03-\d\d&to=2026-03-\d\d/.test(location.hash));
      expect(await page.inputValue('#filter-from')).toMatch(/^2026-03-0[45]$/);
    });
  });

  test('a click on a bar looks closer at it', async () => {
    await on(async ({ page }) => {
      await page
        .locator('#tone-by-topic .pick > *')
        .first()
        .click({ position: { x: 30, y: 20 } });
      await page.waitForFunction(() => location.hash === '#?topic=Ferry+delays');
    });
  });
});

describe('a record', () => {
  test('shows its words in their sentence', async () => {
    await on(async ({ page }) => {
      const text = await page.locator('dialog blockquote').textContent();
      expect(text).toBe('“We waited four hours, Nobody told us anything.” Lena Brandt posted on X.');
      expect(await page.locator('dialog mark').allTextContents()).toEqual([inventedRun[1]!.text]);
      expect(await page.locator('dialog dl').innerText()).toContain('ferry.txt, from character 410');
    }, `#?record=${inventedRun[1]!.id}`);
  });

  test('shows its row in the export, with a link to the post', async () => {
    const row = inventedRun.find(({ provenance, url }) => provenance.row === 7 && url !== null)!;
    await on(async ({ page }) => {
      expect(await page.locator('dialog dl').innerText()).toContain('posts.csv, row 7');
      const link = page.locator('dialog a');
      expect(await link.getAttribute('href')).toBe(row.url);
      expect(await link.getAttribute('rel')).toContain('noopener noreferrer nofollow');
    }, `#?record=${row.id}`);
  });
});

describe('downloads', () => {
  const CHARTS = ['tone-by-topic', 'stance-by-topic', 'over-time', 'target-by-topic', 'speakers'];

  test.each(CHARTS)('%s is saved as SVG, PNG and CSV', async (chart) => {
    await on(async ({ page }) => {
      const saved = async (format: string): Promise<Buffer> => {
        const waiting = page.waitForEvent('download');
        await page.locator(`#${chart} .downloads button`, { hasText: format }).click();
        const download = await waiting;
        expect(download.suggestedFilename()).toBe(`${chart}.${format.toLowerCase()}`);
        return readFileSync(await download.path());
      };
      const svg = (await saved('SVG')).toString();
      await expectWellFormed(page, svg);
      // A picture without its key tells nothing once it has left the page.
      for (const words of await page.locator(`#${chart} .legend li`).allTextContents())
        expect(svg).toContain(words);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toMatch(/var\(|class="chart"|<style|brush/);
      const png = await saved('PNG');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBeGreaterThan(500);
      const table = (await saved('CSV')).toString();
      expect(table.startsWith('\ufeff')).toBe(true);
      const csv = table.trimEnd().split('\r\n');
      expect(csv.length).toBeGreaterThan(1);
      const columns = csv.map((line) => line.split(',').length);
      expect(new Set(columns).size).toBe(1);
    });
  });
});
