import { analyze } from './analyze.ts';
import type { Subcommand } from './command.ts';
import { evaluation } from './eval.ts';
import { models } from './models.ts';
import { report } from './report.ts';

/** Every subcommand, in the order in which the help shows them. A new one is one file and one line here. */
export const subcommands: readonly Subcommand[] = [analyze, evaluation, models, report];
