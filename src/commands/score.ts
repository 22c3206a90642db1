/** Every row of an export back in its order, its columns untouched, with labels. */
import { Command, Option } from 'commander';
import type { Target } from '../batch/label-columns.ts';
import { filesNamed } from '../batch/patterns.ts';
import { planOf } from '../batch/plan.ts';
import { type Listener, type Outcome, type ScoreOptions, scoreRun } from '../batch/run.ts';
import { EXIT_CODES, HearsayError, type Interruption, type Reject, SIGNAL_EXIT_CODES } from '../errors.ts';
import { type RepostPolicy, REPOST_POLICIES } from '../pipeline/reposts.ts';
import { type Io, print, rejectLine, say, type Subcommand } from './command.ts';
import {
  type InputFlags,
  type ModelFlags,
  type RunFlags,
  tableOptionsOf,
  withInputOptions,
  withModelOptions,
  withRunOptions,
} from './options.ts';
import { ProgressLine } from './progress.ts';
import { VERSION } from './version.ts';

interface Flags extends InputFlags, ModelFlags, RunFlags {
  readonly output?: string;
  readonly rejects?: string;
  readonly resume?: boolean;
  readonly prefix: string;
  readonly overwrite?: boolean;
  readonly cache?: string;
  readonly spreadsheetSafe?: boolean;
  readonly reposts?: RepostPolicy;
}

const EXAMPLES = `Examples:
  hearsay score posts.csv -o scored.csv                  sentiment of every row
  hearsay score posts.csv --target "phone ban" -o scored.csv   and stance toward a target
  hearsay score posts.csv --target-column topic -o scored.csv  toward what each row names
  hearsay score posts.csv -o scored.csv --resume         go on where a run was stopped
  hearsay score day-*.csv.gz -o scored/                  many files into a folder
  cat posts.csv | hearsay score > scored.csv             standard input and output
`;

export const score: Subcommand = {
  name: 'score',
  build(io) {
    // One list for both options, as the order in which they are given is that of the columns.
    const targets: Target[] = [];
    const gathered =
      (kind: Target['kind']) =>
      (name: string): void =>
        void targets.push({ kind, name });
    return withRunOptions(withModelOptions(withInputOptions(new Command('score'))))
      .description('Gives every row of an export back, in its order and as it is, with labels added.')
      .argument('[files...]', 'exports (.csv .tsv .json .ndjson, also .gz), - or nothing for standard input')
      .addOption(
        new Option('--target <name>', 'whom or what to ask stances toward; repeat it for several').argParser(
          gathered('name'),
        ),
      )
      .addOption(
        new Option('--target-column <column>', 'a column that names the target of each row').argParser(
          gathered('column'),
        ),
      )
      .option('-o, --output <file>', 'where the rows go; a folder for several inputs; .gz is compressed')
      .option('--rejects <file>', 'where rows go that can not be parsed (OUT.rejects.csv)')
      .addOption(
        new Option(
          '--reposts <what>',
          'what becomes of reposts: kept, dropped into the rejects, or counted on the post that they repeat, in a column of its own',
        )
          .choices(REPOST_POLICIES)
          .default('keep'),
      )
      .option('--resume', 'go on where a run on this output was stopped')
      .option('--prefix <text>', 'what the names of the added columns begin with', 'hearsay_')
      .option('--overwrite', 'replace columns that have these names already')
      .option('--cache <file>', 'keep answers there, so that other runs need not ask again')
      .option('--spreadsheet-safe', 'guard cells that a spreadsheet would take for a formula')
      .addHelpText('before', EXAMPLES)
      .action((files: string[], flags: Flags) => scored(files, targets, flags, io));
  },
};

async function scored(
  named: readonly string[],
  targets: readonly Target[],
  flags: Flags,
  io: Io,
): Promise<void> {
  if (named.length === 0 && (io.stdin as { isTTY?: boolean }).isTTY === true)
    throw new HearsayError('usage', 'no file is named', {
      remedy: 'Name an export, or - for standard input.',
    });
  if (flags.as === 'documents')
    throw new HearsayError('usage', 'score reads rows of exports, not documents', {
      remedy: 'Use hearsay analyze for documents.',
    });
  const plan = await planOf(await filesNamed(named.length === 0 ? ['-'] : named), {
    output: flags.output,
    rejects: flags.rejects,
  });
  if (flags.resume === true && plan.kind === 'stream')
    throw new HearsayError('usage', '--resume needs an output file', { remedy: 'Name one with -o.' });
  const stop = new AbortController();
  let signal: Interruption | null = null;
  const progress = new ProgressLine(io, flags.quiet);
  const teller = new Teller(io, flags, progress);
  const isDurable = plan.kind === 'durable';
  const takeBack = io.onInterruption((it) => {
    signal = it;
    stop.abort();
    // On a busy machine the program may be ended before the run has let go of everything.
    setTimeout(() => teller.interrupted(isDurable), UNTOLD_MS).unref();
  });
  const outcome = await scoreRun(plan, optionsOf(targets, flags), teller.listener(stop.signal)).finally(() =>
    progress.clear(),
  );
  takeBack();
  teller.account(outcome, isDurable);
  if (signal !== null && !outcome.isDone) io.endWith(SIGNAL_EXIT_CODES[signal]);
  else if (flags.strict === true && outcome.account.rejected > 0) io.endWith(EXIT_CODES.rejected);
}

function optionsOf(targets: readonly Target[], flags: Flags): ScoreOptions {
  return {
    table: tableOptionsOf(flags),
    layout: flags.layout,
    textColumn: flags.textColumn,
    targets,
    prefix: flags.prefix,
    overwrite: flags.overwrite === true,
    spreadsheetSafe: flags.spreadsheetSafe === true,
    language: flags.language,
    cache: flags.cache,
    reposts: flags.reposts,
    resume: flags.resume === true,
    model: flags.model,
    hubModel: flags.hubModel,
    shaping: shaping(targets, flags),
    version: VERSION,
  };
}

/** By the names under which they are given, so that a refusal can say which has changed. */
const shaping = (targets: readonly Target[], flags: Flags): Record<string, unknown> => ({
  '--target': targets.map(({ kind, name }) => (kind === 'name' ? name : `column ${name}`)),
  '--text-column': flags.textColumn ?? null,
  '--prefix': flags.prefix,
  '--overwrite': flags.overwrite === true,
  '--spreadsheet-safe': flags.spreadsheetSafe === true,
  '--model': flags.model,
  '--hub-model': flags.hubModel ?? null,
  '--language': flags.language ?? null,
  '--cache': flags.cache ?? null,
  '--reposts': flags.reposts,
  '--layout': flags.layout ?? null,
  '--delimiter': flags.tabs === true ? '\t' : (flags.delimiter ?? null),
  '--encoding': flags.encoding ?? null,
  '--no-header-row': flags.headerRow === false,
  '--skip-lines': flags.skipLines ?? null,
  '--quotechar': flags.quotechar ?? null,
});

/** Less than an interrupted program is given. */
const UNTOLD_MS = 2500;
/** Rejects that are told one by one where no file takes them. */
const MOST_TOLD = 20;

class Teller {
  readonly #io: Io;
  readonly #flags: Flags;
  readonly #progress: ProgressLine;
  #told = 0;
  #isInterrupted = false;

  constructor(io: Io, flags: Flags, progress: ProgressLine) {
    this.#io = io;
    this.#flags = flags;
    this.#progress = progress;
  }

  listener(stop: AbortSignal): Listener {
    return {
      stdin: this.#io.stdin,
      stdout: (text) => print(this.#io, text),
      notice: (line) => this.#say(line),
      reject: (reject) => this.#reject(reject),
      advance: (state) => this.#progress.show(state),
      stop,
    };
  }

  /** The account is the last line, whatever else there is to say. */
  account({ account, isDone }: Outcome, isDurable: boolean): void {
    if (this.#told > MOST_TOLD)
      this.#say(`${this.#told - MOST_TOLD} more rows were rejected; --rejects FILE keeps them all`);
    if (!isDone) this.interrupted(isDurable);
    else if (this.#flags.strict === true && account.rejected > 0)
      this.#say(`${account.rejected} rows were rejected, and --strict was given`);
    this.#say(`rows in ${account.in} = out ${account.out} + rejected ${account.rejected}`);
  }

  interrupted(isDurable: boolean): void {
    if (this.#isInterrupted) return;
    this.#isInterrupted = true;
    this.#say(
      isDurable
        ? 'interrupted; the same command with --resume goes on from here'
        : 'interrupted; what was written is whole up to here',
    );
  }

  #reject(reject: Reject): void {
    this.#told += 1;
    if (this.#told <= MOST_TOLD) this.#say(rejectLine(reject));
  }

  #say(line: string): void {
    this.#progress.clear();
    say(this.#io, this.#flags.quiet, line);
  }
}
