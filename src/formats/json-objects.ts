/** Decoded text → the JSON objects in it, one text each, of any of the shapes in which posts are exported. */
import type { Reject } from '../errors.ts';
import { gathered } from './gathered.ts';
import { JsonElements } from './json-elements.ts';
import { JsonFault, objectCells } from './json-cells.ts';

/**
 * `lines`: one object a line. `pages`: one answer of an API a line. `document`: one JSON document. `sequence`:
 * objects behind one another over any lines, as jq writes them. `page-list` and `page-sequence` are the last two
 * of whole answers, as people gather them.
 */
export type JsonShape =
  | 'lines'
  | 'pages'
  | 'document'
  | 'object'
  | 'sequence'
  | 'page-list'
  | 'page-sequence';

export interface JsonItem {
  readonly text: string;
  /** Objects that stand beside the list, for tools that keep authors apart from posts. */
  readonly beside: ReadonlyMap<string, string>;
  readonly line: number | null;
}

export interface JsonItemFault {
  readonly code: Reject['code'];
  readonly message: string;
  readonly raw: string;
  readonly line: number | null;
}

/** A copy, as a slice would hold the whole text in memory. */
const copied = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

const NOTHING: ReadonlyMap<string, string> = new Map();
/** Characters of the largest object that is read. */
export const MOST_OBJECT = 68 * 1024 * 1024;
const KEPT = 1000;

/** The shape by the first text; `isWhole`: the file ends with it. */
export function jsonShapeOf(sample: string, isWhole: boolean): JsonShape {
  const start = sample.trimStart().replace(/^\ufeff\s*/, '');
  if (!start.startsWith('{')) return beginsWithPage(start) ? 'page-list' : 'document';
  const [first = '', ...others] = start.split('\n').filter((line) => line.trim() !== '');
  const second = isWhole ? others[0] : others.slice(0, -1)[0];
  // A line that doesn't end within the sample: a large document, or lines of huge objects.
  if (others.length === 0 && !isWhole) return listsPosts(start) ? 'document' : 'lines';
  if (isObject(first)) {
    if (listsPosts(first)) return 'pages';
    return 'lines';
  }
  if (wholeObjects(first) > 1) return sequenceOf(start);
  if (second !== undefined && isObject(second)) return 'lines';
  if (wholeObjects(start) > 1) return sequenceOf(start);
  if (listsPosts(start)) return 'document';
  if (isWhole && isObject(start)) return 'object';
  if (wholeObjects(start) > 0) return sequenceOf(start);
  return isWhole && others.length === 0 ? 'lines' : 'document';
}

const sequenceOf = (text: string): JsonShape => (beginsWithPage(`[${text}`) ? 'page-sequence' : 'sequence');

/** Whether the first element of a list is an answer of an API, and no post. */
function beginsWithPage(text: string): boolean {
  const elements = new JsonElements();
  for (const part of elements.push(text)) return part.kind === 'element' && listsPosts(part.text);
  return listsPosts(elements.rest);
}

/** How many values of a sequence end in the text. */
function wholeObjects(text: string): number {
  let count = 0;
  for (const part of new JsonElements().push(`[${text}`)) if (part.kind === 'element') count++;
  return count;
}

function isObject(text: string): boolean {
  try {
    objectCells(text);
    return true;
  } catch (error) {
    if (error instanceof JsonFault) return false;
    throw error;
  }
}

/** Keys of posts: an object that has one is a post itself, whatever lists it has. */
const POST_KEYS = new Set([
  'text',
  'body',
  'content',
  'full_text',
  'fulltext',
  'caption',
  'message',
  'title',
]);

/** Whether the object, or the beginning of one, is an envelope around a list of posts. */
function listsPosts(text: string): boolean {
  const elements = new JsonElements();
  let firstPost: string | null = null;
  for (const part of elements.push(text)) {
    if (part.kind === 'member' && POST_KEYS.has(part.path.toLowerCase())) return false;
    if (part.kind === 'element') firstPost ??= part.text;
  }
  const begun = firstPost ?? elements.rest;
  return elements.foundList && (begun === '' || begun.startsWith('{'));
}

/** The objects of a text of the given shape, and what in it is none. */
export async function* jsonObjects(
  blocks: AsyncIterable<string>,
  shape: JsonShape,
  most: number = MOST_OBJECT,
): AsyncGenerator<JsonItem | JsonItemFault> {
  if (shape === 'document') yield* documentItems(blocks, most);
  else if (shape === 'sequence') yield* documentItems(asList(blocks), most);
  else if (shape === 'page-list') yield* pagesItems(documentItems(blocks, most));
  else if (shape === 'page-sequence') yield* pagesItems(documentItems(asList(blocks), most));
  else if (shape === 'object') yield { text: await joined(blocks), beside: NOTHING, line: 1 };
  else if (shape === 'lines') yield* lines(blocks, most);
  else yield* pagesItems(lines(blocks, most));
}

async function* pagesItems(
  pages: AsyncIterable<JsonItem | JsonItemFault>,
): AsyncGenerator<JsonItem | JsonItemFault> {
  for await (const page of pages)
    if ('code' in page) yield page;
    else yield* pageItems(page);
}

/** The commas that are missing between the elements are not asked for. */
async function* asList(blocks: AsyncIterable<string>): AsyncGenerator<string> {
  yield '[';
  yield* blocks;
  yield ']';
}

async function joined(blocks: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  for await (const block of blocks) parts.push(block);
  return parts.join('');
}

async function* lines(blocks: AsyncIterable<string>, most: number): AsyncGenerator<JsonItem | JsonItemFault> {
  const rest = { text: '', waiting: 0, line: 1, lost: 0 };
  const item = (text: string): (JsonItem | JsonItemFault)[] => {
    if (rest.lost > 0) return [tooLarge(rest.lost + text.length, text, most, rest.line)];
    return text.trim() === '' ? [] : [{ text, beside: NOTHING, line: rest.line }];
  };
  for await (const block of gathered(blocks, rest)) {
    rest.text += block;
    let from = 0;
    for (let end = rest.text.indexOf('\n'); end >= 0; end = rest.text.indexOf('\n', from)) {
      yield* item(rest.text.slice(from, end));
      rest.lost = 0;
      rest.line++;
      from = end + 1;
    }
    rest.text = rest.text.slice(from);
    // Of a line that is too large its beginning is kept; nothing of it is gathered from then on.
    if (rest.text.length > (rest.lost > 0 ? KEPT : most)) {
      rest.lost += rest.text.length - KEPT;
      rest.text = copied(rest.text.slice(0, KEPT));
    }
    rest.waiting = rest.text.length;
  }
  yield* item(rest.text);
}

function tooLarge(characters: number, text: string, most: number, line: number | null): JsonItemFault {
  const [size, limit] = [characters, most].map((n) => n.toLocaleString('en'));
  const message = `this row has ${size} characters, more than the ${limit} that are read; its first ones are kept here`;
  return { code: 'too-large', message, raw: text.slice(0, KEPT), line };
}

function* pageItems(page: JsonItem): Generator<JsonItem | JsonItemFault> {
  const elements = new JsonElements();
  const posts: string[] = [];
  const beside = new Map<string, string>();
  for (const part of elements.push(page.text)) {
    if (part.kind === 'element') posts.push(part.text);
    else if (part.kind === 'member') beside.set(part.path, part.text);
  }
  if (!elements.ended)
    yield { code: 'json', message: 'the JSON is cut off', raw: page.text, line: page.line };
  else if (elements.foundList) for (const text of posts) yield { text, beside, line: page.line };
  else yield page;
}

/** What stands behind the list comes too late for it: the reader goes over the document twice. */
async function* documentItems(
  blocks: AsyncIterable<string>,
  most: number,
): AsyncGenerator<JsonItem | JsonItemFault> {
  const elements = new JsonElements(most);
  const beside = new Map<string, string>();
  for await (const block of gathered(withoutAssignment(blocks), elements))
    for (const part of elements.push(block)) {
      if (part.kind === 'element') yield { text: part.text, beside, line: null };
      else if (part.kind === 'oversized') yield tooLarge(part.size, part.text, most, null);
      else beside.set(part.path, part.text);
    }
  if (elements.isEmpty) return;
  if (!elements.ended) yield { code: 'json', message: 'the JSON is cut off', raw: elements.rest, line: null };
  else if (!elements.foundList)
    yield { code: 'not-a-post', message: 'no list of posts stands in this JSON', raw: '', line: null };
  else if (elements.hasRemains)
    yield { code: 'json', message: 'text that is no JSON follows the last of it', raw: '', line: null };
}

/** X archives are scripts: `window.YTD.tweets.part0 = [ … ]`. They are read as data, never run. */
async function* withoutAssignment(blocks: AsyncIterable<string>): AsyncGenerator<string> {
  let start: string | null = '';
  for await (const block of blocks) {
    if (start === null) {
      yield block;
      continue;
    }
    start += block;
    const text = start.replace(/^[\s\ufeff]*(?:window\.|var |let |const )?[\w.$]+\s*=\s*/, '');
    if (text.length < 200 && !/[[{]/.test(text)) continue;
    yield text;
    start = null;
  }
  if (start !== null && start !== '') yield start;
}
