import { describe, expect, test } from 'vitest';
import { assertSame, type Identity } from '../../src/batch/identity.ts';

const then: Identity = {
  version: '0.1.0',
  inputs: [{ name: 'posts.csv', size: 120, sha256: 'aa' }],
  options: { '--prefix': 'hearsay_', '--target': ['phone ban'], '--overwrite': false },
  parts: { 'the model sentiment-small': 'm1' },
  cache: null,
};

test('nothing changed, nothing refused', () => {
  expect(() => assertSame(then, structuredClone(then))).not.toThrow();
});

describe('what has changed is told', () => {
  test.each<[Partial<Identity>, string]>([
    [
      { inputs: [{ name: 'posts.csv', size: 121, sha256: 'bb' }] },
      'posts.csv has changed since the run began (120 bytes then, 121 now)',
    ],
    [
      { inputs: [{ name: 'posts.csv', size: 120, sha256: 'bb' }] },
      'posts.csv has changed since the run began (its checksum is another)',
    ],
    [{ inputs: [{ name: 'x.csv', size: 1, sha256: 'x' }] }, 'the run began with posts.csv, not with x.csv'],
    [
      { options: { ...then.options, '--prefix': 'h_' } },
      'the run began with --prefix "hearsay_", not with --prefix "h_"',
    ],
    [
      { options: { ...then.options, '--target': [] } },
      'the run began with --target phone ban, not with no --target',
    ],
    [
      { parts: { 'the model sentiment-small': 'm2' } },
      'the model sentiment-small has changed since the run began',
    ],
    [{ version: '0.2.0' }, 'the run began with hearsay 0.1.0, and this is 0.2.0'],
    [{ cache: { bytes: 3, sha256: 'c' } }, 'the file of --cache is not the one that the run began with'],
  ])('%j', (change, sentence) => {
    expect(() => assertSame(then, { ...then, ...change })).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: `this can't go on with --resume: ${sentence}`,
      }) as Error,
    );
  });
});
