import { describe, expect, it } from 'vitest';
import { quotedIn } from '../helpers/said.ts';

describe('words that were not said are no quotation', () => {
  it.each([
    'Dana Ek never called the fee “a rip-off”.',
    'The council did not describe the fee as “a rip-off”.',
    'Dana Ek has refused to call the fee “a rip-off”.',
    'Dana Ek didn’t say “we will pay”.',
    'Dana Ek’s office denied that she had described the guests as “cattle”.',
    'If guests ask “where is the soup?” they get a leaflet.',
  ])('%s', async (text) => {
    expect(await quotedIn(text)).toEqual([]);
  });

  it.each([
    'Dana Ek did not deny that she had called the fee “a rip-off”.',
    'Dana Ek not only called the fee “a rip-off”, she sued.',
    'Dana Ek, who did not vote, called the fee “a rip-off”.',
  ])('said: %s', async (text) => {
    expect(await quotedIn(text)).toHaveLength(1);
  });
});
