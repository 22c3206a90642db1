import { Command, InvalidArgumentError, Option } from 'commander';
import { type Io, type Subcommand, print, say } from './command.ts';
import { collected, wholeNumber, withModelOptions, type ModelFlags } from './options.ts';
import { VERSION } from './version.ts';

const EXAMPLES = `
Examples:
  hearsay serve out                       the page and its data at http://127.0.0.1:4180/
  hearsay serve out --watch               and the new result, once out is another one
  HEARSAY_TOKEN=$(openssl rand -hex 24) hearsay serve out --host 0.0.0.0 --allow-host newsroom.example
  curl -H 'Accept: text/csv' 'http://127.0.0.1:4180/api/reactions?stance=against'
`;

interface Flags extends ModelFlags {
  readonly host: string;
  readonly port: number;
  readonly token?: string;
  readonly allowHost?: readonly string[];
  readonly rate: number;
  readonly watch?: boolean;
  readonly quiet?: boolean;
}

export const serve: Subcommand = {
  name: 'serve',
  build: (io) =>
    withModelOptions(new Command('serve'))
      .description('Serves a result folder over HTTP: the page, and the data behind it for other dashboards.')
      .argument('<dir>', 'a result folder, as analyze -o leaves it')
      .addOption(new Option('--port <n>', 'port; 0 for any that is free').argParser(portNumber).default(4180))
      .option('--host <address>', 'address to bind to; one that others reach needs a token', '127.0.0.1')
      .option(
        '--token <text>',
        'what clients must know, 16 characters or more (better given as HEARSAY_TOKEN)',
      )
      .option(
        '--allow-host <name>',
        'a name by which the server is asked for; repeat it for several',
        collected,
      )
      .addOption(
        new Option('--rate <n>', 'requests per second of one client; 0 for no limit')
          .argParser(wholeNumber)
          .default(500),
      )
      .option('--watch', 'serve the new result when the folder changes, and tell listeners')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('after', EXAMPLES)
      .action((dir: string, flags: Flags) => served(io, dir, flags)),
};

function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port > 65_535) throw new InvalidArgumentError('It must be 65535 or less.');
  return port;
}

/** Until a signal comes. */
async function served(io: Io, dir: string, flags: Flags): Promise<void> {
  // Loaded here: no other command needs a database or a server.
  const { openServer } = await import('../serve/server.ts');
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const takeBack = io.onInterruption(() => stop());
  const running = await openServer({
    dir,
    host: flags.host,
    port: flags.port,
    token: flags.token ?? (io.env['HEARSAY_TOKEN'] || null),
    names: flags.allowHost ?? [],
    rate: flags.rate,
    watch: flags.watch === true,
    models: { model: flags.model, ...(flags.hubModel !== undefined && { hubModel: flags.hubModel }) },
    version: VERSION,
    onNotice: (line) => say(io, flags.quiet, line),
  });
  await print(io, `${running.url}\n`);
  say(io, flags.quiet, `serving ${dir}: ${running.records} records; Ctrl-C stops`);
  await stopped;
  await running.stop();
  takeBack();
}
