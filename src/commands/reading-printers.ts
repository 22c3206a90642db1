/** What `quotes` prints, document by document, in each of its formats. */
import { colorWanted } from '../report/paint.ts';
import { readingPage } from '../report/reading-page.ts';
import { type ReadDocument, readingTable } from '../report/reading-table.ts';
import { recordWriter } from '../report/records.ts';
import { type Io, print } from './command.ts';

export const READING_FORMATS = ['table', 'json', 'ndjson', 'csv', 'html'] as const;
export type ReadingFormat = (typeof READING_FORMATS)[number];

export interface ReadingPrinter {
  begin(): Promise<void>;
  document(document: ReadDocument): Promise<void>;
  end(): Promise<void>;
}

const nothing = async (): Promise<void> => {};

export function readingPrinter(format: ReadingFormat, io: Io): ReadingPrinter {
  switch (format) {
    case 'table':
      return tablePrinter(io);
    case 'json':
      return jsonPrinter(io);
    case 'html':
      return pagePrinter(io);
    default:
      return recordPrinter(format, io);
  }
}

function tablePrinter(io: Io): ReadingPrinter {
  const options = { width: io.stdout.columns ?? 80, color: colorWanted(io.stdout.isTTY, io.env) };
  let separator = '';
  return {
    begin: nothing,
    async document(document) {
      if (document.stories.length === 0) return;
      await print(io, separator + readingTable(document, options));
      separator = '\n';
    },
    end: nothing,
  };
}

/** One object `{reactions}`, printed as it comes. */
function jsonPrinter(io: Io): ReadingPrinter {
  const { line } = recordWriter('ndjson', { labels: false });
  let separator = '';
  return {
    begin: () => print(io, '{"reactions":['),
    async document({ reactions }) {
      for (const reaction of reactions) {
        await print(io, `${separator}\n${line(reaction).trimEnd()}`);
        separator = ',';
      }
    },
    end: () => print(io, '\n]}\n'),
  };
}

function recordPrinter(format: 'ndjson' | 'csv', io: Io): ReadingPrinter {
  const writer = recordWriter(format, { labels: false });
  return {
    begin: () => print(io, writer.head()),
    async document({ reactions }) {
      for (const reaction of reactions) await print(io, writer.line(reaction));
    },
    end: nothing,
  };
}

function pagePrinter(io: Io): ReadingPrinter {
  const documents: ReadDocument[] = [];
  return {
    begin: nothing,
    async document(document) {
      documents.push(document);
    },
    end: () => print(io, readingPage(documents)),
  };
}
