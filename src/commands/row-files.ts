/** The files of `rows -o`: for every input its rows and its rejects, whole or not at all. */
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { resolved } from '../batch/plan.ts';
import { HearsayError, type Reject } from '../errors.ts';
import { isFolder, makeFolder } from '../formats/made-folder.ts';
import { LineFile } from '../report/line-file.ts';
import { REJECTS_HEAD, rejectLine } from '../report/rejects.ts';

/** `posts.tsv.gz` → `posts`; standard input → `stdin`. */
export function stemOf(input: string): string {
  if (input === '-') return 'stdin';
  const name = basename(input).replace(/\.gz$/i, '');
  return name.replace(/(?<=.)\.[^.]+$/, '');
}

export interface RowFile {
  row(line: string): Promise<void>;
  reject(reject: Reject): Promise<void>;
  /** Both files get their names. */
  finish(): Promise<void>;
  /** Nothing is left behind. */
  abandon(): Promise<void>;
}

/**
 * The places for these inputs, in their order.
 * @throws HearsayError `usage` where two inputs have one name or an input would be overwritten
 */
export function rowPlaces(inputs: readonly string[], folder: string, extension: string): string[] {
  const places = inputs.map((input) => join(folder, `${stemOf(input)}.${extension}`));
  const all = places.flatMap((place) => [place, rejectsPlaceOf(place)]);
  const twice = all.find((place, index) => all.indexOf(place) !== index);
  if (twice !== undefined)
    throw new HearsayError('usage', `two inputs would both be written to ${twice}`, {
      remedy: 'Rename one of them or run them one by one.',
    });
  const sources = new Set(inputs.filter((input) => input !== '-').map(resolved));
  const overwritten = all.find((place) => sources.has(resolved(place)));
  if (overwritten !== undefined)
    throw new HearsayError('usage', `${overwritten} is an input and would be overwritten`, {
      remedy: 'Name another folder with -o.',
    });
  return places;
}

const rejectsPlaceOf = (place: string): string => place.replace(/\.[^.]+$/, '.rejects.csv');

/** The two files of one input, begun beside their places. @throws HearsayError `output` */
export async function openRowFile(place: string): Promise<RowFile> {
  const rejectsPlace = rejectsPlaceOf(place);
  const beside = (path: string): string => `${path}.${process.pid}.new`;
  return guarded(place, async () => {
    await makeFolder(dirname(place));
    for (const path of [place, rejectsPlace]) await refuseFolder(path);
    await Promise.all([rm(beside(place), { force: true }), rm(beside(rejectsPlace), { force: true })]);
    const rows = await LineFile.at(beside(place));
    const rejects = await LineFile.at(beside(rejectsPlace));
    await rejects.add(REJECTS_HEAD);
    return {
      row: (line) => guarded(place, () => rows.add(line)),
      reject: (reject) => guarded(rejectsPlace, () => rejects.add(rejectLine(reject))),
      finish: () =>
        guarded(place, async () => {
          await rows.close();
          await rejects.close();
          await rename(beside(place), place);
          await rename(beside(rejectsPlace), rejectsPlace);
        }),
      async abandon() {
        for (const file of [rows, rejects]) await file.close().catch(() => undefined);
        for (const path of [place, rejectsPlace]) await rm(beside(path), { force: true });
      },
    };
  });
}

async function refuseFolder(path: string): Promise<void> {
  if (await isFolder(path)) throw new Error('it is a folder');
}

async function guarded<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HearsayError('output', `"${path}" can't be written (${reason})`, {
      cause,
      remedy: 'Free some space or name another place with -o.',
    });
  }
}
