/** Proposes a topics file from exports, for a person to edit and `analyze --topics` to read. */
import { Command, Option } from 'commander';
import type { Proposal } from '../topics/proposal.ts';
import { type Io, print, say, type Subcommand } from './command.ts';
import { type InputFlags, tableOptionsOf, wholeNumber, withInputOptions } from './options.ts';

interface Flags extends InputFlags {
  readonly topicsCount?: number;
  readonly language?: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `Examples:
  hearsay topics posts.csv                            what the posts are about, as a topics file
  hearsay topics posts.csv -o topics.yaml             edit it, then: hearsay analyze posts.csv --topics topics.yaml
  hearsay topics may.csv june.csv --topics-count 12   twelve topics of both exports together
  hearsay topics posts.csv --json                     the same for programs; analyze reads this too
`;

export const topics: Subcommand = {
  name: 'topics',
  build: (io) =>
    withInputOptions(new Command('topics'))
      .description('Proposes a topics file from exports: what the posts are about, and toward whom.')
      .argument('<files...>', 'exports (.csv .tsv .json .ndjson, each also .gz), - for standard input')
      .addOption(
        new Option('--topics-count <n>', 'how many topics, in place of as many as there are').argParser(
          wholeNumber,
        ),
      )
      .option('--language <code>', 'take every text to be in this language, and do not check')
      .option('-o, --output <file>', 'write the file here, print nothing')
      .option('--json', 'JSON instead of YAML')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('before', EXAMPLES)
      .action((files: string[], flags: Flags) => proposed(files, flags, io)),
};

async function proposed(files: readonly string[], flags: Flags, io: Io): Promise<void> {
  // The models and the graph take a moment to load: only where they are needed.
  const { proposedTopics } = await import('../pipeline/propose.ts');
  const proposal = await proposedTopics(files, {
    as: flags.as,
    layout: flags.layout,
    textColumn: flags.textColumn,
    table: tableOptionsOf(flags),
    topicsCount: flags.topicsCount,
    language: flags.language,
    stdin: io.stdin,
    onNotice: (line) => say(io, flags.quiet, line),
  });
  const text = await fileOf(proposal, files, flags.json === true);
  if (flags.output === undefined) return print(io, text);
  const { writeTextFile } = await import('../report/text-file.ts');
  await writeTextFile(flags.output, text);
  const found = `${proposal.topics.length} ${proposal.topics.length === 1 ? 'topic' : 'topics'}`;
  say(
    io,
    flags.quiet,
    `wrote ${flags.output} (${found}); edit it, then: hearsay analyze FILE --topics ${flags.output}`,
  );
}

async function fileOf(proposal: Proposal, files: readonly string[], json: boolean): Promise<string> {
  if (json) return `${JSON.stringify({ topics: proposal.topics }, null, 2)}\n`;
  const { proposalFile } = await import('../topics/proposal-file.ts');
  return proposalFile(proposal, files.join(', '));
}
