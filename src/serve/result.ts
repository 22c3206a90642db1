/** A result folder as it is served: checked, figures and page in memory, records in a table. */
import { readFile, stat } from 'node:fs/promises';
import { type Summary, summarySchema } from '../aggregate/summary-schema.ts';
import { HearsayError } from '../errors.ts';
import { sha256Of } from '../formats/checksum.ts';
import { type Manifest, manifestIn } from '../report/manifest.ts';
import { mustBeResult, whole } from '../report/rebuilt-page.ts';
import { STANCE_TABLE, figureCsv } from '../report/figure-tables.ts';
import { Kept, digestOf } from './answers.ts';
import { CONTENT_TYPES } from './negotiation.ts';
import { StoredRecords } from './stored.ts';

const RECORDS = 'reactions.parquet';

export interface Result {
  /** Changes when what is served changes, and with nothing else. */
  readonly version: string;
  /** The same for the records alone. */
  readonly recordsVersion: string;
  readonly loadedAt: Date;
  readonly manifest: Manifest;
  readonly summary: Summary;
  readonly records: StoredRecords;
  /** What is answered from memory. */
  readonly kept: Readonly<Record<'page' | 'summaryJson' | 'summaryCsv', Kept>>;
  /** What the page's own meta element allows; null where it has none. */
  readonly pagePolicy: string | null;
}

/** @throws HearsayError `input` where the folder is missing, is no result folder, or a file of it is damaged */
export async function openResult(dir: string): Promise<Result> {
  await mustBeResult(dir);
  const manifest = (await manifestIn(dir))!;
  const summaryText = await whole(dir, 'summary.json', (path) => readFile(path, 'utf8'));
  const { summary, plain } = await whole(dir, 'summary.json', async () => {
    const parsed: unknown = JSON.parse(summaryText);
    return { summary: summarySchema.parse(parsed), plain: JSON.stringify(parsed) };
  });
  const page = await whole(dir, 'dashboard.html', (path) => readFile(path, 'utf8'));
  const records = await whole(dir, RECORDS, async (path) => {
    await mustBeAsWritten(path, manifest);
    return StoredRecords.open(path, summary.timeZone);
  });
  const named = manifest.files.find(({ name }) => name === RECORDS)!;
  return {
    version: digestOf(named.sha256, summaryText, page),
    recordsVersion: digestOf(named.sha256, summary.timeZone),
    loadedAt: new Date(),
    manifest,
    summary,
    records,
    kept: {
      page: new Kept(page, 'text/html; charset=utf-8'),
      // As the file has it, newer fields included, without its line breaks.
      summaryJson: new Kept(`${plain}\n`, CONTENT_TYPES.json),
      summaryCsv: new Kept(figureCsv(STANCE_TABLE, summary), CONTENT_TYPES.csv),
    },
    pagePolicy: policyIn(page),
  };
}

async function mustBeAsWritten(path: string, { files }: Manifest): Promise<void> {
  const named = files.find(({ name }) => name === RECORDS);
  const isWhole =
    named !== undefined && (await stat(path)).size === named.size && (await sha256Of(path)) === named.sha256;
  if (!isWhole) throw new HearsayError('input', `${RECORDS} is not what the manifest says`);
}

function policyIn(page: string): string | null {
  const head = page.slice(0, 100_000);
  const found = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(head)?.[1];
  return found?.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('&amp;', '&') ?? null;
}

/** The result of a folder, and the next one once it has changed; who still reads the old one may finish. */
export class CurrentResult {
  readonly dir: string;
  #now: Result;
  readonly #uses = new Map<Result, number>();

  private constructor(dir: string, result: Result) {
    this.dir = dir;
    this.#now = result;
  }

  static async open(dir: string): Promise<CurrentResult> {
    return new CurrentResult(dir, await openResult(dir));
  }

  get now(): Result {
    return this.#now;
  }

  /** Answers that are read from it at this moment. */
  get readers(): number {
    return [...this.#uses.values()].reduce((sum, uses) => sum + uses, 0);
  }

  /** Loads the folder anew; false where it is the same result. On an error all stays as it is. */
  async renew(): Promise<boolean> {
    const next = await openResult(this.dir);
    if (next.version === this.#now.version) {
      next.records.close();
      return false;
    }
    const before = this.#now;
    this.#now = next;
    this.#closeUnused(before);
    return true;
  }

  /** The result of now, kept open until it is given back. */
  borrow(): { readonly result: Result; readonly giveBack: () => void } {
    const result = this.#now;
    this.#uses.set(result, (this.#uses.get(result) ?? 0) + 1);
    let isBack = false;
    const giveBack = (): void => {
      if (isBack) return;
      isBack = true;
      const left = this.#uses.get(result)! - 1;
      if (left > 0) this.#uses.set(result, left);
      else this.#uses.delete(result);
      this.#closeUnused(result);
    };
    return { result, giveBack };
  }

  close(): void {
    this.#now.records.close();
  }

  #closeUnused(result: Result): void {
    if (result !== this.#now && !this.#uses.has(result)) result.records.close();
  }
}
