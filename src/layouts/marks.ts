/** Reposts, replies and quotations of which an export gives only the name. */
import { isTrue, wordOf } from './values.ts';

/** `@name` for a handle; null where there is none. Stands for an id that the export does not give. */
export function atHandle(cell: string): string | null {
  const handle = wordOf(cell);
  return handle === null ? null : `@${handle.replace(/^@/, '')}`;
}

/** Whom a post beginning `RT @name` reposts, as `@name`; null for all other posts. */
export function repostedHandle(text: string): string | null {
  const match = /^RT @(\w{1,30})\b:?\s/.exec(text);
  return match === null ? null : `@${match[1]}`;
}

/** The id or else the handle of what a post belongs to, where a yes-or-no column says that it does. */
export function linkIf(flag: string, id: string, handle: string): string | null {
  if (!isTrue(flag)) return null;
  return wordOf(id) ?? atHandle(handle) ?? '@';
}
