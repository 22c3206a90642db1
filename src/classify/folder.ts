/** Where models lie: found by name, described by their `hearsay.json`, checked by their checksums. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { HearsayError } from '../errors.ts';
import { type Metadata, metadataSchema } from './metadata.ts';

/** The package's own models: beside `src` in a checkout, beside `dist` where it is installed. */
const PACKAGED = fileURLToPath(new URL('../../models', import.meta.url));
const REINSTALL = 'Install hearsay again, or put a whole copy of the folder there.';

export interface ModelFolder {
  readonly path: string;
  readonly metadata: Metadata;
}

/** A file of a model folder that is not what `hearsay.json` says. */
export interface Damage {
  readonly file: string;
  readonly expected: string;
  /** Null where the file is missing. */
  readonly found: string | null;
}

/** Folders that are searched for models, in order: the given one alone, else HEARSAY_MODELS, then the package's. */
export function modelPlaces(folder: string | undefined, env: NodeJS.ProcessEnv = process.env): string[] {
  if (folder !== undefined) return [resolve(folder)];
  const named = (env['HEARSAY_MODELS'] ?? '').split(delimiter).filter((place) => place !== '');
  return [...named.map((place) => resolve(place)), PACKAGED];
}

export const hasModel = (name: string, places: readonly string[]): boolean =>
  places.some((place) => existsSync(join(place, name)));

/** Finds a model by the name of its folder. Throws `model` where there is none, or where it can't be understood. */
export function modelFolder(name: string, places: readonly string[]): ModelFolder {
  const place = places.find((it) => existsSync(join(it, name)));
  if (place === undefined) throw missing(name, places);
  return modelAt(join(place, name));
}

/** Paths of every model in these places; of two with one name the first counts. */
export function modelPaths(places: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const place of places)
    for (const name of folderNames(place))
      if (!found.has(name) && existsSync(join(place, name, 'hearsay.json')))
        found.set(name, join(place, name));
  return [...found.keys()].sort().map((name) => found.get(name)!);
}

function folderNames(place: string): string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name);
}

function missing(name: string, places: readonly string[]): HearsayError {
  const isBase = name.endsWith('-base');
  return new HearsayError('model', `the model ${name} is not in ${places.join(' or ')}`, {
    remedy: isBase
      ? 'Name the folder that has it in HEARSAY_MODELS, or use --model small.'
      : 'Install hearsay again, or name the folder that has it in HEARSAY_MODELS.',
  });
}

/** Reads a folder's `hearsay.json`. Throws `model` where it can't be understood. */
export function modelAt(path: string): ModelFolder {
  const file = join(path, 'hearsay.json');
  try {
    return { path, metadata: metadataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    const why = error instanceof z.ZodError ? firstIssue(error) : (error as Error).message;
    throw new HearsayError('model', `this description of a model can't be used (${why})`, {
      at: { file },
      remedy: REINSTALL,
      cause: error,
    });
  }
}

function firstIssue({ issues: [issue] }: z.ZodError): string {
  return [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
}

/** Compares each file with its checksum; empty when the model is whole. */
export async function damageIn({ path, metadata }: ModelFolder): Promise<Damage[]> {
  const damages: Damage[] = [];
  for (const [file, expected] of Object.entries(metadata.sha256)) {
    const found = await checksumOf(join(path, file));
    if (found !== expected) damages.push({ file, expected, found });
  }
  return damages;
}

/** Throws `model`, naming the file, what was expected and what to do, unless every file is whole. */
export async function verify(folder: ModelFolder): Promise<void> {
  const [damage] = await damageIn(folder);
  if (damage === undefined) return;
  const message =
    damage.found === null
      ? `this file of the model ${folder.metadata.name} is missing`
      : `this file of the model ${folder.metadata.name} is damaged: its sha256 is ${damage.found}, not ${damage.expected}`;
  throw new HearsayError('model', message, {
    at: { file: join(folder.path, damage.file) },
    remedy: REINSTALL,
  });
}

/** Bytes of all files that carry a checksum. */
export async function sizeOf({ path, metadata }: ModelFolder): Promise<number> {
  const sizes = Object.keys(metadata.sha256).map((file) =>
    stat(join(path, file)).then(
      (it) => it.size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function checksumOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
