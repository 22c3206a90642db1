/** Runs the built program as a user does: a process of its own, in a fresh directory, everything from one run. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export const repository = resolve(import.meta.dirname, '../..');
const program = join(repository, 'dist/cli.js');

export interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `hearsay ARGS`. */
export async function hearsay(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  if (!existsSync(program)) throw new Error('the program is not built: npm run build');
  return finished(process.execPath, [program, ...args], options);
}

/** Runs any program to its end. */
export function finished(
  command: string,
  args: readonly string[],
  { cwd = repository, input, env = {} }: RunOptions = {},
): Promise<Run> {
  const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A program may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (status, signal) =>
      settle({
        status,
        signal,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

const fresh: string[] = [];
afterAll(() => {
  for (const folder of fresh.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A directory that lives as long as the tests of a file, with copies of the named files of the repository. */
export function freshDirectory(...copies: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-test-'));
  fresh.push(folder);
  for (const name of copies) cpSync(join(repository, name), join(folder, name), { recursive: true });
  return folder;
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
