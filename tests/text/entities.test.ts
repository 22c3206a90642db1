import { describe, expect, it } from 'vitest';
import { entitiesIn } from '../../src/text/entities.ts';

const found = (text: string): string[] => entitiesIn(text).map((entity) => `${entity.type} ${entity.text}`);

describe('entities', () => {
  it.each<[string, string[]]>([
    ['Foreign Minister Jane Q. Roe spoke in Lisbon.', ['person Jane Q. Roe', 'place Lisbon']],
    ['The sailor Xobi Yanu, 34, left Norway.', ['person Xobi Yanu', 'place Norway']],
    ['The Ministry of Public Works paid.', ['organisation Ministry of Public Works']],
    ['Deputy Secretary for Export Control Anna P. Holt spoke.', ['person Anna P. Holt']],
    ['Norway’s NMRA met Anwar ul Brandt.', ['place Norway', 'organisation NMRA', 'person Anwar ul Brandt']],
    ['On Monday the Dutch waited. Missiles fell.', []],
    ['Xobi Yanu waited. Then Yanu left.', ['person Xobi Yanu', 'person Yanu']],
    ['saidMayor Lena Brandt', ['person Lena Brandt']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('gives places that hold the words exactly', () => {
    const text = 'In Oslo, Dr. Lena Brandt met Mr. Ek.';
    for (const entity of entitiesIn(text)) expect(text.slice(entity.start, entity.end)).toBe(entity.text);
  });
});
