import { describe, expect, test } from 'vitest';
import type { LabelledRow } from '../../src/commands/labelled-rows.ts';
import { askedTargets } from '../../src/commands/target-check.ts';

const rows = ['tram', 'bridge', 'tram', 'ferry', 'tram'].map((target, i): LabelledRow => ({
  row: i + 1,
  id: null,
  text: 'A post.',
  label: 'favor',
  target,
  source: null,
  language: null,
  probability: null,
}));

describe('what a model is asked about', () => {
  test('is the own target without a check', () => {
    expect(askedTargets(rows, undefined)).toEqual(['tram', 'bridge', 'tram', 'ferry', 'tram']);
  });

  test('is another target of the file when swapped, not always the same one', () => {
    const asked = askedTargets(rows, 'swapped');
    asked.forEach((target, i) => {
      expect(target).not.toBe(rows[i]!.target);
      expect(['tram', 'bridge', 'ferry']).toContain(target);
    });
    expect(new Set([asked[0], asked[2], asked[4]].concat(asked[1]!)).size).toBeGreaterThan(1);
  });

  test('tells nothing when blank', () => {
    expect(new Set(askedTargets(rows, 'blank')).size).toBe(1);
    expect(rows.map(({ target }) => target)).not.toContain(askedTargets(rows, 'blank')[0]);
  });
});
