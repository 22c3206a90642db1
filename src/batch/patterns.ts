/** File patterns, for shells that leave them as they are: `data/*.csv`, `data/**` + `/*.csv.gz`, `day-[0-9].csv`. */
import { existsSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HearsayError } from '../errors.ts';

/**
 * The files that the words name, in their order; those of one pattern by name. A word that names a file as it
 * stands is no pattern.
 * @throws HearsayError `input` for a pattern that no file fits
 */
export async function filesNamed(words: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const word of words) {
    const found = isPattern(word) ? await filesLike(word) : [word];
    if (found.length === 0)
      throw new HearsayError('input', 'no file fits this pattern', {
        at: { file: word },
        remedy: 'Check the path.',
      });
    files.push(...found);
  }
  return files;
}

const isPattern = (word: string): boolean => /[*?[]/.test(word) && !existsSync(word);

async function filesLike(pattern: string): Promise<string[]> {
  const isAbsolute = pattern.startsWith('/');
  const parts = pattern.split('/').filter((part) => part !== '');
  const found = await filesUnder(isAbsolute ? '/' : '', parts);
  return [...new Set(found)].sort();
}

async function filesUnder(folder: string, [part, ...rest]: readonly string[]): Promise<string[]> {
  if (part === undefined) return [];
  const entries = await entriesOf(folder, part);
  if (part === '**') {
    const deeper = entries.filter((it) => it.isDirectory() && !it.name.startsWith('.'));
    const below = await Promise.all(deeper.map((it) => filesUnder(join(folder, it.name), [part, ...rest])));
    return [...(await filesUnder(folder, rest)), ...below.flat()];
  }
  const fits = regexOf(part);
  const names = entries.filter((it) => fits.test(it.name)).map((it) => ({ it, path: join(folder, it.name) }));
  if (rest.length === 0) return names.filter(({ it }) => !it.isDirectory()).map(({ path }) => path);
  const deeper = names.filter(({ it }) => !it.isFile());
  return (await Promise.all(deeper.map(({ path }) => filesUnder(path, rest)))).flat();
}

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory'>;

const FOLDER = { isFile: () => false, isDirectory: () => true };

/** What the part may stand for; a plain name, `.` and `..` are taken as they are. */
async function entriesOf(folder: string, part: string): Promise<readonly Entry[]> {
  if (part === '.' || part === '..') return [{ name: part, ...FOLDER }];
  return readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => []);
}

/** Hidden files are named only by patterns that begin with a dot. */
function regexOf(part: string): RegExp {
  const source = part.replaceAll(/\[[!^]?[^\]]+\]|[\s\S]/g, (piece) => {
    if (piece === '*') return '[^/]*';
    if (piece === '?') return '[^/]';
    if (piece.length > 1) return `[${piece.slice(1, -1).replace(/^!/, '^').replaceAll('\\', '\\\\')}]`;
    return piece.replace(/[\\^$.|+(){}[\]]/, '\\$&');
  });
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${source}$`, 'u');
}
