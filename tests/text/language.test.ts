import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/text/language.ts';

describe('the language of a text', () => {
  test.each([
    ['en', 'Latin', 'Nobody told us that the last ferry was cancelled.'],
    ['de', 'Latin', 'Niemand hat uns gesagt, dass die letzte Fähre ausfällt.'],
    ['fr', 'Latin', 'Personne ne nous a dit que le dernier bateau était annulé.'],
    ['es', 'Latin', 'Nadie nos dijo que el último barco estaba cancelado.'],
    ['ru', 'Cyrillic', 'Никто не сказал нам, что последний паром отменили.'],
    ['fa', 'Arabic', 'هیچ کس به ما نگفت که آخرین کشتی لغو شده است.'],
    ['zh', 'Han', '没有人告诉我们最后一班渡轮取消了。'],
    ['he', 'Hebrew', 'איש לא אמר לנו שהמעבורת האחרונה בוטלה.'],
    ['el', 'Greek', 'Κανείς δεν μας είπε ότι το τελευταίο πλοίο ακυρώθηκε.'],
    ['hi', 'Devanagari', 'किसी ने हमें नहीं बताया कि आखिरी नाव रद्द हो गई थी।'],
  ])('%s in %s script: %s', (language, script, text) => {
    expect(languageOf(text)).toMatchObject({ language, script });
  });

  test('is not known without letters', () => {
    for (const text of ['', '12:30 😂😂', '!?', '#'])
      expect(languageOf(text)).toEqual({
        language: null,
        confidence: 0,
        scores: {},
        script: null,
        letters: 0,
      });
  });

  test('of hashtags alone is not known, but their script is', () => {
    expect(languageOf('#اعتراضات #ایران')).toMatchObject({ language: null, script: 'Arabic', letters: 0 });
    expect(languageOf('#ferry')).toMatchObject({ language: null, script: 'Latin', letters: 0 });
  });

  test('does not come from user names, links or hashtags', () => {
    const text =
      '@niemand_hat_uns https://example.org/die/letzte/faehre #niemandhatunsgesagt ferry late again';
    expect(languageOf(text).letters).toBe('ferrylateagain'.length);
  });

  test('is surer the more there is to read, between 0 and 1', () => {
    const short = languageOf('No ferry');
    const long = languageOf(
      'Nobody told us that the last ferry was cancelled, and now we are waiting on the quay.',
    );
    expect(long.confidence).toBeGreaterThan(short.confidence);
    expect(long.confidence).toBeLessThanOrEqual(1);
  });

  test('of a mixed text goes by most of its letters', () => {
    expect(languageOf('Breaking: هیچ کس به ما نگفت که آخرین کشتی لغو شده است').script).toBe('Arabic');
    expect(languageOf('The word سلام means hello in a language I can not read.').script).toBe('Latin');
  });

  test('of an endless text is found in its beginning', () => {
    expect(languageOf('Nobody told us anything. '.repeat(100_000)).language).toBe('en');
  });
});
