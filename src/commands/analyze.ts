/** The main job: documents and exports in; tables, records or a result folder out. */
import { Command, Option } from 'commander';
import { WEIGHTINGS } from '../aggregate/voiced-counts.ts';
import { REPOST_POLICIES } from '../pipeline/reposts.ts';
import type { AnalyzeFlags } from './analyze-run.ts';
import type { Subcommand } from './command.ts';
import { collected, wholeNumber, withInputOptions, withModelOptions, withRunOptions } from './options.ts';

const EXAMPLES = `Examples:
  hearsay analyze                                     the sample corpus
  hearsay analyze digest.txt posts.csv                a digest and an export in one run
  hearsay analyze posts.csv --target "phone ban" -o out   also a result folder with a page
  hearsay analyze digest.txt --format ndjson | head   one record a line
`;

export const analyze: Subcommand = {
  name: 'analyze',
  build: (io) =>
    withRunOptions(withModelOptions(withInputOptions(new Command('analyze'))))
      .description('Reads documents and exports; tells per topic who said what, for or against whom.')
      .argument(
        '[files...]',
        'documents (.txt .md .html) and exports (.csv .tsv .json .ndjson), - for standard input',
      )
      .option('--target <name>', 'whom or what to ask stances toward; repeat it for several', collected)
      .option('--topics <file>', 'topics of your own, in YAML or JSON, instead of those found')
      .addOption(
        new Option('--topics-count <n>', 'how many topics to find in an export').argParser(wholeNumber),
      )
      .option('-o, --output <folder>', 'also write a result folder: Parquet, CSV, NDJSON, summary, page')
      .addOption(
        new Option('--format <shape>', 'what to print')
          .choices(['table', 'json', 'ndjson', 'csv'])
          .default('table'),
      )
      .option('--indirect', 'also indirect speech')
      .option('--explain', 'also the words that carried each label; takes many times longer')
      .addOption(new Option('--weight <by>', 'also shares weighted by this').choices(WEIGHTINGS))
      .option('--labels <file>', 'labels by hand for some records, which correct the shares')
      .addOption(
        new Option('--reposts <what>', 'what becomes of reposts (kept by default)').choices(REPOST_POLICIES),
      )
      .option('--tz <zone>', 'time zone in which a day begins; a time that names none is in UTC', 'UTC')
      .addOption(
        new Option('--by <period>', 'how timelines are cut (by day unless given)').choices([
          'hour',
          'day',
          'week',
        ]),
      )
      .addHelpText('before', EXAMPLES)
      .action(async (files: string[], flags: AnalyzeFlags) => {
        const { analyzed } = await import('./analyze-run.ts');
        await analyzed(files, flags, io);
      }),
};
