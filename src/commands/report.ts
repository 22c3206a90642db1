import { Command } from 'commander';
import { replacePage, rebuiltPage } from '../report/rebuilt-page.ts';
import { writeTextFile } from '../report/text-file.ts';
import { type Io, type Subcommand, print, say } from './command.ts';

const EXAMPLES = `
Examples:
  hearsay report out                      make out/dashboard.html anew
  hearsay report out -o page.html         write the page elsewhere
  hearsay report out -o - | gzip > page.html.gz
`;

interface Flags {
  readonly output?: string;
  readonly quiet?: boolean;
}

export const report: Subcommand = {
  name: 'report',
  build: (io) =>
    new Command('report')
      .description('Make the dashboard page of a result folder: one HTML file that works offline.')
      .argument('<dir>', 'a result folder, as analyze -o leaves it')
      .option('-o, --output <file>', 'where to write the page instead; - for standard output')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('after', EXAMPLES)
      .action((dir: string, flags: Flags) => reported(io, dir, flags)),
};

async function reported(io: Io, dir: string, { output, quiet }: Flags): Promise<void> {
  if (output === '-') return print(io, await rebuiltPage(dir));
  if (output === undefined) return say(io, quiet, `wrote ${await replacePage(dir)}`);
  await writeTextFile(output, await rebuiltPage(dir));
  say(io, quiet, `wrote ${output}`);
}
