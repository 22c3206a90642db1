/** The dashboard of a large result: still one file, still usable. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './helpers/axe.ts';
import { opened } from './helpers/browser.ts';
import { inventedPosts, resultOf } from './helpers/results.ts';

const LARGE = 200_000;
/** Milliseconds, on a machine that does other things as well; a quiet one takes a third. */
const USABLE = 15_000;
const ANSWERS = 3_000;

describe('10,000 records', () => {
  test('are less than three megabytes', async () => {
    const file = join(await resultOf(inventedPosts(10_000)), 'dashboard.html');
    expect(statSync(file).size).toBeLessThan(3_000_000);
    const { watch, page, close } = await opened(file);
    expect(await page.textContent('.sentence')).toBe('All 10,000 posts and quotations.');
    expect(watch.complaints).toEqual([]);
    await close();
  });

  test('are less than three megabytes also where every text is long and no two are alike', async () => {
    function* long() {
      let seed = 7;
      for (const reaction of inventedPosts(10_000)) {
        let text = '';
        while (text.length < 1_500) {
          seed = (seed * 48_271) % 2_147_483_647;
          text += `${seed.toString(36)} `;
        }
        yield { ...reaction, text, topic: `${reaction.topic} ${seed % 300}` };
      }
    }
    const file = join(await resultOf(long()), 'dashboard.html');
    expect(statSync(file).size).toBeLessThan(3_000_000);
  });
});

describe(`${LARGE.toLocaleString('en')} records`, () => {
  let file = '';
  // Counting and writing them takes a minute, and several where other programs run.
  beforeAll(async () => {
    file = join(await resultOf(inventedPosts(LARGE)), 'dashboard.html');
  }, 900_000);

  test('open, filter, search and have nothing that axe finds', async () => {
    const { page, watch, usable, close } = await opened(file);
    expect(usable).toBeLessThan(USABLE);
    const took = async (act: () => Promise<unknown>, done: string): Promise<number> => {
      const began = performance.now();
      await act();
      await page.waitForFunction((hash) => location.hash.includes(hash), done);
      return performance.now() - began;
    };
    expect(await took(() => page.selectOption('#filter-topic', { index: 1 }), 'topic=')).toBeLessThan(
      ANSWERS,
    );
    expect(await took(() => page.locator('.toggle', { hasText: 'against' }).click(), 'side=')).toBeLessThan(
      ANSWERS,
    );
    expect(await took(() => page.fill('#filter-search', 'harbour rain'), 'search=')).toBeLessThan(ANSWERS);
    expect(await page.locator('#list .quote').count()).toBe(20);
    expect(await violationsOn(page)).toEqual([]);
    expect(watch).toEqual({ requests: [], dialogs: [], complaints: [] });
    await close();
  });
});
