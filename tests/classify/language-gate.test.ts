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
