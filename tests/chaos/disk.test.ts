/** Disks that take no more: exit 6 with one line, nothing half-written under a final name, and a run that goes on. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { inventedExport, randomNumbers } from '../helpers/invented-export.ts';
import { finished, freshDirectory, hearsay, repository, type Run } from '../helpers/program.ts';

// A run is killed or stopped several times, on machines that have other work too.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const program = join(repository, 'dist/cli.js');
const input = inventedExport({ rows: 2500, repeated: 0.95 });
const args = ['score', 'posts.csv', '--text-column', '3', '-o', 'scored.csv'];
let whole: Buffer;

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

/** One line for people behind what was detected, without a stack trace. */
function expectFull(run: Run): void {
  expect(run.status).toBe(6);
  const [last] = run.stderr.trim().split('\n').slice(-1);
  expect(last).toMatch(
    /^hearsay: .*scored\.csv.*: it can't be written.* Free some space or write elsewhere\.$/,
  );
  expect(run.stderr).not.toContain('    at ');
}

describe('a limit on the size of files', () => {
  const limited = (kilobytes: number, cwd: string): Promise<Run> =>
    finished(
      'bash',
      ['-c', `ulimit -f ${kilobytes}; exec "$@"`, 'bash', process.execPath, program, ...args],
      {
        cwd,
      },
    );
  const random = randomNumbers(20261123);

  test.each(Array.from({ length: 4 }, () => Math.floor(random() * 400)))('%i KiB', async (kilobytes) => {
    const cwd = folderWithInput();
    writeFileSync(join(cwd, 'scored.csv'), 'the result of last week\n');
    expectFull(await limited(kilobytes, cwd));
    expect(readFileSync(join(cwd, 'scored.csv'), 'utf8')).toBe('the result of last week\n');
    expect((await hearsay([...args, '--resume'], { cwd })).status).toBe(0);
    expect(readFileSync(join(cwd, 'scored.csv')).equals(whole)).toBe(true);
  });
});

describe('/dev/full', () => {
  test.each([
    ['as the output', ['score', 'posts.csv', '-o', '/dev/full']],
    ['as the file of rejects', ['score', 'posts.csv', '-o', 'scored.csv', '--rejects', '/dev/full']],
  ])('%s', async (_, words) => {
    const cwd = folderWithInput();
    const run = await hearsay(words, { cwd });
    expect(run.status).toBe(6);
    expect(run.stderr.trim().split('\n').at(-1)).toContain("hearsay: /dev/full: it can't be written");
  });

  test('behind standard output', async () => {
    const cwd = folderWithInput();
    const run = await finished(
      'bash',
      ['-c', `exec "${process.execPath}" "${program}" score posts.csv > /dev/full`],
      {
        cwd,
      },
    );
    expect(run.status).toBe(6);
    expect(run.stderr).not.toContain('    at ');
  });
});

describe('a small disk', () => {
  const disk = join(freshDirectory(), 'disk');
  let isMounted = false;

  beforeAll(() => {
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' });
      isMounted = true;
    } catch {
      isMounted = false;
    }
  });
  afterAll(() => {
    if (isMounted) execFileSync('umount', [disk]);
  });

  test('that is full already ends the run before anything is read', async (context) => {
    if (!isMounted) context.skip('this machine lets us mount no small disk');
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(300 * 1024));
    const run = await hearsay(['score', 'nothing.csv', '-o', join(disk, 'scored.csv')], {
      cwd: folderWithInput(),
    });
    expectFull(run);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    rmSync(ballast);
  });

  test('that fills up ends the run with exit 6; freed, it holds what an undisturbed run gives', async (context) => {
    if (!isMounted) context.skip('this machine lets us mount no small disk');
    const cwd = folderWithInput();
    const words = ['score', 'posts.csv', '--text-column', '3', '-o', join(disk, 'scored.csv')];
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(200 * 1024));
    const full = await hearsay(words, { cwd });
    expectFull(full);
    expect(full.stderr).toContain('0.1 MB are free there, and what is read has ');
    expect(existsSync(join(disk, 'scored.csv'))).toBe(false);
    rmSync(ballast);
    execFileSync('mount', ['-o', 'remount,size=4m', disk]);
    expect((await hearsay([...words, '--resume'], { cwd })).status).toBe(0);
    expect(readFileSync(join(disk, 'scored.csv')).equals(whole)).toBe(true);
  });
});
