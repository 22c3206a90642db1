/** An export in windows: the same input gives the same windows, wherever a run begins or goes on. */
import { createHash } from 'node:crypto';
import type { Reject } from '../errors.ts';
import { isReject } from '../formats/table.ts';
import type { PostRow } from '../layouts/index.ts';
import { SeenTexts } from './seen-texts.ts';

/** Rows of one window, rejected ones counted. */
export const WINDOW_ROWS = 512;
/** Characters after which a window ends early, as cells may hold megabytes. */
const WINDOW_CHARACTERS = 4 * 1024 * 1024;

export interface WindowRow extends PostRow {
  /** Its text stood in the export before. */
  readonly isDuplicate: boolean;
}

export interface Window {
  readonly items: readonly (WindowRow | Reject)[];
  /** A checksum over everything read up to here. */
  readonly read: string;
  readonly characters: number;
  /** Bytes of the cells up to here, in UTF-8. */
  readonly bytes: number;
}

/** @param before a checksum over what was read before the windows, and shapes their rows */
export async function* windowsOf(
  items: AsyncIterable<PostRow | Reject>,
  before = '',
): AsyncGenerator<Window> {
  const seen = new SeenTexts();
  let window: (WindowRow | Reject)[] = [];
  let hash = createHash('sha256').update(before);
  let characters = 0;
  let bytes = 0;
  const closed = (): Window => {
    const read = hash.digest('hex');
    const whole = { items: window, read, characters, bytes };
    [window, characters, hash] = [[], 0, createHash('sha256').update(read)];
    return whole;
  };
  for await (const item of items) {
    const text = isReject(item) ? item.raw : item.row.cells.join('\u001f');
    hash.update(text).update('\u001e');
    characters += text.length;
    bytes += Buffer.byteLength(text) + 1;
    window.push(isReject(item) ? item : { ...item, isDuplicate: isRepeated(item.post.text, seen) });
    if (window.length >= WINDOW_ROWS || characters >= WINDOW_CHARACTERS) yield closed();
  }
  if (window.length > 0) yield closed();
}

const isRepeated = (text: string, seen: SeenTexts): boolean => text.trim() !== '' && seen.add(text);
