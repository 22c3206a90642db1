import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { handLabelsIn } from '../../src/commands/hand-labels-file.ts';
import { labelled } from '../../src/commands/label-run.ts';
import { testIo } from '../helpers/io.ts';

const folder = mkdtempSync(join(tmpdir(), 'label-'));
const posts = join(folder, 'posts.csv');
writeFileSync(
  posts,
  'id,text\n1,The new tram is a delight to ride.\n2,The tram broke down again and nobody cared.\n3,The tram leaves at nine.\n',
);
const FLAGS = { number: 3, strategy: 'random', seed: 1, quiet: true, model: 'small' } as const;

async function asked(output: string, answers: string, flags: object = {}): Promise<string> {
  const io = testIo();
  (io.stdin as PassThrough).end(answers);
  await labelled([posts], { ...FLAGS, ...flags, output, ask: true }, io);
  return io.printed();
}

describe('hearsay label', () => {
  test('asks for each record, keeps every answer, and goes on where it stopped', async () => {
    const output = join(folder, 'labels.csv');
    expect(await asked(output, 'positive\nq\n')).toContain('1 of 3 labelled');
    expect(await asked(output, '7\n1\n2\n')).toContain('3 of 3 labelled');
    const [head, ...rows] = readFileSync(output, 'utf8').trim().split('\n');
    expect(head).toBe('id,text,topic,sentiment,probability');
    expect(rows.map((row) => row.split(',').at(-2)).sort()).toEqual(['negative', 'neutral', 'positive']);
    expect((await handLabelsIn(output, testIo())).size).toBe(3);
  });

  test('lets go of the terminal when it is told to stop', async () => {
    const io = testIo();
    const stdin = io.stdin as PassThrough;
    stdin.write('positive\nq\n');
    await labelled([posts], { ...FLAGS, output: join(folder, 'stopped.csv'), ask: true }, io);
    expect(io.printed()).toContain('1 of 3 labelled');
    expect(stdin.isPaused()).toBe(true);
  });

  test('asks for the stance where a target is named', async () => {
    const output = join(folder, 'stances.csv');
    expect(await asked(output, '2\n', { target: ['tram'] })).toContain('Toward tram');
    expect(readFileSync(output, 'utf8')).toMatch(
      /^id,text,topic,target,stance,probability\n[^\n]*,tram,against,1\n/,
    );
  });

  test('never writes over labels that are there', async () => {
    const output = join(folder, 'mine.csv');
    writeFileSync(output, 'id,text\n');
    await expect(labelled([posts], { ...FLAGS, output }, testIo())).rejects.toMatchObject({ code: 'output' });
    await expect(asked(output, '')).rejects.toMatchObject({ code: 'usage' });
  });

  test('asks nothing without a file to keep the answers', async () => {
    await expect(labelled([posts], { ...FLAGS, ask: true }, testIo())).rejects.toMatchObject({
      code: 'usage',
    });
  });
});
