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

  test('counts by its first part', () => {
    expect(['en-GB', 'EN_us', ' en '].map(primary)).toEqual(['en', 'en', 'en']);
  });

  test('says nothing where it stands for no language', () => {
    expect(['und', 'zxx', 'qme', '', null].map(primary)).toEqual([null, null, null, null, null]);
    expect(gateOf(GERMAN, 'und', ENGLISH).isRead).toBe(false);
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
