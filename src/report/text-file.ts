/** One text file that appears whole or not at all. */
import { rename, rm, stat } from 'node:fs/promises';
import { HearsayError } from '../errors.ts';
import { writeText } from './line-file.ts';

/** Writes beside `path`, then renames; an `output` error where the file system refuses. */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    // A folder of that name would only be found at the rename.
    if ((await stat(path).catch(() => null))?.isDirectory()) throw new Error('it is a folder');
    await writeText(beside, text);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HearsayError('output', `"${path}" can't be written (${reason})`, {
      cause,
      remedy: 'Name another place with -o.',
    });
  }
}
