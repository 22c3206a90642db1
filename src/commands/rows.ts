/** The rows of any export as they will be scored: no model, no change, one canonical form. */
import type { Readable } from 'node:stream';
import { Command, Option } from 'commander';
import { filesNamed } from '../batch/patterns.ts';
import { HearsayError, type Interruption, type Reject, SIGNAL_EXIT_CODES } from '../errors.ts';
import { csvLine } from '../formats/csv-writer.ts';
import { spreadsheetSafe } from '../formats/spreadsheet.ts';
import { contentOf, openTable } from '../formats/index.ts';
import { ndjsonLine } from '../formats/ndjson-writer.ts';
import { sourceOf } from '../formats/source.ts';
import { isReject, type Row, type Table } from '../formats/table.ts';
import { mappedTable } from '../layouts/index.ts';
import { type Io, print, rejectLine, say, type Subcommand } from './command.ts';
import {
  type InputFlags,
  type RunFlags,
  tableOptionsOf,
  withInputOptions,
  withRunOptions,
} from './options.ts';
import { openRowFile, type RowFile, rowPlaces } from './row-files.ts';

interface Flags extends InputFlags, RunFlags {
  readonly format: 'csv' | 'ndjson';
  readonly output?: string;
  readonly spreadsheetSafe?: boolean;
}

const EXAMPLES = `Examples:
  hearsay rows posts.csv | head                 the first rows as hearsay reads them
  hearsay rows export.json.gz > posts.csv       any export as plain CSV
  hearsay rows *.tsv --format ndjson -o out     out/NAME.ndjson and out/NAME.rejects.csv for each
`;
/** Rejects that are told one by one on standard error; all are counted, and all are in the file with -o. */
const TOLD = 20;
const BATCH = 65_536;

export const rows: Subcommand = {
  name: 'rows',
  build: (io) =>
    withRunOptions(withInputOptions(new Command('rows')))
      .description(
        'Shows the rows of exports exactly as they will be scored: canonical CSV or NDJSON, no model.',
      )
      .argument('<files...>', 'exports (.csv .tsv .json .ndjson, each also .gz), - for standard input')
      .addOption(new Option('--format <shape>', 'what to write').choices(['csv', 'ndjson']).default('csv'))
      .option('-o, --output <folder>', 'write NAME.csv and NAME.rejects.csv for each input, print nothing')
      .option('--spreadsheet-safe', 'put an apostrophe before cells that a spreadsheet would run')
      .addHelpText('before', EXAMPLES)
      .action((files: string[], flags: Flags) => converted(files, flags, io)),
};

interface Account {
  in: number;
  out: number;
  rejected: number;
}

/** Where the rows of one input go. */
interface Destination {
  begin(head: string): Promise<void>;
  row(line: string): Promise<void>;
  reject(reject: Reject): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
  /** Nothing of an input that can't be read to its end stays here. */
  readonly isWholeOnly: boolean;
}

async function converted(named: readonly string[], flags: Flags, io: Io): Promise<void> {
  const files = await filesNamed(named);
  const places = flags.output === undefined ? null : rowPlaces(files, flags.output, flags.format);
  const account: Account = { in: 0, out: 0, rejected: 0 };
  const failures: HearsayError[] = [];
  let signal: Interruption | null = null;
  const release = io.onInterruption((sent) => {
    signal = sent;
    // A read that waits for more would keep the program from ending.
    (io.stdin as Partial<Readable>).destroy?.();
  });
  const printed = new PrintedRows(flags, io);
  try {
    for (const [index, file] of files.entries()) {
      const failure = await unreadable(async () => {
        const { table, rows: all } = await opened(file, flags, io);
        const to = places === null ? printed : fileDestination(await openRowFile(places[index]!));
        await convert(table, all, to, flags, account, () => signal !== null);
        if (signal === null) for (const notice of table.notices) say(io, flags.quiet, notice);
      }).catch((error: unknown) => {
        // Standard input was closed under the reader's hands.
        if (signal !== null) return null;
        throw error;
      });
      if (signal !== null) break;
      if (failure === null) continue;
      if (files.length === 1) throw failure;
      failures.push(failure);
      io.stderr.write(`hearsay: ${failure.line}\n`);
    }
  } finally {
    release();
  }
  if (failures.length > 0)
    io.stderr.write(`${failures.length} of ${files.length} inputs can't be read, the others are done\n`);
  say(io, flags.quiet, `rows in ${account.in} = out ${account.out} + rejected ${account.rejected}`);
  if (signal !== null) return io.endWith(SIGNAL_EXIT_CODES[signal as Interruption]);
  if (failures.length > 0) return io.endWith(Math.max(...failures.map(({ exitCode }) => exitCode)));
  if (flags.strict === true && account.rejected > 0)
    throw new HearsayError('rejected', `${account.rejected} rows were rejected, and --strict was given`);
}

/** What is wrong with one input, which the others need not suffer for; all else is thrown. */
async function unreadable(convertOne: () => Promise<void>): Promise<HearsayError | null> {
  try {
    await convertOne();
    return null;
  } catch (error) {
    const concernsInput = error instanceof HearsayError && error.at.file !== undefined;
    if (concernsInput && (error.code === 'input' || error.code === 'usage')) return error;
    throw error;
  }
}

interface Opened {
  readonly table: Table;
  readonly rows: AsyncIterable<Row | Reject>;
}

async function opened(file: string, flags: Flags, io: Io): Promise<Opened> {
  const source = await sourceOf(file, io.stdin);
  if ((await contentOf(source, flags.as)) === 'documents')
    throw new HearsayError('usage', 'this holds documents, which have no rows', {
      at: { file: source.name },
      remedy: 'If it is an export of posts, say so with --as posts.',
    });
  const table = await openTable(source, tableOptionsOf(flags));
  // A table without text has rows as well.
  const { layout, textColumn } = flags;
  const mapped = await mappedTable(table, { layout, textColumn, textMayMiss: true });
  say(io, flags.quiet, mapped.mapping.notice);
  return { table, rows: mapped.rows };
}

async function convert(
  table: Table,
  all: AsyncIterable<Row | Reject>,
  to: Destination,
  flags: Flags,
  account: Account,
  isStopped: () => boolean,
): Promise<void> {
  const safe = flags.spreadsheetSafe === true;
  const lineOf = flags.format === 'csv' ? csvLine : ndjsonLine(table.columns);
  const guarded = (cells: readonly string[]): readonly string[] =>
    safe ? cells.map(spreadsheetSafe) : cells;
  const own: Account = { in: 0, out: 0, rejected: 0 };
  let isDone = false;
  try {
    const hasHead = flags.format === 'csv' && table.columns.length > 0;
    await to.begin(hasHead ? csvLine(guarded(table.columns)) : '');
    for await (const item of all) {
      if (isStopped()) break;
      own.in++;
      if (isReject(item)) {
        own.rejected++;
        await to.reject(item);
      } else {
        own.out++;
        await to.row(lineOf(guarded(item.cells)));
      }
    }
    isDone = !isStopped();
    await (isDone ? to.finish() : to.abandon());
  } catch (error) {
    isDone = false;
    await to.abandon();
    if (!isStopped()) throw error;
  } finally {
    if (isDone || !to.isWholeOnly)
      for (const key of ['in', 'out', 'rejected'] as const) account[key] += own[key];
  }
}

const fileDestination = (file: RowFile): Destination => ({
  ...file,
  isWholeOnly: true,
  begin: (head) => file.row(head),
});

/** Rows on standard output, in large writes; several tables follow one another under one header. */
class PrintedRows implements Destination {
  readonly isWholeOnly = false;
  readonly #flags: Flags;
  readonly #io: Io;
  #told = 0;
  #head: string | null = null;
  #waiting = '';

  constructor(flags: Flags, io: Io) {
    this.#flags = flags;
    this.#io = io;
  }

  async begin(head: string): Promise<void> {
    if (this.#head !== null && head !== '' && this.#head !== '' && head !== this.#head)
      throw new HearsayError('usage', "these files have different columns and can't be one CSV", {
        remedy: 'Give a folder with -o, or --format ndjson.',
      });
    if (head !== '' && !this.#head) await this.row(head);
    this.#head = this.#head || head;
  }

  async row(line: string): Promise<void> {
    this.#waiting += line;
    if (this.#waiting.length >= BATCH) await this.finish();
  }

  reject(reject: Reject): Promise<void> {
    const told = ++this.#told;
    if (told <= TOLD) say(this.#io, this.#flags.quiet, rejectLine(reject));
    if (told === TOLD + 1) say(this.#io, this.#flags.quiet, 'More rejects are only counted; -o writes all.');
    return Promise.resolve();
  }

  async finish(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') await print(this.#io, text);
  }

  /** What was read before the trouble is good and is shown. */
  abandon(): Promise<void> {
    return this.finish();
  }
}
