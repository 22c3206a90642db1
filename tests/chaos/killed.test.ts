/** kill -9 at random moments: `--resume` finishes what an undisturbed run would have written, byte for byte. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import { inventedExport, randomNumbers } from '../helpers/invented-export.ts';
import { filesIn, freshDirectory, hearsay, repository, type Run } from '../helpers/program.ts';

// A run is killed or stopped several times, on machines that have other work too.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const SEEDS = seedsOf(process.env['HEARSAY_CHAOS_SEEDS'] ?? '20');
const program = join(repository, 'dist/cli.js');

/** `20` means 1 to 20, `7,9` those two. */
function seedsOf(text: string): number[] {
  if (text.includes(',')) return text.split(',').map(Number);
  return Array.from({ length: Number(text) }, (_, i) => i + 1);
}

/** Starts `hearsay ARGS` and kills it after so many milliseconds; true where it had to be killed. */
async function killedAfter(args: readonly string[], ms: number, cwd: string): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: 'ignore' });
  const ended = new Promise<boolean>((settle) =>
    child.on('exit', (_, signal) => settle(signal === 'SIGKILL')),
  );
  const alarm = setTimeout(() => child.kill('SIGKILL'), ms);
  const wasKilled = await ended;
  clearTimeout(alarm);
  return wasKilled;
}

describe.each([
  { name: 'plain, with stance', output: 'scored.csv', targets: ['--target', 'the night bus'] },
  { name: 'compressed', output: 'scored.csv.gz', targets: [] },
])('an output that is $name', ({ output, targets }) => {
  let whole: { run: Run; bytes: Buffer; rejects: Buffer; ms: number };
  let resumed = 0;
  const input = inventedExport({ rows: 4000, repeated: 0.93 }).replace(/\n/, '\n1,too few\n');
  const args = ['score', 'posts.csv', '--text-column', '3', ...targets, '-o', output];

  function folderWithInput(): string {
    const folder = freshDirectory();
    writeFileSync(join(folder, 'posts.csv'), input);
    return folder;
  }

  beforeAll(async () => {
    const cwd = folderWithInput();
    const start = performance.now();
    const run = await hearsay(args, { cwd });
    const ms = performance.now() - start;
    const rejects = readFileSync(join(cwd, `${output}.rejects.csv`));
    whole = { run, bytes: readFileSync(join(cwd, output)), rejects, ms };
  });

  test.each(SEEDS)('seed %i', async (seed) => {
    const random = randomNumbers(seed * 7919);
    const cwd = folderWithInput();
    for (let left = 1 + Math.floor(random() * 3); left > 0; left--) {
      if (!(await killedAfter([...args, '--resume'], random() * whole.ms, cwd))) break;
      expect(existsSync(join(cwd, output))).toBe(false);
    }
    const run = await hearsay([...args, '--resume'], { cwd });
    if (run.stderr.includes('going on with')) resumed += 1;
    expect(lastLine(run)).toBe(lastLine(whole.run));
    expect(run.status).toBe(0);
    expect(readFileSync(join(cwd, output)).equals(whole.bytes)).toBe(true);
    expect(readFileSync(join(cwd, `${output}.rejects.csv`)).equals(whole.rejects)).toBe(true);
    expect(filesIn(cwd)).toEqual(['posts.csv', output, `${output}.rejects.csv`].sort());
  });

  test('some of the runs were killed in the middle of their work', () => {
    expect(resumed).toBeGreaterThan(0);
  });
});

const lastLine = ({ stderr }: Run): string => stderr.trim().split('\n').at(-1)!;

test('a helping process that is killed loses nothing', async () => {
  const cwd = freshDirectory();
  writeFileSync(join(cwd, 'posts.csv'), inventedExport({ rows: 1200, repeated: 0 }));
  const args = (output: string): string[] => ['score', 'posts.csv', '--text-column', '3', '-o', output];
  const env = { ...process.env, HEARSAY_PROCESSES: '2' };
  const child = spawn(process.execPath, [program, ...args('killed.csv')], { cwd, env, stdio: 'ignore' });
  const status = new Promise<number | null>((settle) => child.on('exit', settle));
  let helper: number | undefined;
  while (helper === undefined && child.exitCode === null) {
    await pause(20);
    helper = childrenOf(child.pid!)[0];
  }
  await pause(500);
  process.kill(helper!, 'SIGKILL');
  expect(await status).toBe(0);
  expect((await hearsay(args('whole.csv'), { cwd })).status).toBe(0);
  expect(readFileSync(join(cwd, 'killed.csv')).equals(readFileSync(join(cwd, 'whole.csv')))).toBe(true);
});

const childrenOf = (pid: number): number[] =>
  existsSync(`/proc/${pid}/task/${pid}/children`)
    ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    : [];
