/** What changed between two exports, or before and after a day. */
import { Command, Option } from 'commander';
import { type Io, print, say, type Subcommand } from './command.ts';
import {
  collected,
  type InputFlags,
  type ModelFlags,
  tableOptionsOf,
  withInputOptions,
  withModelOptions,
} from './options.ts';

interface Flags extends InputFlags, ModelFlags {
  readonly split?: string;
  readonly target?: readonly string[];
  readonly topics?: string;
  readonly tz?: string;
  readonly format: 'table' | 'json' | 'csv';
  readonly quiet?: boolean;
}

const EXAMPLES = `Examples:
  hearsay compare may.csv june.csv                       two exports, topics found over both together
  hearsay compare posts.csv --split 2026-10-25           before that day, and from it on
  hearsay compare may.csv june.csv --format csv          one row a share, for a spreadsheet
`;

export const compare: Subcommand = {
  name: 'compare',
  build: (io) =>
    withModelOptions(withInputOptions(new Command('compare')))
      .description(
        'Tells which shares differ between two exports, or before and after a day, and what drives it.',
      )
      .argument('<files...>', 'two exports, or one with --split')
      .option(
        '--split <date>',
        'part one file: a day in --tz, or a moment in ISO 8601; it begins the second part',
      )
      .option('--target <name>', 'whom or what to ask stances toward; repeat it for several', collected)
      .option('--topics <file>', 'topics of your own, in YAML or JSON, instead of those found')
      .option('--tz <zone>', 'time zone in which a day begins; a time that names none is in UTC', 'UTC')
      .addOption(
        new Option('--format <shape>', 'what to print').choices(['table', 'json', 'csv']).default('table'),
      )
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('before', EXAMPLES)
      .action((files: string[], flags: Flags) => comparedFiles(files, flags, io)),
};

async function comparedFiles(files: readonly string[], flags: Flags, io: Io): Promise<void> {
  const { compared } = await import('../pipeline/compare.ts');
  const { topicsIn } = await import('./topics-option.ts');
  const comparison = await compared(files, {
    as: flags.as,
    layout: flags.layout,
    textColumn: flags.textColumn,
    table: tableOptionsOf(flags),
    split: flags.split,
    targets: flags.target,
    topics: topicsIn(flags.topics),
    timeZone: flags.tz,
    language: flags.language,
    model: flags.model,
    ...(flags.hubModel !== undefined && { hubModel: flags.hubModel }),
    stdin: io.stdin,
    onNotice: (line) => say(io, flags.quiet, line),
  });
  if (flags.format === 'json') return print(io, `${JSON.stringify(comparison, null, 2)}\n`);
  const { comparisonCsv, comparisonTable } = await import('../report/compare-table.ts');
  await print(
    io,
    flags.format === 'csv' ? comparisonCsv(comparison) : comparisonTable(comparison, io.stdout.columns ?? 80),
  );
}
