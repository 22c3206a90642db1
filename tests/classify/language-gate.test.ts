import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gateOf, primary } from '../../src/classify/language-gate.ts';

const ENGLISH = ['en'];
const GERMAN = 'Das ist wirklich eine sehr schlechte Nachricht für alle Leute hier im Ort.';
const PLAIN = 'This really is very bad news for everybody who lives on the island.';

describe("the export's own word on the language", () => {
  test('decides before the text does', () => {
    expect(gateOf(GERMAN, 'en', ENGLISH)).toEqual({ language: 'en', isRead: true });
    expect(gateOf(PLAIN, 'de', ENGLISH)).toEqual({ language: 'de', isRead: false });
  });

  test.each([
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    [' en ', 'en'],
    ['eng', 'en'],
    ['English', 'en'],
    ['Persian', 'fa'],
    ['pt_BR', 'pt'],
    ['fil', 'fil'],
  ])('%j is %s', (declared, code) => {
    expect(primary(declared)).toBe(code);
  });

  test.each(['und', 'zxx', 'qme', 'nan', '', 'none', 'n/a', '??', '1'])('%j says nothing', (declared) => {
    expect(primary(declared)).toBeNull();
    expect(gateOf(GERMAN, declared, ENGLISH).isRead).toBe(false);
    expect(gateOf(PLAIN, declared, ENGLISH).isRead).toBe(true);
  });
});

describe('without it', () => {
  test.each([
    ['en', PLAIN],
    [null, 'no way!!'],
    [null, '😂😂😂 12:30'],
    [null, 'https://example.org @ann #ferry'],
    [null, 'omg lol Vaporetto Sant’Elena ragazzi!'],
    [null, 'Pourquoi ?'],
  ])('the models are asked, language %s: %s', (language, text) => {
    expect(gateOf(text, null, ENGLISH)).toEqual({ language, isRead: true });
  });

  test('hashtags alone in another script are not read', () => {
    expect(gateOf('#اعتراضات https://example.org', null, ENGLISH)).toEqual({ language: null, isRead: false });
  });

  test.each([
    ['de', GERMAN],
    ['fr', 'Pourquoi personne ne nous dit rien ? C’est honteux, on attend depuis quatre heures.'],
    ['es', 'Esto es una vergüenza para todo el país, nadie nos ha dicho nada desde ayer.'],
    ['tr', 'Bu gerçekten çok kötü bir haber, kimse bize hiçbir şey söylemedi.'],
    ['fa', 'این خیلی بد است'],
    ['ru', 'Это ужасно'],
    ['ja', 'ひどい話だ。'],
  ])('they are not asked about what is surely %s: %s', (language, text) => {
    expect(gateOf(text, null, ENGLISH)).toEqual({ language, isRead: false });
  });
});

/** Posts by ISO 639-1 code, `-Latn` where written in Latin letters against custom; `mixed` is half English. */
const POSTS = JSON.parse(
  readFileSync(new URL('../fixtures/posts-by-language.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly string[]>>;
const ROMANISED = Object.keys(POSTS).filter((code) => code.endsWith('-Latn'));
const OTHERS = Object.keys(POSTS).filter((code) => code !== 'en' && !ROMANISED.includes(code));

const readOf = (codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => POSTS[code]!).filter((post) => gateOf(post, null, ENGLISH).isRead);
const shareRead = (codes: readonly string[]): number =>
  readOf(codes).length / codes.flatMap((code) => POSTS[code]!).length;

describe('short posts', () => {
  test.each(POSTS['en']!)('in English are read, with slang, names and hashtags: %s', (post) => {
    expect(gateOf(post, null, ENGLISH).isRead).toBe(true);
  });

  test('in fifteen other languages are not, but for one in ten', () => {
    expect(shareRead(OTHERS)).toBeLessThan(0.1);
  });

  test('in Latin letters where others are usual are mostly not', () => {
    expect(shareRead(ROMANISED)).toBeLessThan(0.3);
  });
});

test.each([
  'Lindsey Graham and Loretta Lynch',
  'Rep. Xavier Becerra (D-Calif.)',
  'Corey Lewandowski, Donna Brazile, Newt Gingrich',
  'Watched Kieślowski, Szymborska and Wałęsa all night',
])('names of other countries make no other language: %s', (text) => {
  expect(gateOf(text, null, ENGLISH).isRead).toBe(true);
});
