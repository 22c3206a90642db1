import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Facts, Words } from '../../src/page/payload.ts';
import { PageRecords } from '../../src/report/page-data.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { onPage, post, quotation, side, tone } from '../helpers/reactions.ts';

const unpacked = <T>(base64: string): T =>
  JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString()) as T;
const factsOf = (records: PageRecords) => unpacked<Facts>(records.encoded('UTC').facts);
const wordsOf = (records: PageRecords) => unpacked<Words>(records.encoded('UTC').words);

describe('the records on a page', () => {
  test('are columns that give every record back', () => {
    const records = onPage(inventedRun);
    const { records: columns, names, total, shown } = factsOf(records);
    const { text, id } = wordsOf(records);
    expect([total, shown]).toEqual([inventedRun.length, inventedRun.length]);
    expect(text).toEqual(inventedRun.map((reaction) => reaction.text));
    expect(id).toEqual(inventedRun.map((reaction) => reaction.id));
    expect(columns.topic.map((place) => names.topic[place] ?? null)).toEqual(
      inventedRun.map(({ topic }) => topic),
    );
    expect(columns.platform.map((place) => names.platform[place]?.[0] ?? null)).toEqual(
      inventedRun.map(({ platform }) => platform),
    );
    expect(names.platform.find(([code]) => code === 'x')).toEqual(['x', 'X']);
    expect(names.language.find(([code]) => code === 'fa')).toEqual(['fa', 'Persian']);
  });

  test('count days in the zone of the summary', () => {
    const records = onPage([
      post(1, { publishedAt: '2026-03-01T23:30:00Z' }),
      post(2, { publishedAt: 'soon' }),
    ]);
    const dayIn = (zone: string): (number | null)[] =>
      [...unpacked<Facts>(records.encoded(zone).facts).records.day].map((day) => day);
    expect(dayIn('UTC')).toEqual([Date.UTC(2026, 2, 1) / 86_400_000, null]);
    expect(dayIn('Europe/Berlin')).toEqual([Date.UTC(2026, 2, 2) / 86_400_000, null]);
  });

  test('carry the sentence around words of prose', () => {
    const records = new PageRecords();
    const spoken = quotation(410, 'Lena Brandt', { text: 'We waited' });
    records.add(spoken, { id: spoken.id, start: 400, text: 'She said: “We waited” at the quay.' });
    const { around, parts, speaker } = wordsOf(records);
    expect(around['0']!.start).toBe(400);
    expect(parts['0']).toEqual([[410, 419]]);
    expect(speaker['0']).toEqual(['Lena Brandt', 0]);
  });

  test('carry the words that carried a label, the tone first, then each side', () => {
    const word = (text: string, start: number) => ({ text, start, end: start + text.length, weight: 0.2 });
    const explained = post(1, {
      text: 'Awful boat, shut it down',
      sentiment: { ...tone('negative'), rationale: [word('Awful', 0)] },
      stances: [{ ...side('the boat', 'against'), rationale: [word('shut', 12)] }],
    });
    const records = new PageRecords();
    for (const reaction of [post(2), explained]) records.add(reaction);
    expect(wordsOf(records).rationale).toEqual({ '1': [[[0, 5]], [[12, 16]]] });
  });

  test('are a random draw where there are too many, the same in any order, and say of how many', () => {
    const many = Array.from({ length: 500 }, (_, index) => post(index + 1));
    const drawn = new PageRecords(100);
    for (const reaction of many) drawn.add(reaction);
    const again = new PageRecords(100);
    for (const reaction of many.toReversed()) again.add(reaction);
    expect(factsOf(drawn)).toMatchObject({ total: 500, shown: 100 });
    expect(wordsOf(again).id.toSorted()).toEqual(wordsOf(drawn).id.toSorted());
    // Not simply the first hundred.
    expect(factsOf(drawn).records.row.filter((row) => row > 250).length).toBeGreaterThan(25);
  });

  test('are cut where their words would make the page too large', () => {
    // Words that no compression makes small.
    let seed = 7;
    const noise = (): string => {
      let text = '';
      while (text.length < 2_000) {
        seed = (seed * 48_271) % 2_147_483_647;
        text += seed.toString(36);
      }
      return text;
    };
    const records = onPage(Array.from({ length: 3_000 }, (_, index) => post(index + 1, { text: noise() })));
    const { words } = records.encoded('UTC');
    expect(words.length).toBeLessThan(1_410_000);
    expect(wordsOf(records).longest).toBeLessThan(2_000);
    expect(wordsOf(records).text[0]).toMatch(/…$/);
  });
});
