#!/usr/bin/env node
/** The program: argv in, exit code out. The only place that prints errors and sets the exit code. */
import { Command, CommanderError } from 'commander';
import type { Io } from './commands/command.ts';
import { subcommands } from './commands/index.ts';
import { VERSION } from './commands/version.ts';
import { EXIT_CODES, HearsayError, type Interruption, SIGNAL_EXIT_CODES } from './errors.ts';

/** With the command that `argv` calls, or with all where it calls none by name, as for the help. */
async function programWith(io: Io, argv: readonly string[]): Promise<Command> {
  const program = new Command('hearsay')
    .description('Who said what, about which topic, with which sentiment, for or against whom.')
    .version(VERSION)
    .showHelpAfterError('(hearsay --help shows the commands, hearsay COMMAND --help one of them)');
  const called = subcommands.filter(({ name }) => name === argv[0]);
  for (const { load } of called.length > 0 ? called : subcommands)
    program.addCommand((await load()).build(io));
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .configureOutput({ writeOut: (s) => io.stdout.write(s), writeErr: (s) => io.stderr.write(s) });
  return program;
}

/** Runs one command line and gives its exit code; what goes wrong is one line on standard error. */
export async function exitCodeOf(argv: readonly string[], streams: Omit<Io, 'endWith'>): Promise<number> {
  let code = 0;
  const io: Io = { ...streams, endWith: (wanted) => (code = wanted) };
  try {
    const program = await programWith(io, argv);
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.usage;
    return reported(error, io);
  }
}

function reported(error: unknown, io: Pick<Io, 'stderr' | 'env'>): number {
  if (isClosedPipe(error)) return 0;
  const known = error instanceof HearsayError ? error : unexpected(error);
  io.stderr.write(`hearsay: ${known.line}\n`);
  if (io.env['HEARSAY_DEBUG'] === '1') io.stderr.write(`${stackOf(error)}\n`);
  return known.exitCode;
}

function unexpected(error: unknown): HearsayError {
  const message = error instanceof Error ? error.message : String(error);
  if (isFullDisk(error))
    return new HearsayError('output', `the output can't be written (${message})`, {
      cause: error,
      remedy: 'Free some space or write elsewhere.',
    });
  return new HearsayError('internal', `something went wrong inside hearsay (${message})`, {
    cause: error,
    remedy: 'Run again with HEARSAY_DEBUG=1 and report what it prints.',
  });
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
const isClosedPipe = (error: unknown): boolean => codeOf(error) === 'EPIPE';
const isFullDisk = (error: unknown): boolean => ['ENOSPC', 'EFBIG', 'EDQUOT'].includes(String(codeOf(error)));

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined
    ? String(error.stack)
    : `${error.stack}\ncaused by ${stackOf(error.cause)}`;
}

/** A reader that went away (`| head`) ends the program quietly; a full disk behind stdout is exit 6. */
function watch(stream: NodeJS.WriteStream): void {
  stream.on('error', (error) => process.exit(reported(error, process)));
}

/** The first signal goes to the command where it wants that; any other ends the program at once. */
let handle: ((signal: Interruption) => void) | null = null;
let interrupted = false;
const PATIENCE_MS = 3500;

function interrupt(signal: Interruption): void {
  if (handle === null || interrupted) process.exit(SIGNAL_EXIT_CODES[signal]);
  interrupted = true;
  handle(signal);
  // Whatever the command is at, who interrupts a program waits no longer than this.
  setTimeout(() => process.exit(SIGNAL_EXIT_CODES[signal]), PATIENCE_MS).unref();
}

function onInterruption(wanted: (signal: Interruption) => void): () => void {
  handle = wanted;
  return () => {
    handle = null;
  };
}

watch(process.stdout);
watch(process.stderr);
process.on('SIGINT', interrupt);
process.on('SIGTERM', interrupt);
const { stdin, stdout, stderr, env } = process;
process.exitCode = await exitCodeOf(process.argv.slice(2), { stdin, stdout, stderr, env, onInterruption });
// What was interrupted may have left work that nobody waits for.
if (interrupted) process.exit();
