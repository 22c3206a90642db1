/** The page of a result folder, made anew from what the folder holds. */
import { open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Summary, summarySchema } from '../aggregate/summary-schema.ts';
import { HearsayError } from '../errors.ts';
import { type ScoredReaction, scoredReactionSchema } from '../reaction.ts';
import { MANIFEST, filesIn, manifestIn } from './manifest.ts';
import { RECORDS_ON_PAGE, dashboardPage } from './page.ts';
import { writeTextFile } from './text-file.ts';

const REMEDY = 'Make a result folder with hearsay analyze FILE -o DIR.';

/** The page; an `input` error where the folder is missing, is no result folder, or is damaged. */
export async function rebuiltPage(dir: string): Promise<string> {
  await mustBeResult(dir);
  return dashboardPage(await summaryIn(dir), await firstRecordsIn(dir));
}

/** Puts the page in its place in the folder, and its checksum in the manifest; gives the page's path. */
export async function replacePage(dir: string): Promise<string> {
  const page = await rebuiltPage(dir);
  const path = join(dir, 'dashboard.html');
  await writeTextFile(path, page);
  const renewed = { ...(await manifestIn(dir)), files: await filesIn(dir) };
  await writeTextFile(join(dir, MANIFEST), `${JSON.stringify(renewed, null, 2)}\n`);
  return path;
}

export async function mustBeResult(dir: string): Promise<void> {
  if ((await manifestIn(dir)) !== null) return;
  const there = await readdir(dir).then(
    () => true,
    () => false,
  );
  const message = there
    ? `"${dir}" is no result folder of hearsay`
    : `there is no folder "${dir}" that can be read`;
  throw new HearsayError('input', message, { remedy: REMEDY });
}

export async function summaryIn(dir: string): Promise<Summary> {
  return whole(dir, 'summary.json', async (path) =>
    summarySchema.parse(JSON.parse(await readFile(path, 'utf8'))),
  );
}

async function firstRecordsIn(dir: string): Promise<ScoredReaction[]> {
  return whole(dir, 'reactions.ndjson', async (path) => {
    const records: ScoredReaction[] = [];
    const file = await open(path);
    for await (const line of file.readLines()) {
      records.push(scoredReactionSchema.parse(JSON.parse(line)));
      if (records.length === RECORDS_ON_PAGE) break;
    }
    await file.close();
    return records;
  });
}

/** What `read` makes of a file of the folder; an `input` error that names the file where it can't. */
export async function whole<T>(dir: string, name: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(join(dir, name));
  } catch (cause) {
    throw new HearsayError('input', `${name} in "${dir}" is missing or damaged`, { cause, remedy: REMEDY });
  }
}
