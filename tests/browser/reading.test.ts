/** The page of a reading, `quotes --format html`, in a real browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDirectory, hearsay } from '../helpers/program.ts';
import { violationsOn } from './helpers/axe.ts';
import { visited } from './helpers/browser.ts';

const DIGEST = fileURLToPath(new URL('../../corpora/digest/digest.txt', import.meta.url));
const NAMES = [
  'Ada',
  'Bo',
  'Cleo',
  'Dan',
  'Eva',
  'Finn',
  'Gro',
  'Hal',
  'Ida',
  'Jon',
  'Kim',
  'Lea',
  'Max',
  'Noa',
];

/** 300 quotations of many speakers, with script, addresses and words that run the other way. */
const hostile = Array.from({ length: 300 }, (_, index) => {
  const name = `${NAMES[index % NAMES.length]} Brandt${NAMES[index % 5]!.toLowerCase()}`;
  const said = [
    '<script>document.title = "taken"</script> is what I say',
    'See javascript:alert(1) and <img src=x onerror=alert(1)>',
    'נחנו רוצים שקט \u202Eהגשר',
    'We waited for four hours in the rain',
  ][index % 4]!;
  return `“${said},” ${name} told the council on day ${index}.`;
}).join('\n\n');

async function pageOf(name: string, path: string): Promise<string> {
  const run = await hearsay(['quotes', path, '--format', 'html']);
  const page = join(freshDirectory(), `${name}.html`);
  writeFileSync(page, run.stdout);
  return page;
}

describe('the page of a reading', () => {
  const pages: Record<string, string> = {};

  beforeAll(async () => {
    const text = join(freshDirectory(), 'hostile.txt');
    writeFileSync(text, hostile);
    pages['digest'] = await pageOf('digest', DIGEST);
    pages['hostile'] = await pageOf('hostile', text);
  });

  const views = ['digest', 'hostile'].flatMap((name) =>
    [360, 1280, 1920].flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => [name, width, colorScheme] as const),
    ),
  );
  test.each(views)('%s, %i wide, %s: all can use it, nothing overflows, loads or runs', async (...view) => {
    const [name, width, colorScheme] = view;
    const { page, watch, close } = await visited(pages[name]!, '', {
      viewport: { width, height: 900 },
      colorScheme,
    });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.title()).toMatch(/^Who says what in /);
    expect(watch).toEqual({ requests: [], dialogs: [], complaints: [] });
    await close();
  });

  test('every mention and cue leads to words, by keyboard alone', async () => {
    const { page, close } = await visited(pages['digest']!);
    const lost = await page
      .locator('a[href^="#"]')
      .evaluateAll(
        (links) =>
          links.filter((link) => document.getElementById((link.getAttribute('href') ?? '').slice(1)) === null)
            .length,
      );
    expect(lost).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('mark:target').count()).toBe(1);
    await close();
  });

  test('words tell their speaker by a number as well, which the table of the story has', async () => {
    const { page, close } = await visited(pages['digest']!);
    const unlisted = await page.evaluate(() => {
      const listed = new Set(
        [...document.querySelectorAll('tbody td:first-child')].map((it) => it.textContent),
      );
      return [...document.querySelectorAll('mark[data-who]:not(.commentary)')].filter(
        (mark) => !listed.has(mark.getAttribute('data-who') ?? ''),
      ).length;
    });
    expect(unlisted).toBe(0);
    expect(await page.locator('table').count()).toBe(6);
    await close();
  });
});
