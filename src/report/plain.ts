/** Hostile text made fit for one line of a terminal or a table cell. */

import { clipped } from '../aggregate/clipped.ts';

/** Control characters (a terminal would obey them) and marks that turn the direction of what follows. */
const CONTROLS =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const ESCAPES = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\-_])/gu;

/** No cell of a terminal shows more, and a name of ten megabytes must not be measured to be cut. */
const LONGEST = 4_000;

/** The text on one line, white space single, without escape sequences and control characters. */
export function oneLine(text: string): string {
  return clipped(text, LONGEST).replace(ESCAPES, '').replace(/\s+/gu, ' ').replace(CONTROLS, '').trim();
}
