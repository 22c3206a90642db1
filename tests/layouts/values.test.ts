import { describe, expect, test } from 'vitest';
import { areRounded, idInUrl, idOf } from '../../src/layouts/ids.ts';
import { dayOrderOf, momentOf } from '../../src/layouts/times.ts';
import { countOf, isTrue, languageCodeOf, platformOf, wordOf } from '../../src/layouts/values.ts';

describe('counts', () => {
  test.each([
    ['0', 0],
    ['12', 12],
    [' 12 ', 12],
    ['12.0', 12],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1 234 567', 1234567],
    ["12'000", 12000],
    ['1,234,567', 1234567],
    ['1.2K', 1200],
    ['1,2 k', 1200],
    ['3M', 3_000_000],
    ['2.5bn', 2_500_000_000],
    ['1.2e3', 1200],
    ['', null],
    ['null', null],
    ['many', null],
    ['-1', null],
    ['1.5', null],
    ['1,23', null],
    ['9'.repeat(30), null],
    ['1e99', null],
  ])('%j is %j', (cell, count) => {
    expect(countOf(cell)).toBe(count);
  });
});

describe('moments', () => {
  const MOMENT = '2026-03-01T18:30:00Z';
  test.each([
    ['2026-03-01T18:30:00Z', MOMENT],
    ['2026-03-01T18:30:00.999+00:00', MOMENT],
    ['2026-03-01T20:30:00+02:00', MOMENT],
    ['2026-03-01T13:30:00-0500', MOMENT],
    ['2026-03-01 18:30:00', MOMENT],
    ['2026-03-01 18:30:00 UTC', MOMENT],
    ['2026-03-01 13:30:00 EST', MOMENT],
    ['2026-03-01 6:30 PM', MOMENT],
    ['2026/03/01 18:30', MOMENT],
    ['1772389800', MOMENT],
    ['1772389800.5', MOMENT],
    ['1772389800000', MOMENT],
    ['1772389800000000', MOMENT],
    ['Sun Mar 01 18:30:00 +0000 2026', MOMENT],
    ['Sun Mar 01 20:30:00 +0200 2026', MOMENT],
    ['Sun, 01 Mar 2026 18:30:00 GMT', MOMENT],
    ['Mar 1, 2026 6:30 PM', MOMENT],
    ['1st March 2026 18:30', MOMENT],
    ['01-Mar-26 6:30 PM', MOMENT],
    ['01.03.2026 18:30', MOMENT],
    ['01.03.26 18:30', MOMENT],
    ['2/13/26 18:30', '2026-02-13T18:30:00Z'],
    ['2026-03-01', '2026-03-01T00:00:00Z'],
    ['13/02/2026', '2026-02-13T00:00:00Z'],
    ['02/13/2026', '2026-02-13T00:00:00Z'],
    ['12:00 AM Mar 1 2026', '2026-03-01T00:00:00Z'],
    ['', null],
    ['null', null],
    ['2 years ago', null],
    ['2026-02-30', null],
    ['2026-03-01 25:00:00', null],
    ['2026-03-01 18:30:00 XYZ', null],
    ['03/04/2026', null],
    ['123456789012345678901', null],
    ['May', null],
  ])('%j is %j', (cell, moment) => {
    expect(momentOf(cell)).toBe(moment);
  });

  test('a column that has the thirteenth tells where its days stand', () => {
    expect(dayOrderOf('13/02/2026')).toBe('day-first');
    expect(dayOrderOf('02/13/2026')).toBe('month-first');
    expect(dayOrderOf('02/03/2026')).toBeNull();
    expect(momentOf('03/04/2026', 'day-first')).toBe('2026-04-03T00:00:00Z');
    expect(momentOf('03/04/2026', 'month-first')).toBe('2026-03-04T00:00:00Z');
  });
});

describe('languages', () => {
  test.each([
    ['en', 'en'],
    ['EN-us', 'en'],
    ['pt_BR', 'pt'],
    ['eng', 'en'],
    ['deu', 'de'],
    ['English', 'en'],
    ['deutsch', 'de'],
    ['Persian', 'fa'],
    ['Chinese (Simplified)', 'zh'],
    ['["de","en"]', 'de'],
    ['de,en', 'de'],
    ['in', 'id'],
    ['iw', 'he'],
    ['und', null],
    ['qme', null],
    ['zxx', null],
    ['', null],
    ['[]', null],
    ['unknown', null],
  ])('%j is %j', (cell, code) => {
    expect(languageCodeOf(cell)).toBe(code);
  });
});

describe('platforms', () => {
  test.each([
    ['Twitter', 'x'],
    ['X', 'x'],
    ['twitter.com', 'x'],
    ['https://x.com/lena/status/1', 'x'],
    ['SOCIALMEDIA_TWITTER', 'x'],
    ['https://t.me/island/1', 'telegram'],
    ['https://www.facebook.com/x.com', 'facebook'],
    ['https://m.facebook.com/1', 'facebook'],
    ['YouTube', 'youtube'],
    ['https://youtu.be/x', 'youtube'],
    ['https://bsky.app/profile/x', 'bluesky'],
    ['TikTok', 'tiktok'],
    ['Truth Social', 'truthsocial'],
    ['vk.com', 'vk'],
    ['exxon.com', 'other'],
    ['Netflix', 'other'],
    ['a blog', 'other'],
    ['', null],
    ['null', null],
  ])('%j is %j', (cell, platform) => {
    expect(platformOf(cell)).toBe(platform);
  });
});

describe('ids', () => {
  test.each([
    ['1983214266412530429', '1983214266412530429'],
    [' 007 ', '007'],
    ['123.0', '123'],
    ['1.98321E+18', null],
    ['1,98321E+18', null],
    ['1.983214266412530429e+18', null],
    ['1983214266412530432.0', null],
    ['="1983214266412530429"', '1983214266412530429'],
    ["'0071", '0071'],
    ['nan', null],
    ['', null],
  ])('%j is %j', (cell, id) => {
    expect(idOf(cell)).toBe(id);
  });

  test('a column of long ids that all end in zeros was rounded', () => {
    const ids = ['1983214266412530000', '1983109844336880000', '1982765952466620000', '1978433620087100000'];
    expect(areRounded(ids)).toBe(true);
    expect(areRounded([...ids, '1983214266412530429'])).toBe(false);
    expect(areRounded(ids.slice(0, 2))).toBe(false);
    expect(areRounded(['100', '200', '300', '400'])).toBe(false);
  });

  test.each([
    ['https://x.com/lena/status/1983214266412530429?s=20', '1983214266412530429'],
    ['http://twitter.com/lena/statuses/12', '12'],
    ['https://www.youtube.com/watch?v=abcdefghijk', 'abcdefghijk'],
    ['https://www.tiktok.com/@lena/video/73', '73'],
    ['https://www.instagram.com/p/CaBc1/', 'CaBc1'],
    ['https://www.facebook.com/groups/9/permalink/77/', '77'],
    ['https://www.facebook.com/permalink.php?story_fbid=77&id=9', '77'],
    ['https://www.facebook.com/9/videos/boats/78/', '78'],
    ['https://www.reddit.com/r/islands/comments/p/x/k1/', 'k1'],
    ['https://www.reddit.com/r/islands/comments/p/x/', 'p'],
    ['https://news.example/2026/ferry', null],
  ])('the address %s ends in %j', (url, id) => {
    expect(idInUrl(url)).toBe(id);
  });
});

test.each(['yes', 'true', 'True', '1', 'Y'])('%j says yes', (cell) => expect(isTrue(cell)).toBe(true));
test.each(['no', 'false', '0', '', 'null', 'yesterday'])('%j does not say yes', (cell) =>
  expect(isTrue(cell)).toBe(false),
);
test.each(['', ' ', 'null', 'None', 'N/A', 'nan'])('%j says nothing', (cell) =>
  expect(wordOf(cell)).toBeNull(),
);
