/** The reading alone: who says what in documents, without a model's labels. */
import { Command, Option } from 'commander';
import { openModels } from '../classify/models.ts';
import { HearsayError, type Reject } from '../errors.ts';
import type { Reading } from '../extract/reading.ts';
import { formatOf, openDocuments } from '../formats/index.ts';
import { type ByteSource, recordNames, sourceOf } from '../formats/source.ts';
import { isReject } from '../formats/table.ts';
import { readingsOf } from '../pipeline/readings.ts';
import type { Document, Reaction } from '../reaction.ts';
import type { ReadDocument } from '../report/reading-table.ts';
import { storyTopic } from '../topics/story.ts';
import { type Io, rejectLine, say, type Subcommand } from './command.ts';
import { type RunFlags, withRunOptions } from './options.ts';
import { READING_FORMATS, type ReadingFormat, readingPrinter } from './reading-printers.ts';

interface Flags extends RunFlags {
  readonly format: ReadingFormat;
  readonly indirect?: boolean;
  /** False with --no-tagger. */
  readonly tagger: boolean;
  readonly as?: 'documents';
  readonly encoding?: string;
}

const EXAMPLES = `Examples:
  hearsay quotes digest.txt                           who says what, story by story
  hearsay quotes digest.txt --indirect                also indirect speech
  hearsay quotes articles.ndjson.gz --format ndjson   one {"id", "text"} a line in, one record a line out
  hearsay quotes digest.txt --format html > read.html a page to check the reading by eye
`;

export const quotes: Subcommand = {
  name: 'quotes',
  build: (io) =>
    withRunOptions(new Command('quotes'))
      .description('Reads documents and tells who says what, without sentiment and stance.')
      .argument(
        '<files...>',
        'documents: .txt .md .html, NDJSON of {"id", "text"}, also .gz; - for standard input',
      )
      .addOption(new Option('--format <shape>', 'what to print').choices(READING_FORMATS).default('table'))
      .option('--indirect', 'also indirect speech')
      .option('--no-tagger', 'indirect speech by the rules alone')
      .addOption(
        new Option('--as <what>', 'read every file as documents, whatever its name').choices(['documents']),
      )
      .option('-e, --encoding <name>', 'the encoding of the files, as in utf-8, utf-16le, windows-1252')
      .addHelpText('before', EXAMPLES)
      .action((files: string[], flags: Flags) => readAll(files, flags, io)),
};

async function readAll(files: readonly string[], flags: Flags, io: Io): Promise<void> {
  const printer = readingPrinter(flags.format, io);
  const models = await openModels({});
  const readers = {
    tagger: flags.indirect === true && flags.tagger,
    onNotice: (line: string) => say(io, flags.quiet, line),
  };
  let rejected = 0;
  try {
    await printer.begin();
    for await (const { document, reading } of readingsOf(documentsIn(files, flags, io), models, readers)) {
      if (isReject(document)) {
        rejected += 1;
        say(io, flags.quiet, rejectLine(document));
      } else await printer.document(printable(reading!, flags));
    }
    await printer.end();
  } finally {
    await models.close();
  }
  if (flags.strict === true && rejected > 0)
    throw new HearsayError('rejected', `${rejected} documents were rejected, and --strict was given`);
}

async function* documentsIn(
  files: readonly string[],
  flags: Flags,
  io: Io,
): AsyncGenerator<{ readonly document: Document | Reject }> {
  const names = recordNames(files);
  for (const [index, file] of files.entries()) {
    const opened = await sourceOf(file, io.stdin as AsyncIterable<unknown>);
    await refusePosts(opened, flags);
    const source = file === '-' ? opened : { ...opened, name: names[index]! };
    for await (const document of openDocuments(source, { encoding: flags.encoding })) yield { document };
  }
}

/** A table of posts has no prose to read. */
async function refusePosts(source: ByteSource, { as }: Flags): Promise<void> {
  if (as === 'documents' || (await formatOf(source)).name !== 'csv') return;
  throw new HearsayError('usage', 'this is a table of posts, in which nothing is quoted', {
    at: { file: source.name },
    remedy: 'Use hearsay analyze or score for it, or --as documents to read it as prose.',
  });
}

function printable({ document, stories, reactions }: Reading, flags: Flags): ReadDocument {
  const topics = new Map(stories.map((story) => [story.index, storyTopic(story, document.text)]));
  const shown = reactions.filter(
    ({ flags: marks }) => flags.indirect === true || !marks.includes('indirect'),
  );
  return {
    name: document.name,
    text: document.text,
    stories,
    reactions: shown.map((reaction) => withTopic(reaction, topics.get(reaction.story ?? 0) ?? null)),
  };
}

const withTopic = (reaction: Reaction, topic: string | null): Reaction => ({
  ...reaction,
  topic,
  topics: topic === null ? [] : [{ name: topic, score: 1 }],
});
