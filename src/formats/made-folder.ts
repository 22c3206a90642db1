/** Folders for outputs, made with all that lead to them, or shown to be makeable. */
import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** As mkdir's own `recursive`, which never ends where the file system refuses folders, as /proc does. */
export async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return;
  try {
    await mkdir(path);
  } catch (error) {
    const parent = dirname(path);
    const isMissing = (error as { code?: unknown }).code === 'ENOENT';
    if (!isMissing || parent === path || (await stat(parent).catch(() => null)) !== null) throw error;
    await makeFolder(parent);
    await mkdir(path);
  }
}

/** Makes a folder in this one and removes it: rights alone don't tell, as root may do all and /proc still refuses. */
export async function tryFolderIn(path: string): Promise<void> {
  await rmdir(await mkdtemp(join(path, '.hearsay-')));
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() === true;
