/** The first command on a new export: what it is, and what to expect of it. No model is opened. */
import { Command } from 'commander';
import { contentOf, openDocuments, openTable } from '../formats/index.ts';
import { type ByteSource, sourceOf } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import { postsIn } from '../layouts/index.ts';
import { type Io, print, say, type Subcommand } from './command.ts';
import { type InputFlags, tableOptionsOf, withInputOptions } from './options.ts';

interface Flags extends InputFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `Examples:
  hearsay inspect posts.csv                  tool, layout, encoding, columns, damage, languages, dates
  hearsay inspect export.json.gz --json      the same for programs
  hearsay inspect - < posts.csv              standard input
`;

export const inspect: Subcommand = {
  name: 'inspect',
  build: (io) =>
    withInputOptions(new Command('inspect'))
      .description('Tells what an export is and what is wrong with it, without any model.')
      .argument('<file>', 'an export or a document, - for standard input')
      .option('--json', 'one JSON object')
      .option('-q, --quiet', 'say nothing on standard error but errors')
      .addHelpText('before', EXAMPLES)
      .action((file: string, flags: Flags) => inspected(file, flags, io)),
};

async function inspected(file: string, flags: Flags, io: Io): Promise<void> {
  const source = await sourceOf(file, io.stdin);
  const isExport = (await contentOf(source, flags.as)) === 'posts';
  await (isExport ? inspectExport(source, flags, io) : inspectDocuments(source, flags, io));
}

async function inspectExport(source: ByteSource, flags: Flags, io: Io): Promise<void> {
  // The table of languages takes a moment to load: only where it is needed.
  const { inspectionOf } = await import('./inspection.ts');
  const { inspectionLines } = await import('./inspection-lines.ts');
  const table = await openTable(source, tableOptionsOf(flags));
  const { layout, textColumn } = flags;
  const posts = await postsIn(table, { layout, textColumn, textMayMiss: true });
  const found = await inspectionOf(table, source.size, posts);
  for (const notice of found.notices) say(io, flags.quiet, notice);
  await print(io, flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : inspectionLines(found));
}

async function inspectDocuments(source: ByteSource, flags: Flags, io: Io): Promise<void> {
  const { languageOf } = await import('../text/language.ts');
  const options = { ...tableOptionsOf(flags), onNotice: (line: string) => say(io, flags.quiet, line) };
  const found = {
    file: source.name,
    bytes: source.size,
    holds: 'documents' as const,
    documents: 0,
    characters: 0,
    words: 0,
    rejected: 0,
  };
  const languages: Record<string, number> = {};
  for await (const item of openDocuments(source, options)) {
    if (isReject(item)) {
      found.rejected++;
      continue;
    }
    const language = languageOf(item.text).language ?? 'unknown';
    languages[language] = (languages[language] ?? 0) + 1;
    found.documents++;
    found.characters += item.text.length;
    found.words += item.text.match(/\S+/g)?.length ?? 0;
  }
  if (flags.json === true) return print(io, `${JSON.stringify({ ...found, languages }, null, 2)}\n`);
  const lines = Object.entries({ ...found, languages: Object.keys(languages).join(', ') });
  await print(io, lines.map(([label, value]) => `${label.padEnd(16)}${value ?? 'not known'}\n`).join(''));
}
