/** Options that several commands share: each is spelled and explained once, here. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TableOptions } from '../formats/table.ts';

/** How the rows of an export are read; csvkit's letters. An explicit flag always beats what was detected. */
export interface InputFlags {
  readonly as?: 'posts' | 'documents';
  readonly layout?: string;
  readonly textColumn?: string;
  readonly delimiter?: string;
  readonly tabs?: boolean;
  readonly encoding?: string;
  /** False with --no-header-row. */
  readonly headerRow?: boolean;
  readonly skipLines?: number;
  readonly quotechar?: string;
}

export interface ModelFlags {
  readonly model?: 'small' | 'base' | 'cascade';
  readonly hubModel?: string;
  readonly language?: string;
}

export interface RunFlags {
  readonly quiet?: boolean;
  readonly strict?: boolean;
}

export function withInputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--as <what>', 'read every file as posts or as documents, whatever its name').choices([
        'posts',
        'documents',
      ]),
    )
    .option('--layout <tool>', 'the tool that made the export, instead of the one recognised')
    .option('--text-column <column>', 'the column of the text, by name or number from 1')
    .option('-d, --delimiter <character>', 'what separates the columns')
    .option('-t, --tabs', 'columns are separated by tabs')
    .option('-e, --encoding <name>', 'the encoding of the files, as in utf-8, utf-16le, windows-1252')
    .option('-H, --no-header-row', 'the first row is a post, not names of columns')
    .addOption(
      new Option('-K, --skip-lines <n>', 'lines to pass over before the header').argParser(wholeNumber),
    )
    .option('--quotechar <character>', 'what encloses cells');
}

export function withModelOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--model <size>',
        'which models answer: by default the small one, and where a base one is there, that one for what the small one is unsure of (cascade)',
      ).choices(['small', 'base', 'cascade']),
    )
    .option('--hub-model <name>', 'a model of the hub instead of ours; the only option that uses the network')
    .option('--language <code>', 'take every text to be in this language, and do not check');
}

export function withRunOptions(command: Command): Command {
  return command
    .option('--strict', 'exit with 3 if anything was rejected')
    .option('-q, --quiet', 'say nothing on standard error but errors');
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

/** Gathers a repeated option. */
export const collected = (value: string, before: readonly string[] = []): string[] => [...before, value];

export function tableOptionsOf(flags: InputFlags): TableOptions {
  return {
    delimiter: flags.tabs === true ? '\t' : flags.delimiter,
    encoding: flags.encoding,
    header: flags.headerRow,
    skipLines: flags.skipLines,
    quote: flags.quotechar,
  };
}
