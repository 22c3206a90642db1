/** Reposts, replies and quotations of which an export gives only the name. */
import type { Post } from '../reaction.ts';
import { idOf } from './ids.ts';
import { isTrue, wordOf } from './values.ts';

/** `@name` for a handle; null where there is none. Stands for an id that the export does not give. */
export function atHandle(cell: string): string | null {
  const handle = wordOf(cell);
  return handle === null ? null : `@${handle.replace(/^@/, '')}`;
}

/** An author whose name is a handle by its `@`, as names on YouTube are. */
export const withHandle = (author: Post['author']): Post['author'] =>
  author?.handle === null && /^@\S+$/.test(author.name ?? '')
    ? { ...author, handle: author.name!.slice(1) }
    : author;

/** Whom a post beginning `RT @name` reposts, as `@name`; null for all other posts. */
export function repostedHandle(text: string): string | null {
  const match = /^RT @(\w{1,30})\b:?\s/.exec(text);
  return match === null ? null : `@${match[1]}`;
}

/** The id or else the handle of what a post belongs to, where a yes-or-no column says that it does. */
export function linkIf(flag: string, id: string, handle: string): string | null {
  if (!isTrue(flag)) return null;
  return idOf(wordOf(id) ?? '') ?? atHandle(handle) ?? '@';
}

/**
 * The id in a cell that is filled where a post belongs to another. One that a careless tool rounded still tells
 * that it does: then the handle stands for it.
 */
export function linkOf(id: string, handle = ''): string | null {
  const known = idOf(id);
  if (known !== null) return known;
  return wordOf(id) === null ? null : (atHandle(handle) ?? '@');
}

/** A repost with the whole text of what it repeats, where the tool cut it off behind `RT @name:`. */
export function repostText(own: string, original: string): string {
  if (original === '') return own;
  const handle = repostedHandle(own);
  return handle === null ? original : `RT ${handle}: ${original}`;
}
