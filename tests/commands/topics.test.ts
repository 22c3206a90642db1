import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { givenTopics } from '../../src/topics/topics-file.ts';
import { freshDirectory, hearsay } from '../helpers/program.ts';

const EXPORT = 'corpora/export/posts.csv';

describe('hearsay topics', () => {
  test('writes a file that analyze takes', async () => {
    const cwd = freshDirectory('corpora');
    const made = await hearsay(['topics', EXPORT, '-o', 'topics.yaml'], { cwd });
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toBe('');
    expect(made.stderr).toContain('wrote topics.yaml');
    const names = givenTopics(readFileSync(join(cwd, 'topics.yaml'), 'utf8'), 'topics.yaml').map(
      ({ name }) => name,
    );
    const run = await hearsay(
      ['analyze', EXPORT, '--topics', 'topics.yaml', '--model', 'small', '--format', 'json'],
      { cwd },
    );
    expect(run.status, run.stderr).toBe(0);
    const { summary } = JSON.parse(run.stdout) as { summary: { topics: { topic: string }[] } };
    expect(summary.topics.map(({ topic }) => topic)).toEqual(expect.arrayContaining(names));
  });

  test('prints as many topics as are asked for, as JSON too', async () => {
    const { status, stdout } = await hearsay(['topics', EXPORT, '--topics-count', '5', '--json', '-q']);
    expect(status).toBe(0);
    expect(givenTopics(stdout, 'topics.json')).toHaveLength(5);
  });

  test('a digest is refused, with what to do', async () => {
    const { status, stderr } = await hearsay(['topics', 'corpora/digest/digest.txt']);
    expect(status).toBe(2);
    expect(stderr).toContain('whose topics are their stories');
  });
});
