/** Words of charts stay apart and inside, on every screen and zoom, however long the names are and whatever their script. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ScoredReaction } from '../../src/reaction.ts';
import { post, side, tone } from '../helpers/reactions.ts';
import { opened } from './helpers/browser.ts';
import { resultOf } from './helpers/results.ts';

const TOPICS = [
  'Ferry delays',
  'Port Ellery to ban smartphones from every school and library of the county from autumn on',
  'تأخیر کشتی‌ها در زمستان',
  'Hafenverwaltungsgebührenerhöhungsverordnung',
  'Tax',
  '小さな図書館の存続をめぐる議論',
  'Winter timetable 2026, the whole of it and all of its exceptions',
];
const TARGETS = [
  'Sundline Ferries',
  'the Minister for Transport, Infrastructure and the Islands, Ada Holm',
  'شرکت کشتیرانی جزیره',
  'crew',
];
const LABELS = ['negative', 'neutral', 'positive'] as const;
const SIDES = ['against', 'none', 'favor'] as const;

function* longNames(): Generator<ScoredReaction> {
  for (let row = 1; row <= 900; row += 1) {
    const topic = TOPICS[row % TOPICS.length]!;
    const name =
      row % 3 === 0 ? `نرگس ${row % 23}` : `The Association of Passengers of the Outer Islands ${row % 23}`;
    yield post(row, {
      topic,
      topics: [{ name: topic, score: 1 }],
      author: { id: name, handle: `account_of_many_letters_${row % 23}`, name },
      speaker: { name, form: 'named', mention: null },
      publishedAt: `2026-0${1 + (row % 9)}-1${row % 10}T10:00:00Z`,
      sentiment: tone(LABELS[(row * 7) % 3]!),
      stances: [side(TARGETS[row % 4]!, SIDES[(row * 5) % 3]!)],
    });
  }
}

/** Pairs of words that lie on each other in a chart, and words that stick out of theirs. */
const collisionsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll('svg.chart')) {
      const frame = svg.getBoundingClientRect();
      const card = svg.closest('[id]')!.id;
      const words = [...svg.querySelectorAll('text:not(:has(tspan)), tspan')]
        .filter((it) => it.textContent!.trim() !== '')
        .map((it) => ({ said: it.textContent!, box: it.getBoundingClientRect() }));
      for (const [at, { said, box }] of words.entries()) {
        if (box.left < frame.left - 1 || box.right > frame.right + 1)
          found.push(`${card}: ${said} sticks out`);
        for (const other of words.slice(at + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1.5 && down > 4) found.push(`${card}: ${said} under ${other.said}`);
        }
      }
    }
    return found;
  });

let file = '';
beforeAll(async () => {
  file = join(await resultOf(longNames()), 'dashboard.html');
});

describe('words of charts do not meet', () => {
  test.each([
    [360, 1],
    [768, 1],
    [1280, 1],
    [1920, 1],
    [2560, 1],
    // A window of 1,280 pixels at 200 and at 400 per cent.
    [640, 2],
    [320, 4],
  ])('on %i pixels at a scale of %i', async (width, deviceScaleFactor) => {
    const one = await opened(file, '', { viewport: { width, height: 900 }, deviceScaleFactor });
    const charts = await one.page.locator('svg.chart').count();
    expect(charts).toBe(5);
    expect(await collisionsOn(one.page)).toEqual([]);
    const wide = await one.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    expect(one.watch).toEqual({ requests: [], dialogs: [], complaints: [] });
    await one.close();
  });

  test('whatever is chosen', async () => {
    const one = await opened(file, '', { viewport: { width: 360, height: 900 } });
    await one.page.locator('summary', { hasText: 'Filters' }).click();
    for (const [filter, index] of [
      ['target', 2],
      ['topic', 3],
    ] as const) {
      await one.page.selectOption(`#filter-${filter}`, { index });
      await one.page.waitForFunction((name) => location.hash.includes(`${name}=`), filter);
      expect(await collisionsOn(one.page), filter).toEqual([]);
    }
    await one.close();
  });

  test('would be noticed', async () => {
    const one = await opened(file);
    await one.page.evaluate(() => {
      for (const text of document.querySelectorAll('#tone-by-topic svg text'))
        text.setAttribute('font-size', '60');
    });
    expect((await collisionsOn(one.page)).length).toBeGreaterThan(3);
    await one.close();
  });
});
