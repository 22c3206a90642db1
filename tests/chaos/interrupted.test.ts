/** SIGINT and SIGTERM at random moments: the run ends within five seconds, says so, and can be resumed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';

import { inventedExport } from '../helpers/invented-export.ts';
import { freshDirectory, hearsay, repository } from '../helpers/program.ts';

// A run is killed or stopped several times, on machines that have other work too.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const program = join(repository, 'dist/cli.js');
const input = inventedExport({ rows: 3000, repeated: 0.6 });
const args = ['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv'];
let whole: Buffer;

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
  readonly seconds: number;
}

function started(cwd: string, more: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [program, ...args, ...more], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Waits until the run has work behind it. */
async function atWork(cwd: string): Promise<void> {
  const journal = join(cwd, 'scored.csv.partial/journal');
  while (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 4) await pause(20);
}

/** Sends the signals, 200 ms apart, and waits for the end. */
async function endedBy(child: ChildProcess, signals: readonly NodeJS.Signals[]): Promise<Ended> {
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const status = new Promise<number | null>((settle) => child.on('close', settle));
  const start = performance.now();
  for (const signal of signals) {
    child.kill(signal);
    await pause(200);
  }
  return { status: await status, stderr, seconds: (performance.now() - start) / 1000 };
}

function folderWithInput(): string {
  const folder = freshDirectory();
  writeFileSync(join(folder, 'posts.csv'), input);
  return folder;
}

beforeAll(async () => {
  const cwd = folderWithInput();
  await hearsay(args, { cwd });
  whole = readFileSync(join(cwd, 'scored.csv'));
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, status) => {
  test.each([0, 600])('%i ms into the work', async (ms) => {
    const cwd = folderWithInput();
    const child = started(cwd);
    await atWork(cwd);
    await pause(ms);
    const ended = await endedBy(child, [signal]);
    expect(ended.status).toBe(status);
    expect(ended.seconds).toBeLessThan(5);
    expect(ended.stderr).toContain('--resume goes on from here');
    expect(ended.stderr).not.toContain('    at ');
    expect(existsSync(join(cwd, 'scored.csv'))).toBe(false);
    expect((await hearsay([...args, '--resume'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'scored.csv')).equals(whole)).toBe(true);
  });

  test('twice ends the run at once, and it can still be resumed', async () => {
    const cwd = folderWithInput();
    const child = started(cwd);
    await atWork(cwd);
    const ended = await endedBy(child, [signal, signal]);
    expect(ended.status).toBe(status);
    expect(ended.seconds).toBeLessThan(2);
    expect((await hearsay([...args, '--resume'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'scored.csv')).equals(whole)).toBe(true);
  });
});
