/** A real `hearsay serve` process, as a user starts it, on a port that is free. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { repository } from './program.ts';

export interface Served {
  /** Without the last slash: `http://127.0.0.1:40123`. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** What it has written to standard error so far. */
  said(): string;
  /** Stops it with a signal and gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ServedOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** The program's file; the one of the build unless given. */
  readonly program?: string;
}

export async function served(
  dir: string,
  flags: readonly string[] = [],
  { env = {}, cwd = repository, program = join(repository, 'dist/cli.js') }: ServedOptions = {},
): Promise<Served> {
  const args = [program, 'serve', dir, '--port', '0', ...flags];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close') as Promise<[number | null]>;
  const line = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk)),
    ended.then(([code]) => Promise.reject(new Error(`it ended with ${code}: ${said}`))),
  ]);
  const url = new URL(line.trim());
  return {
    url: url.origin,
    port: Number(url.port),
    process: child,
    said: () => said,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request whose every header is as given, and whose body stays packed. */
export function asked(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The value of a metric that has no labels. */
export async function metric(url: string, name: string): Promise<number> {
  const text = (await asked(`${url}/metrics`)).body.toString();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

/** Waits until `holds` does; fails after so many seconds. */
export async function until(holds: () => Promise<boolean> | boolean, seconds = 120): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
