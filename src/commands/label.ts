/** Draws records worth labelling by hand, for a person to label in a table or at the terminal. */
import { Command, Option } from 'commander';
import { STRATEGIES } from '../aggregate/sample.ts';
import type { Subcommand } from './command.ts';
import type { LabelFlags } from './label-run.ts';
import { collected, wholeNumber, withInputOptions, withModelOptions } from './options.ts';

const EXAMPLES = `Examples:
  hearsay label posts.csv -o labels.csv               200 posts to label in a spreadsheet
  hearsay label posts.csv -o labels.csv --ask         at the terminal; again to go on where you stopped
  hearsay label posts.csv --target "phone ban" --strategy uncertain -n 300 -o labels.csv
  hearsay analyze posts.csv --labels labels.csv       shares corrected by them
  hearsay eval sentiment mine.csv --label-column sentiment --second yours.csv   how far two people agree
`;

export const label: Subcommand = {
  name: 'label',
  build: (io) =>
    withModelOptions(withInputOptions(new Command('label')))
      .description('Draws records worth labelling by hand; analyze --labels corrects its shares by them.')
      .argument('<files...>', 'documents and exports, as for analyze')
      .option('-n, --number <n>', 'how many to draw', wholeNumber, 200)
      .addOption(
        new Option(
          '--strategy <how>',
          'random: all alike; stratified: as many of each label found; uncertain: rather what the model is unsure of',
        )
          .choices(STRATEGIES)
          .default('random'),
      )
      .option('--seed <n>', 'another number draws others', wholeNumber, 1)
      .option(
        '--target <name>',
        'ask for the stance toward this in place of the sentiment; repeat it',
        collected,
      )
      .option('-o, --output <file>', 'write the CSV here')
      .option('--ask', 'ask for labels at the terminal, and go on with the file that is there')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('before', EXAMPLES)
      .action(async (files: string[], flags: LabelFlags) => {
        const { labelled } = await import('./label-run.ts');
        await labelled(files, flags, io);
      }),
};
