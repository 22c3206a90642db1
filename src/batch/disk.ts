/** What disks refuse, as errors for people; and writes that outlast a pulled plug. */
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HearsayError } from '../errors.ts';
import { isFolder, tryFolderIn } from '../formats/made-folder.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the file system can only be read',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is a file',
  EISDIR: 'it is a folder',
};

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** An `output` error that names the path, and how many bytes it has where that is known. */
export function unwritable(path: string, cause: unknown, bytes?: number): HearsayError {
  if (cause instanceof HearsayError) return cause;
  const code = codeOf(cause);
  const reason = REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
  const reached = bytes === undefined ? '' : ` after ${bytes} bytes`;
  return new HearsayError('output', `it can't be written${reached}: ${reason}`, {
    at: { file: path },
    cause,
    remedy: FULL.has(code) ? 'Free some space or write elsewhere.' : 'Name another place.',
  });
}

/** Makes a rename in the folder last. Not every system lets a folder be synced; then it is as good as it gets. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** The finished file under its final name, in one step; copied first where that lies on another disk. */
export async function movedTo(from: string, to: string): Promise<void> {
  try {
    if (await isSpecial(to)) {
      await pipeline(createReadStream(from), createWriteStream(to, { flags: 'a' }));
      await rm(from);
      return;
    }
    await rename(from, to).catch(async (error: unknown) => {
      if (codeOf(error) !== 'EXDEV') throw error;
      await movedAcross(from, to);
    });
    await syncFolder(dirname(to));
  } catch (cause) {
    throw unwritable(to, cause);
  }
}

async function movedAcross(from: string, to: string): Promise<void> {
  const beside = `${to}.${process.pid}.new`;
  try {
    await copyFile(from, beside);
    const copy = await open(beside, 'r+');
    await copy.sync();
    await copy.close();
    await rename(beside, to);
  } finally {
    await rm(beside, { force: true });
  }
  await rm(from);
}

/** A device or pipe: written into, never replaced. */
export async function isSpecial(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info !== null && !info.isFile() && !info.isDirectory();
}

/**
 * Found before a long run rather than after it.
 * @throws HearsayError `output` where no file can be made at the path
 */
export async function assertPlaceFor(path: string): Promise<void> {
  if (await isSpecial(path)) return;
  await refuseFolderAt(path);
  await tryFolderIn(dirname(resolve(path))).catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
}

export async function refuseFolderAt(path: string): Promise<void> {
  if (await isFolder(path)) throw unwritable(path, { code: 'EISDIR' });
}
