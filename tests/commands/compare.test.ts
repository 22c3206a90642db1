import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/aggregate/compare.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';

const TEXTS = [
  'I love the night ferry',
  'The night ferry is awful, what a shame',
  'When does the night ferry leave?',
];

/** Half an hour apart around the hour that comes twice in Berlin; the last has no date. */
const CSV = `id,author,created_at,text
${Array.from({ length: 40 }, (_, i) => {
  const time = new Date(Date.UTC(2026, 9, 24, 12) + i * 30 * 60_000).toISOString();
  return `${i},user${i},${time},"${TEXTS[i % 3]}, boat ${i}"`;
}).join('\n')}
99,nobody,,The night ferry again
`;

describe('hearsay compare', () => {
  test('parts one export at the midnight of a zone', async () => {
    const cwd = freshDirectory();
    writeFileSync(join(cwd, 'posts.csv'), CSV);
    const args = [
      'compare',
      'posts.csv',
      '--split',
      '2026-10-25',
      '--target',
      'night ferry',
      '--model',
      'small',
    ];
    const run = await hearsay([...args, '--tz', 'Europe/Berlin', '--format', 'json'], { cwd });
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toContain('1 record without a date: on neither side');
    const { sides, rows } = JSON.parse(run.stdout) as Comparison;
    // Midnight in Berlin is 22:00 UTC: twenty half hours after noon.
    expect(sides.a).toMatchObject({ name: 'before 2026-10-25', n: 20, voices: 20 });
    expect(sides.b).toMatchObject({ name: 'from 2026-10-25 on', n: 20 });
    for (const { a, b, difference } of rows) expect(difference).toBeCloseTo(b.share - a.share, 3);
    expect(rows.filter(({ target }) => target === 'night ferry').length).toBeGreaterThan(0);
  });

  test.each([
    ['one file without --split', ['posts.csv'], 'two different files are compared'],
    ['two files with --split', ['a.csv', 'b.csv', '--split', '2026-10-25'], '--split parts one file'],
    ['a date that is none', ['posts.csv', '--split', 'yesterday'], '"yesterday" is no date'],
  ])('%s is wrong use', async (_, args, message) => {
    const { status, stderr } = await hearsay(['compare', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
