import type { Subcommand } from './command.ts';

/** Every subcommand, in the order in which the help shows them. A new one is one file and one line here. */
export const subcommands: readonly Subcommand[] = [];
