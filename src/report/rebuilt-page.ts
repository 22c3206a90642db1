/** The page of a result folder, made anew from what the folder holds. */
import { access, open, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Summary, summarySchema } from '../aggregate/summary-schema.ts';
import { HearsayError } from '../errors.ts';
import { scoredReactionSchema } from '../reaction.ts';
import { AROUND_FILE, type Around, aroundIn } from './around-file.ts';
import { MANIFEST, filesIn, manifestIn } from './manifest.ts';
import { PageRecords } from './page-data.ts';
import { dashboardPage } from './page.ts';
import { writeTextFile } from './text-file.ts';

const REMEDY = 'Make a result folder with hearsay analyze FILE -o DIR.';

/** The page; an `input` error where the folder is missing, is no result folder, or is damaged. */
export async function rebuiltPage(dir: string): Promise<string> {
  await mustBeResult(dir);
  return dashboardPage(await summaryIn(dir), await recordsIn(dir));
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

async function recordsIn(dir: string): Promise<PageRecords> {
  const around = await sentencesIn(dir);
  return whole(dir, 'reactions.ndjson', async (path) => {
    const records = new PageRecords();
    const file = await open(path);
    for await (const line of file.readLines()) {
      const reaction = scoredReactionSchema.parse(JSON.parse(line));
      records.add(reaction, around.get(reaction.id) ?? null);
    }
    await file.close();
    return records;
  });
}

/** A folder of an earlier version has no such file: its page shows the words alone. */
async function sentencesIn(dir: string): Promise<Map<string, Around>> {
  const there = await access(join(dir, AROUND_FILE)).then(
    () => true,
    () => false,
  );
  return there ? whole(dir, AROUND_FILE, aroundIn) : new Map<string, Around>();
}

/** What `read` makes of a file of the folder; an `input` error that names the file where it can't. */
export async function whole<T>(dir: string, name: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(join(dir, name));
  } catch (cause) {
    throw new HearsayError('input', `${name} in "${dir}" is missing or damaged`, { cause, remedy: REMEDY });
  }
}
