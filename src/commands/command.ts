import type { Command } from 'commander';
import type { Interruption, Reject } from '../errors.ts';

/** Where a command reads and writes; a test passes its own. */
export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
  /**
   * The command ends by itself on the first SIGINT or SIGTERM, in place of the program's ending at once;
   * a second one still ends it. Gives a function that takes this back.
   */
  onInterruption(handle: (signal: Interruption) => void): () => void;
  /** Ends with this code, without another word: the command has said why. */
  endWith(code: number): void;
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

/** What a person is told of a rejected row: `posts.csv, row 7, line 9: rejected (columns). 5 cells where …`. */
export function rejectLine({ file, row, line, code, message }: Reject): string {
  const place = line === undefined ? `row ${row}` : `row ${row}, line ${line}`;
  return `${file}, ${place}: rejected (${code}). ${message}`;
}

/** Writes to standard output and waits where the reader is slower than hearsay. */
export async function print(io: Io, text: string): Promise<void> {
  if (io.stdout.write(text)) return;
  await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
}
