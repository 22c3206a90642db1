/** Prose of any container → documents: a text or page is one, NDJSON `{id, text}` is one a line. */
import type { Reject } from '../errors.ts';
import { HearsayError } from '../errors.ts';
import type { Document } from '../reaction.ts';
import { shownBytes } from './encoding.ts';
import { articleText, declaredEncoding } from './html.ts';
import { openJson } from './json.ts';
import type { ByteSource } from './source.ts';
import { headOf } from './source.ts';
import type { TableOptions } from './table.ts';
import { isReject } from './table.ts';
import { decodedText } from './text-blocks.ts';

export interface DocumentOptions extends TableOptions {
  /** Told what a person should know about how a document was read. */
  readonly onNotice?: ((line: string) => void) | undefined;
}

/** Characters of one document; prose is short, and the reader holds it whole. */
export const MOST_DOCUMENT = 64 * 1024 * 1024;
const TEXT_KEYS = ['text', 'body', 'content', 'fulltext', 'article'];
const ID_KEYS = ['id', 'name', 'url', 'title'];

/** The one document in a text or Markdown file: decoded, its byte order mark removed, otherwise as it is. */
export async function* textDocuments(
  source: ByteSource,
  options: DocumentOptions = {},
): AsyncGenerator<Document | Reject> {
  const text = await wholeText(source, options);
  yield typeof text === 'string' ? { name: source.name, text } : text;
}

/** The one document on a web page: its article as text. */
export async function* htmlDocuments(
  source: ByteSource,
  options: DocumentOptions = {},
): AsyncGenerator<Document | Reject> {
  const encoding = options.encoding ?? knownEncoding(declaredEncoding(await headOf(source)));
  const html = await wholeText(source, encoding === undefined ? options : { ...options, encoding });
  yield typeof html === 'string' ? { name: source.name, text: articleText(html) } : html;
}

function knownEncoding(name: string | null): string | undefined {
  try {
    return name === null ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

async function wholeText(source: ByteSource, options: DocumentOptions): Promise<string | Reject> {
  const decoded = await decodedText(source, options);
  const parts: string[] = [];
  let length = 0;
  for await (const block of decoded.blocks()) {
    parts.push(block);
    length += block.length;
    if (length > MOST_DOCUMENT) return tooLarge(source.name, parts[0]!);
  }
  const text = parts.join('');
  if (text.isWellFormed()) return text;
  const damage = shownBytes(text).length - text.length;
  options.onNotice?.(
    `${source.name}: ${damage / 3} bytes that are no text in ${decoded.encoding}, read as U+FFFD`,
  );
  return text.toWellFormed();
}

function tooLarge(file: string, start: string): Reject {
  const message = `this document has more than the ${MOST_DOCUMENT.toLocaleString('en')} characters that are read`;
  return { file, row: 1, line: 1, code: 'too-large', message, raw: start.slice(0, 1000) };
}

/**
 * One document for every object of a JSON or NDJSON file, named by its id, else by file and row.
 * @throws HearsayError `usage` where the objects have no text
 */
export async function* jsonDocuments(
  source: ByteSource,
  options: DocumentOptions = {},
): AsyncGenerator<Document | Reject> {
  const table = await openJson(source, options);
  const text = columnNamed(table.columns, TEXT_KEYS);
  const id = columnNamed(table.columns, ID_KEYS);
  if (text === -1 && table.columns.length > 0)
    throw new HearsayError(
      'usage',
      `no key of ${source.name} holds a text: ${table.columns.slice(0, 20).join(', ')}`,
      {
        remedy: 'Documents are objects {"id": …, "text": …}; posts are read with --as posts.',
      },
    );
  for await (const row of table.rows) {
    if (isReject(row)) yield row;
    else yield { name: row.cells[id] || `${source.name}:${row.row}`, text: row.cells[text]! };
  }
}

function columnNamed(columns: readonly string[], keys: readonly string[]): number {
  for (const key of keys) {
    const index = columns.findIndex((column) => column.toLowerCase() === key);
    if (index !== -1) return index;
  }
  return -1;
}
