/** A folder that appears whole or not at all: filled beside its place, then renamed into it. */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { HearsayError } from '../errors.ts';
import { makeFolder, tryFolderIn } from '../formats/made-folder.ts';

const ELSEWHERE = 'Name another folder with -o.';

/**
 * The absolute path at which a folder may be put: nothing is there, or an empty folder, or one that `isOurs`
 * accepts. Anything else is an `output` error, found before a long run rather than after it.
 */
export async function freePlace(folder: string, isOurs: (path: string) => Promise<boolean>): Promise<string> {
  const path = await settled(folder);
  const entries = await entriesOf(path, folder);
  if (entries === null) await writableAncestor(path, folder);
  else await tryFolderIn(dirname(path)).catch((cause: unknown) => refuse(folder, cause));
  if (entries !== null && entries.length > 0 && !(await isOurs(path)))
    throw new HearsayError('output', `the folder "${folder}" holds other files and is no result folder`, {
      remedy: 'Name a new folder with -o, or empty this one.',
    });
  return path;
}

/**
 * Fills a new folder and puts it at `path`, in place of whatever folder is there. If `fill` throws, or the
 * process ends before, `path` is as it was and nothing is left beside it.
 */
export async function writeWhole(path: string, fill: (folder: string) => Promise<void>): Promise<void> {
  let work: string | null = null;
  const clear = (): void => {
    if (work !== null) rmSync(work, { recursive: true, force: true });
  };
  process.once('exit', clear);
  try {
    await makeFolder(dirname(path));
    work = await mkdtemp(join(dirname(path), `.${basename(path)}.hearsay-`));
    const filled = join(work, 'result');
    await mkdir(filled);
    await fill(filled);
    await syncFolder(filled);
    await putInPlace(filled, path, join(work, 'before'));
  } catch (error) {
    throw isOwn(error, path, work) ? unwritable(path, error) : error;
  } finally {
    process.off('exit', clear);
    clear();
  }
}

/** What is there goes aside first, since a folder can't be renamed onto one that holds files. */
async function putInPlace(filled: string, path: string, aside: string): Promise<void> {
  const replaced = await rename(path, aside).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(filled, path);
  } catch (error) {
    if (replaced) await rename(aside, path);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A rename is only on the disk once the folder that holds the name is. */
async function syncFolder(path: string): Promise<void> {
  // Windows can't open a folder, and keeps its names without being asked.
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function settled(folder: string): Promise<string> {
  const path = resolve(folder);
  // A link to a folder stays a link: what it points to is replaced.
  return realpath(path).catch(() => path);
}

async function entriesOf(path: string, folder: string): Promise<string[] | null> {
  try {
    return await readdir(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === 'ENOTDIR')
      throw new HearsayError('output', `"${folder}" is not a folder`, { cause: error, remedy: ELSEWHERE });
    return refuse(folder, error);
  }
}

/** The nearest folder that exists must let us write; the missing ones are made when the time comes. */
async function writableAncestor(path: string, folder: string): Promise<void> {
  const parent = dirname(path);
  const found = await stat(parent).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' && parent !== path) return null;
    return refuse(folder, error);
  });
  if (found === null) return writableAncestor(parent, folder);
  if (!found.isDirectory())
    throw new HearsayError('output', `"${parent}" is not a folder`, { remedy: ELSEWHERE });
  await tryFolderIn(parent).catch((cause: unknown) => refuse(folder, cause));
}

function refuse(folder: string, cause: unknown): never {
  throw unwritable(folder, cause);
}

function unwritable(folder: string, cause: unknown): HearsayError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError('output', `the folder "${folder}" can't be written (${reason})`, {
    cause,
    remedy: ELSEWHERE,
  });
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

/** Whether the file system refused our own writing, and not something that was read on the way. */
function isOwn(error: unknown, path: string, work: string | null): boolean {
  const { path: at, syscall } = (error ?? {}) as { path?: unknown; syscall?: unknown };
  if (typeof at !== 'string') return ['write', 'fsync', 'close', 'ftruncate'].includes(String(syscall));
  return work === null
    ? dirname(path).startsWith(at) || at.startsWith(dirname(path))
    : at.startsWith(work) || at === path;
}
