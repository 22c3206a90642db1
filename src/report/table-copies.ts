/** What was posted again and again: by how many, how fast, and whether that looks like one hand. */
import type { CopyGroup } from '../aggregate/copy-groups.ts';
import type { GroupSummary } from '../aggregate/summary-schema.ts';
import { fitted, indented } from './cells.ts';
import { oneLine } from './plain.ts';
import type { Screen } from './table-screen.ts';
import { counted, grouped, percent } from './wording.ts';

const MOST = 3;
const N_CELLS = 7;
const VOICE_CELLS = 8;
const SPAN_CELLS = 10;
const NARROW = 60;
const NOTE =
  '! may be coordinated: five accounts or more posted it within an hour, reposts aside. A petition does as well.';

/** A header and one row a group, after a blank line; nothing where fewer than three records are near-copies. */
export function copyRows({ copies }: GroupSummary, { width, paint }: Screen): string[] {
  const shown = copies.largest.filter(({ n, coordinated }) => n > 2 || coordinated).slice(0, MOST);
  if (shown.length === 0) return [];
  const row = (text: string, n: string, voices: string, span: string): string => {
    const cells = fitted(n, N_CELLS, 'right') + fitted(voices, VOICE_CELLS, 'right');
    const wide = width < NARROW ? '' : fitted(span, SPAN_CELLS, 'right');
    return `  ${fitted(text, width - 2 - cells.length - wide.length)}${cells}${wide}`;
  };
  const title = `Near-copies (${counted(copies.groups, 'group')}, ${percent(copies.share ?? 0)} of n)`;
  return [
    '',
    row(title, 'n', 'voices', 'within'),
    ...shown.map((group) =>
      row(
        `${group.coordinated ? '! ' : ''}“${oneLine(group.text ?? '')}”`,
        grouped(group.n),
        grouped(group.voices),
        spanOf(group),
      ),
    ),
    ...(shown.some(({ coordinated }) => coordinated)
      ? indented(NOTE, width, 2).map((line) => paint.quiet(line))
      : []),
  ];
}

const MINUTE = 60_000;

/** From the first to the last of a group: `40 min`, `3 h`, `12 days`. */
function spanOf({ first, last }: CopyGroup): string {
  if (first === null || last === null) return '—';
  const minutes = (Date.parse(last) - Date.parse(first)) / MINUTE;
  if (minutes < 90) return `${grouped(Math.ceil(minutes))} min`;
  return minutes < 48 * 60
    ? `${grouped(Math.round(minutes / 60))} h`
    : counted(Math.round(minutes / 1440), 'day');
}
