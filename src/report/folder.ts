/** The result folder: records in three formats, figures, rejects, a page, feeds, and a manifest of it all. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Summary, summaryJsonSchema } from '../aggregate/summary-schema.ts';
import type { Reject } from '../errors.ts';
import { type ParquetRow, writeParquet } from '../formats/parquet.ts';
import type { Document, ScoredReaction } from '../reaction.ts';
import { AROUND_FILE, type Around, aroundLine } from './around-file.ts';
import { canonical } from './canonical.ts';
import { SCORED_COLUMNS } from './columns.ts';
import { type Feed, descriptions, feeds } from './feeds.ts';
import { LineFile, writeText } from './line-file.ts';
import { MANIFEST, type RunFacts, manifestIn, manifestText } from './manifest.ts';
import { PageRecords } from './page-data.ts';
import { dashboardPage } from './page.ts';
import { canonicalWriter } from './records.ts';
import { REJECTS_HEAD, rejectLine } from './rejects.ts';
import { EXCEL_FOLDER, FIGURE_TABLES, figureCsv, figureExcel } from './figure-tables.ts';
import { freePlace, writeWhole } from './whole-folder.ts';

/** What is only known when the records have been read to their end may be given as a function. */
type Late<T> = T | (() => T);

export interface Result {
  /** Read once, to the end; a million records are never held. */
  readonly reactions: AsyncIterable<ScoredReaction>;
  readonly rejects: Late<Iterable<Reject>>;
  readonly summary: Late<Summary>;
  readonly facts: Late<RunFacts>;
  /** Texts to which offsets point and that no input file holds, as those taken from HTML. */
  readonly texts?: Late<Iterable<Document>>;
  /** The sentences in which the words of a record of prose stand; asked once a record, when it is written. */
  readonly aroundOf?: (id: string) => Around | null;
}

/** Whether a result may be written to `dir`; if not, an `output` error, before a long run. Gives its path. */
export async function resultPlace(dir: string): Promise<string> {
  return freePlace(dir, async (path) => (await manifestIn(path)) !== null);
}

/**
 * Writes the folder whole or not at all, in place of a result folder that is there. The same records and
 * facts give the same bytes, but for the manifest's clock. What `result.reactions` throws is passed on.
 */
export async function writeResultFolder(dir: string, result: Result): Promise<void> {
  const place = await resultPlace(dir);
  await writeWhole(place, async (folder) => {
    await mkdir(join(folder, 'feeds', EXCEL_FOLDER), { recursive: true });
    const records = await writeRecords(folder, result);
    await writeRejects(folder, now(result.rejects));
    await writeFigures(folder, now(result.summary), records);
    await writeTexts(folder, result.texts === undefined ? [] : now(result.texts));
    await writeText(join(folder, MANIFEST), await manifestText(folder, now(result.facts), records.total));
  });
}

const now = <T>(late: Late<T>): T => (typeof late === 'function' ? (late as () => T)() : late);

/** Reads the records once; the Parquet writer pulls them through the other writers. Gives those of the page. */
async function writeRecords(folder: string, { reactions, aroundOf }: Result): Promise<PageRecords> {
  const writers = await recordFiles(folder);
  const sentences = await LineFile.at(join(folder, AROUND_FILE));
  const onPage = new PageRecords();
  async function* rows(): AsyncGenerator<ParquetRow> {
    for await (const reaction of reactions) {
      const ordered = canonical(reaction);
      for (const { file, line } of writers) await file.add(line(ordered));
      const around = aroundOf?.(ordered.id) ?? null;
      if (around !== null) await sentences.add(aroundLine(around));
      onPage.add(ordered, around);
      yield Object.fromEntries(SCORED_COLUMNS.map(({ name, cell }) => [name, cell(ordered)]));
    }
  }
  try {
    await writeParquet(join(folder, 'reactions.parquet'), SCORED_COLUMNS, rows());
  } finally {
    for (const { file } of writers) await file.close();
    await sentences.close();
  }
  return onPage;
}

interface RecordFile {
  readonly file: LineFile;
  readonly line: (reaction: ScoredReaction) => string;
}

async function recordFiles(folder: string): Promise<RecordFile[]> {
  const [ndjson, csv] = [canonicalWriter('ndjson'), canonicalWriter('csv')];
  const shapes: readonly Feed[] = [
    { name: 'reactions.ndjson', head: '', line: (reaction) => ndjson.line(reaction) },
    { name: 'reactions.csv', head: csv.head(), line: (reaction) => csv.line(reaction) },
    ...feeds.map((feed) => ({ name: join('feeds', feed.name), head: feed.head, line: feed.line })),
  ];
  const files: RecordFile[] = [];
  for (const { name, head, line } of shapes) {
    const file = await LineFile.at(join(folder, name));
    await file.add(head);
    files.push({ file, line });
  }
  return files;
}

async function writeRejects(folder: string, rejects: Iterable<Reject>): Promise<void> {
  const file = await LineFile.at(join(folder, 'rejects.csv'));
  await file.add(REJECTS_HEAD);
  for (const reject of rejects) await file.add(rejectLine(reject));
  await file.close();
}

async function writeFigures(folder: string, summary: Summary, records: PageRecords): Promise<void> {
  await writeText(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  for (const table of FIGURE_TABLES) {
    await writeText(join(folder, table.path), figureCsv(table, summary));
    await writeText(join(folder, 'feeds', EXCEL_FOLDER, basename(table.path)), figureExcel(table, summary));
  }
  for (const { path, text } of descriptions()) await writeText(join(folder, path), text);
  await writeText(
    join(folder, 'feeds', 'summary.schema.json'),
    `${JSON.stringify(summaryJsonSchema(), null, 2)}\n`,
  );
  await writeText(join(folder, 'dashboard.html'), dashboardPage(summary, records));
}

/** Each text under `texts/`, named after its document. */
async function writeTexts(folder: string, texts: Iterable<Document>): Promise<void> {
  const taken = new Set<string>();
  for (const { name, text } of texts) {
    if (taken.size === 0) await mkdir(join(folder, 'texts'));
    const plain = name
      .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
      .replace(/^\.+/, '_')
      .slice(-120);
    let free = `${plain}.txt`;
    for (let n = 2; taken.has(free); n += 1) free = `${plain}_${n}.txt`;
    taken.add(free);
    await writeText(join(folder, 'texts', free), text);
  }
}
