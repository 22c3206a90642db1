/** Two runs on one output: the second goes away at once and says who holds it; a dead holder holds nothing. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';

import { inventedExport } from '../helpers/invented-export.ts';
import { filesIn, freshDirectory, hearsay, repository } from '../helpers/program.ts';

// A run is killed or stopped several times, on machines that have other work too.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const program = join(repository, 'dist/cli.js');
const args = ['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv'];

async function whileOneRuns<T>(
  cwd: string,
  act: (pid: number) => Promise<T>,
): Promise<{ found: T; pid: number }> {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: 'ignore' });
  const ended = new Promise((settle) => child.on('exit', settle));
  const lock = join(cwd, 'scored.csv.partial/lock.1');
  while (!existsSync(lock)) await pause(10);
  const found = await act(child.pid!);
  child.kill('SIGKILL');
  await ended;
  return { found, pid: child.pid! };
}

function folderWithInput(rows: number): string {
  const folder = freshDirectory();
  writeFileSync(join(folder, 'posts.csv'), inventedExport({ rows, repeated: 0.5 }));
  return folder;
}

test('the second of two runs is refused with exit 6, whatever way it names the output', async () => {
  const cwd = folderWithInput(2000);
  const { found, pid } = await whileOneRuns(cwd, () =>
    Promise.all([
      hearsay([...args, '--resume'], { cwd }),
      hearsay([...args.slice(0, -1), join(cwd, '.', 'scored.csv')], { cwd }),
    ]),
  );
  for (const run of found) {
    expect(run.status).toBe(6);
    expect(run.stderr).toContain(`another run is writing this (process ${pid} on `);
  }
});

test('the lock of a run that was killed is taken over', async () => {
  const cwd = folderWithInput(600);
  await whileOneRuns(cwd, () => pause(300));
  expect(readdirSync(join(cwd, 'scored.csv.partial'))).toContain('lock.1');
  const run = await hearsay([...args, '--resume'], { cwd });
  expect(run.status).toBe(0);
  expect(filesIn(cwd)).toEqual(['posts.csv', 'scored.csv', 'scored.csv.rejects.csv']);
});

test('of many runs that start together on a dead lock one alone goes on', async () => {
  const cwd = folderWithInput(600);
  await whileOneRuns(cwd, () => pause(300));
  const runs = await Promise.all(Array.from({ length: 4 }, () => hearsay([...args, '--resume'], { cwd })));
  const statuses = runs.map(({ status }) => status).sort();
  expect(statuses.filter((status) => status !== 0 && status !== 6)).toEqual([]);
  expect(readFileSync(join(cwd, 'scored.csv'), 'utf8').split('\n').length).toBeGreaterThan(600);
  expect(statuses).toContain(0);
});
