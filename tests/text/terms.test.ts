import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { contentWords, handlesIn, hashtagWords, hashtagsIn, stemOf, termsIn } from '../../src/text/terms.ts';

describe('content words', () => {
  test.each([
    ['The ferry is late again, and nobody cares!', ['ferry', 'late', 'cares']],
    ["They can't cancel it. I don't believe them.", ['cancel', 'believe']],
    ['They can’t cancel Lena’s boat', ['cancel', 'lena', 'boat']],
    ['@island_council see https://example.org/boats #SaveTheFerry', ['save', 'ferry']],
    ['US sanctions, U.S. sanctions; tell us', ['u.s.', 'sanctions', 'u.s.', 'sanctions']],
    ['fish &amp; chips &gt; salad', ['fish', 'chips', 'salad']],
    ['9,400 people in 2026', ['people']],
    ['Die Fähre fällt schon wieder aus', ['fähre', 'fällt']],
    ['Le bac est encore en panne, et nous sommes sur le quai', ['bac', 'encore', 'panne', 'quai']],
    ['渡し船は遅い', ['渡し船', '遅い']],
    ['', []],
    ['!!! 😡😡', []],
  ])('%s', (text, expected) => {
    expect(contentWords(text)).toEqual(expected);
  });

  test('a word of a million letters is no term', () => {
    expect(contentWords(`ferry ${'a'.repeat(1_000_000)} pier`)).toEqual(['ferry', 'pier']);
  });
});

describe('terms', () => {
  test('pairs stand side by side: no stop word and no mark between them', () => {
    const pairs = termsIn('School closures hurt. Children of the island, lost days').filter(
      (t) => t.size === 2,
    );
    expect(pairs.map((t) => t.text)).toEqual(['school closures', 'closures hurt', 'lost days'].slice(0, 2));
  });

  test('forms of one word share a key', () => {
    const keys = new Set(termsIn('ferry; ferries; Ferry').map(({ key }) => key));
    expect([...keys]).toEqual(['ferri']);
  });

  test.each([
    ['banning', 'ban'],
    ['closures', 'closur'],
    ['nhs', 'nh'],
    ['fähren', 'fähren'],
    ['渡し', '渡し'],
  ])('the stem of %s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('hashtags and user names', () => {
  test.each([
    ['SaveTheFerry', 'Save The Ferry'],
    ['#NHSCuts2026', 'NHS Cuts 2026'],
    ['save_the_ferry', 'save the ferry'],
    ['PortElleryABC', 'Port Ellery ABC'],
    ['ferry', 'ferry'],
    ['ÎleDesFerries', 'Île Des Ferries'],
  ])('%s is read as %s', (tag, words) => {
    expect(hashtagWords(tag)).toBe(words);
  });

  test('one without capitals is cut into known words, or left whole', () => {
    const known = new Set(['save', 'ferry', 'boat']);
    expect(hashtagWords('savetheferry', known)).toBe('save the ferry');
    expect(hashtagWords('savetheisland', known)).toBe('savetheisland');
  });

  test('are found as written; a number, an entity and an address are none', () => {
    const text = 'Hi @Lena_B. #SaveTheFerry #1 &#39; mail a@b.org #été';
    expect(hashtagsIn(text)).toEqual(['SaveTheFerry', 'été']);
    expect(handlesIn(text)).toEqual(['Lena_B']);
  });
});

test('the parts of natural that are loaded print nothing', () => {
  const script = `await import('natural/lib/natural/util/stopwords.js');
    await import('natural/lib/natural/stemmers/porter_stemmer.js')`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })).toBe(
    '',
  );
});
