import type { Command } from 'commander';

/** Where a command reads and writes; a test passes its own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
}

/** One subcommand, one file: its name and how commander parses it. */
export interface Subcommand {
  readonly name: string;
  /** A commander command with description, examples, options and the action. Errors are thrown. */
  build(io: Io): Command;
}

/** A line for people, on standard error; nothing with `--quiet`. */
export function say(io: Io, quiet: boolean | undefined, line: string): void {
  if (!quiet) io.stderr.write(`${line}\n`);
}

/** Writes to standard output and waits where the reader is slower than hearsay. */
export async function print(io: Io, text: string): Promise<void> {
  if (io.stdout.write(text)) return;
  await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
}
