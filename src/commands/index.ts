import type { Subcommand } from './command.ts';

/** A command by its name: its file, and all that this needs, is read only once it is called. */
export interface Entry {
  readonly name: string;
  load(): Promise<Subcommand>;
}

/** Every subcommand, in the order in which the help shows them. A new one is one file and one line here. */
export const subcommands: readonly Entry[] = [
  { name: 'analyze', load: async () => (await import('./analyze.ts')).analyze },
  { name: 'quotes', load: async () => (await import('./quotes.ts')).quotes },
  { name: 'score', load: async () => (await import('./score.ts')).score },
  { name: 'rows', load: async () => (await import('./rows.ts')).rows },
  { name: 'topics', load: async () => (await import('./topics.ts')).topics },
  { name: 'compare', load: async () => (await import('./compare.ts')).compare },
  { name: 'label', load: async () => (await import('./label.ts')).label },
  { name: 'inspect', load: async () => (await import('./inspect.ts')).inspect },
  { name: 'eval', load: async () => (await import('./eval.ts')).evaluation },
  { name: 'models', load: async () => (await import('./models.ts')).models },
  { name: 'report', load: async () => (await import('./report.ts')).report },
  { name: 'serve', load: async () => (await import('./serve.ts')).serve },
];
