import { analyze } from './analyze.ts';
import type { Subcommand } from './command.ts';
import { evaluation } from './eval.ts';
import { inspect } from './inspect.ts';
import { models } from './models.ts';
import { quotes } from './quotes.ts';
import { report } from './report.ts';
import { rows } from './rows.ts';
import { score } from './score.ts';

/** Every subcommand, in the order in which the help shows them. A new one is one file and one line here. */
export const subcommands: readonly Subcommand[] = [
  analyze,
  quotes,
  score,
  rows,
  inspect,
  evaluation,
  models,
  report,
];
