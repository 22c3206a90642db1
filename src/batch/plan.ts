/** Which input goes to which output, settled before anything is read. */
import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { HearsayError } from '../errors.ts';
import { isSpecial } from './disk.ts';

export interface Job {
  /** As the user wrote it; `-` for standard input. */
  readonly input: string;
  readonly output: string;
  /** Null where the rejects of all inputs go into one file. */
  readonly rejects: string | null;
}

export interface Places {
  readonly output: string | undefined;
  readonly rejects: string | undefined;
}

/** Results that appear whole or not at all, and what a run needs to go on after it was stopped. */
export interface DurablePlan {
  readonly kind: 'durable';
  /** As the user wrote it, for messages. */
  readonly output: string;
  /** The folder for the outputs, where there are several. */
  readonly outputs: string | null;
  /** Of the work in progress. */
  readonly folder: string;
  readonly jobs: readonly Job[];
  /** The one file for all rejects, where the user named it. */
  readonly rejects: string | null;
}

/** One input, straight to standard output, a device or a pipe. */
export interface StreamPlan {
  readonly kind: 'stream';
  readonly input: string;
  /** Null for standard output. */
  readonly output: string | null;
  readonly rejects: string | null;
}

/** @throws HearsayError `usage` where two files would meet under one name, or a folder is needed */
export async function planOf(files: readonly string[], places: Places): Promise<DurablePlan | StreamPlan> {
  const { output, rejects = null } = places;
  const special = output === undefined || output === '-' || (await isSpecial(output));
  if (special) return streamPlan(files, output === '-' ? undefined : output, rejects);
  const isFolder = await isFolderName(output, files.length);
  if (files.length > 1 && !isFolder) throw needsFolder(files.length);
  const jobs = files.map((input) =>
    isFolder ? jobInto(output, input, rejects) : jobTo(output, input, rejects),
  );
  assertApart(jobs, rejects);
  const place = resolved(output);
  return {
    kind: 'durable',
    output,
    outputs: isFolder ? place : null,
    folder: isFolder ? join(place, 'hearsay.partial') : `${place}.partial`,
    jobs,
    rejects,
  };
}

function streamPlan(
  files: readonly string[],
  output: string | undefined,
  rejects: string | null,
): StreamPlan {
  if (files.length > 1) throw needsFolder(files.length);
  const input = files[0]!;
  assertRejectsApart(rejects, [input], []);
  return { kind: 'stream', input, output: output ?? null, rejects };
}

const needsFolder = (count: number): HearsayError =>
  new HearsayError('usage', `${count} inputs need a folder for their outputs`, {
    remedy: 'Name one with -o.',
  });

const jobTo = (output: string, input: string, rejects: string | null): Job => ({
  input,
  output: resolved(output),
  rejects: rejects === null ? resolved(`${output}.rejects.csv`) : null,
});

/** `posts.tsv.gz` gives `posts.csv` and `posts.rejects.csv`. */
function jobInto(folder: string, input: string, rejects: string | null): Job {
  const name = input === '-' ? 'standard-input' : basename(input).replace(EXTENSION, '');
  const place = join(resolved(folder), name);
  return { input, output: `${place}.csv`, rejects: rejects === null ? `${place}.rejects.csv` : null };
}

const EXTENSION =
  /(?<=.)(\.(csv|tsv|tab|json|ndjson|jsonl|js|txt|text|md|markdown|html|htm|xhtml))?(\.gz)?$/i;

function assertApart(jobs: readonly Job[], rejects: string | null): void {
  const taken = new Map<string, string>();
  for (const { input, output, rejects: own } of jobs)
    for (const path of own === null ? [output] : [output, own]) {
      const other = taken.get(path);
      if (other !== undefined)
        throw new HearsayError('usage', `${other} and ${input} would both be written to ${path}`, {
          remedy: 'Score them one at a time.',
        });
      taken.set(path, input);
    }
  const inputs = new Set(jobs.map(({ input }) => resolved(input)));
  const overwritten = [...taken.keys()].find((path) => inputs.has(path));
  if (overwritten !== undefined)
    throw new HearsayError('usage', `the output would replace the input ${overwritten}`, {
      remedy: 'Name another output with -o.',
    });
  assertRejectsApart(
    rejects,
    jobs.map(({ input }) => input),
    [...taken.keys()],
  );
}

/** @throws HearsayError `usage` where the rejects would replace what is read or stand in what is written */
function assertRejectsApart(
  rejects: string | null,
  inputs: readonly string[],
  outputs: readonly string[],
): void {
  if (rejects === null) return;
  const place = resolved(rejects);
  const remedy = { remedy: 'Name another file with --rejects.' };
  if (inputs.some((input) => input !== '-' && resolved(input) === place))
    throw new HearsayError('usage', `the rejects would replace the input ${rejects}`, remedy);
  if (outputs.includes(place))
    throw new HearsayError('usage', `the rejects would be written to the output ${rejects}`, remedy);
}

/** A folder by its slash, because it is one, or because several outputs need one and none is there yet. */
async function isFolderName(output: string, inputs: number): Promise<boolean> {
  if (output.endsWith('/')) return true;
  const info = await stat(output).catch(() => null);
  return info === null ? inputs > 1 && !EXTENSION.exec(output)?.[0] : info.isDirectory();
}

/** The absolute path, links followed where they lead somewhere. */
export function resolved(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    try {
      return join(realpathSync(dirname(absolute)), basename(absolute));
    } catch {
      return absolute;
    }
  }
}
