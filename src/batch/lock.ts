/**
 * One run at a time on one output. Locks have numbers, and whoever can make the file of the next number first
 * holds it: a lock whose holder is dead is passed by, never opened, so that of two who find it only one goes on.
 */
import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { HearsayError } from '../errors.ts';
import { codeOf, unwritable } from './disk.ts';

export interface Lock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of the machine's start, so that a process number from before a power cut means nobody. */
  readonly boot: string | null;
  /** Of the process, so that another one under its number is not taken for it. */
  readonly started: string | null;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

interface Found {
  readonly path: string;
  readonly number: number;
  readonly holder: Holder | null;
}

/** A lock that says nothing yet is taken for one that is being written. */
const WRITING_MS = 10_000;
const MOST_ATTEMPTS = 20;

/**
 * @param place path of the lock files, their number left out
 * @param what what is being written, for the message
 * @throws HearsayError `output` at once where a living process holds it, naming the process
 */
export async function lockOn(place: string, what: string): Promise<Lock> {
  const own = `${place}-${randomUUID()}.new`;
  try {
    await written(own, JSON.stringify(self()));
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const before = await refusedIfHeld(place, what);
      const number = Math.max(0, ...before.map((it) => it.number)) + 1;
      const path = `${place}.${number}`;
      if (!(await isMade(own, path))) continue;
      // Somebody may have come in between under a number that was free again.
      const beside = await refusedIfHeld(place, what, path).catch(async (error: unknown) => {
        await rm(path, { force: true });
        throw error;
      });
      for (const dead of beside) await rm(dead.path, { force: true });
      return { release: () => rm(path, { force: true }) };
    }
  } catch (cause) {
    throw unwritable(what, cause);
  } finally {
    await rm(own, { force: true });
  }
  throw new HearsayError('output', 'other runs keep taking this output', { at: { file: what } });
}

/** The locks there, all of dead holders, `own` left out. */
async function refusedIfHeld(place: string, what: string, own?: string): Promise<Found[]> {
  const found = (await locksAt(place)).filter(({ path }) => path !== own);
  for (const { path, holder } of found) {
    if (holder === null ? !(await isBeingWritten(path)) : !isAlive(holder)) continue;
    const who =
      holder === null ? 'another run' : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
    throw new HearsayError('output', `another run is writing this (${who})`, {
      at: { file: what },
      remedy: `Wait for it to end. If it is gone for sure, delete ${path}.`,
    });
  }
  return found;
}

async function locksAt(place: string): Promise<Found[]> {
  const start = `${basename(place)}.`;
  const names = (await readdir(dirname(place))).filter((name) => name.startsWith(start));
  const numbered = names.filter((name) => /^\d+$/.test(name.slice(start.length)));
  return Promise.all(
    numbered.map(async (name) => {
      const path = join(dirname(place), name);
      return { path, number: Number(name.slice(start.length)), holder: await holderIn(path) };
    }),
  );
}

async function holderIn(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

async function isBeingWritten(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info !== null && Date.now() - info.mtimeMs < WRITING_MS;
}

/** Makes the lock with its content in one step; false where somebody else was first. */
async function isMade(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // File systems without links.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  }
  return written(path, await readFile(own, 'utf8')).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    },
  );
}

async function written(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function self(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    boot: boot(),
    started: startOf(process.pid),
    since: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}

/** On another machine nobody can tell: then it counts as alive. */
function isAlive({ pid, host, boot: bootThen, started }: Holder): boolean {
  if (host !== hostname()) return true;
  if (bootThen !== null && bootThen !== boot()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return started === null || started === startOf(pid);
}

const boot = (): string | null => textOf('/proc/sys/kernel/random/boot_id');

/** When a process began, in ticks since the machine did; null where the system does not say. */
function startOf(pid: number): string | null {
  const text = textOf(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The name in brackets may hold anything; behind it stand the state and, 19 fields on, the start.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // A process that has ended and whom nobody has asked about yet still has its number.
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? null);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
