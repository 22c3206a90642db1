/** What `hearsay analyze` does: loaded when it is asked for, as the stages and their packages are large. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HandLabels } from '../aggregate/hand-labels.ts';
import { summaryBuilder } from '../aggregate/summary.ts';
import type { Weighting } from '../aggregate/voiced-counts.ts';
import { HearsayError, type Reject } from '../errors.ts';
import { fileFacts } from '../formats/checksum.ts';
import type { AnalyzeOptions } from '../pipeline/context.ts';
import type { RepostPolicy } from '../pipeline/reposts.ts';
import { openRun, type Run } from '../pipeline/run.ts';
import type { Document, ScoredReaction } from '../reaction.ts';
import type { Around } from '../report/around-file.ts';
import { resultPlace, writeResultFolder } from '../report/folder.ts';
import { colorWanted } from '../report/paint.ts';
import { recordWriter } from '../report/records.ts';
import { summaryTable } from '../report/table.ts';
import { type Io, print, rejectLine, say } from './command.ts';
import { handLabelsIn } from './hand-labels-file.ts';
import { type InputFlags, type ModelFlags, type RunFlags, tableOptionsOf } from './options.ts';
import { topicsIn } from './topics-option.ts';
import { PACKAGE_ROOT, VERSION } from './version.ts';

export interface AnalyzeFlags extends InputFlags, ModelFlags, RunFlags {
  readonly target?: readonly string[];
  readonly topics?: string;
  readonly topicsCount?: number;
  readonly output?: string;
  readonly format: 'table' | 'json' | 'ndjson' | 'csv';
  readonly indirect?: boolean;
  readonly explain?: boolean;
  readonly weight?: Weighting;
  readonly labels?: string;
  readonly reposts?: RepostPolicy;
  readonly tz?: string;
  readonly by?: 'hour' | 'day' | 'week';
}

/** Paths as a person in this directory would write them, so that records and manifest name them so. */
const sampleCorpus = (): string[] =>
  ['corpora/digest/digest.txt', 'corpora/export/posts.csv'].map((name) => {
    const path = fileURLToPath(new URL(name, PACKAGE_ROOT));
    const near = relative(process.cwd(), path);
    return near.startsWith('..') ? path : near;
  });

export async function analyzed(named: readonly string[], flags: AnalyzeFlags, io: Io): Promise<void> {
  if (named.length === 0)
    say(io, flags.quiet, 'No file named: this is the sample corpus that hearsay brings along.');
  const files = named.length === 0 ? sampleCorpus() : named;
  if (flags.output !== undefined) await resultPlace(flags.output);
  const rejects: Reject[] = [];
  const options = optionsOf(flags, io, (reject) => {
    rejects.push(reject);
    say(io, flags.quiet, rejectLine(reject));
  });
  const labels = flags.labels === undefined ? undefined : await handLabelsIn(flags.labels, io);
  const texts: Document[] = [];
  const sentences = new Map<string, Around>();
  const run = await openRun(files, {
    ...options,
    onText: (document) => texts.push(document),
    ...(flags.output !== undefined && { onSentences: (around) => sentences.set(around.id, around) }),
  });
  try {
    await delivered(run, { files, rejects, texts, sentences }, flags, { ...options, labels }, io);
  } finally {
    await run.close();
  }
  if (labels !== undefined) tellLabels(labels, flags, io);
  tellAccount(run, flags, io);
  if (flags.strict === true && rejects.length > 0)
    throw new HearsayError('rejected', `${rejects.length} rows were rejected, and --strict was given`);
}

function optionsOf(flags: AnalyzeFlags, io: Io, onReject: (reject: Reject) => void): AnalyzeOptions {
  return {
    as: flags.as,
    layout: flags.layout,
    textColumn: flags.textColumn,
    table: tableOptionsOf(flags),
    targets: flags.target,
    topics: topicsIn(flags.topics),
    topicsCount: flags.topicsCount,
    indirect: flags.indirect,
    explain: flags.explain,
    reposts: flags.reposts,
    language: flags.language,
    model: flags.model,
    ...(flags.hubModel !== undefined && { hubModel: flags.hubModel }),
    weight: flags.weight,
    timeZone: flags.tz,
    by: flags.by,
    stdin: io.stdin,
    onNotice: (line) => say(io, flags.quiet, line),
    onReject,
  };
}

/** What a result folder holds beside the records; filled while they are read. */
interface Beside {
  readonly files: readonly string[];
  readonly rejects: readonly Reject[];
  readonly texts: readonly Document[];
  readonly sentences: Map<string, Around>;
}

/** Prints while it reads; the folder's writers, where there is one, pull the records through the printer. */
async function delivered(
  run: Run,
  { files, rejects, texts, sentences }: Beside,
  flags: AnalyzeFlags,
  options: AnalyzeOptions,
  io: Io,
): Promise<void> {
  const builder = summaryBuilder({ errors: run.errors, ...options });
  const printer = printerOf(flags, io);
  async function* seen(): AsyncGenerator<ScoredReaction> {
    await printer.begin();
    for await (const reaction of run.reactions) {
      builder.add(reaction);
      await printer.record(reaction);
      yield reaction;
    }
  }
  if (flags.output === undefined) for await (const _ of seen());
  else {
    const inputs = await Promise.all(files.map(fileFacts));
    await writeResultFolder(flags.output, {
      reactions: seen(),
      rejects,
      texts,
      aroundOf: taken(sentences),
      summary: () => builder.summary(),
      facts: () => ({
        version: VERSION,
        clock: new Date().toISOString(),
        inputs,
        models: run.models(),
        options: manifestOptions(flags),
        counts: run.account(),
      }),
    });
    say(io, flags.quiet, `The result folder is ${flags.output}; open ${flags.output}/dashboard.html.`);
  }
  await printer.end(() => builder.summary());
}

/** Each is asked for once, and then let go. */
function taken(sentences: Map<string, Around>): (id: string) => Around | null {
  return (id) => {
    const around = sentences.get(id) ?? null;
    sentences.delete(id);
    return around;
  };
}

/** What shapes the result, so that a manifest tells how to make it again. */
function manifestOptions({
  output: _output,
  quiet: _quiet,
  format: _format,
  ...shaping
}: AnalyzeFlags): object {
  return shaping;
}

interface Printer {
  begin(): Promise<void>;
  record(reaction: ScoredReaction): Promise<void>;
  end(summary: () => Parameters<typeof summaryTable>[0]): Promise<void>;
}

const nothing = async (): Promise<void> => {};

function printerOf({ format }: AnalyzeFlags, io: Io): Printer {
  if (format === 'table') {
    const color = colorWanted(io.stdout.isTTY, io.env);
    return {
      begin: nothing,
      record: nothing,
      end: (summary) => print(io, summaryTable(summary(), { width: io.stdout.columns ?? 80, color })),
    };
  }
  if (format === 'json') return jsonPrinter(io);
  const writer = recordWriter(format);
  return {
    begin: () => print(io, writer.head()),
    record: (reaction) => print(io, writer.line(reaction)),
    end: nothing,
  };
}

/** One object `{reactions, summary}`, printed as it comes so that it need not fit into memory. */
function jsonPrinter(io: Io): Printer {
  const { line } = recordWriter('ndjson');
  let separator = '';
  return {
    begin: () => print(io, '{"reactions":['),
    async record(reaction) {
      await print(io, `${separator}\n${line(reaction).trimEnd()}`);
      separator = ',';
    },
    end: (summary) => print(io, `\n],\n"summary":${JSON.stringify(summary())}}\n`),
  };
}

function tellLabels({ met, size }: HandLabels, { labels, quiet }: AnalyzeFlags, io: Io): void {
  if (met === 0)
    throw new HearsayError('usage', 'none of the labelled records is in the input', {
      at: { file: labels! },
      remedy: 'Give labels for the same export: rows are matched by id, or by text where they have none.',
    });
  say(io, quiet, `${labels}: ${met} of ${size} labelled records are in the input`);
}

function tellAccount(run: Run, { quiet }: AnalyzeFlags, io: Io): void {
  const account = run.account();
  if (account.in === 0) return;
  const dropped = account.dropped > 0 ? ` + dropped ${account.dropped}` : '';
  say(io, quiet, `rows in ${account.in} = out ${account.out}${dropped} + rejected ${account.rejected}`);
}
