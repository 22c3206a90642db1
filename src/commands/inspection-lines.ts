/** An inspection as lines for people: a label, a value. */
import { delimiterTitle, ONE_COLUMN } from '../formats/dialect.ts';
import { encodingTitle } from '../formats/encoding.ts';
import type { Inspection } from './inspection.ts';

const NEWLINES: Readonly<Record<string, string>> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' };
const LABEL = 16;
/** What is shown of a list. */
const MOST = 8;

export function inspectionLines(found: Inspection): string {
  const isEmpty = found.header.length === 0 && found.rows === 0 && found.firstReject === null;
  if (isEmpty) return `${'file'.padEnd(LABEL)}${found.file}: empty, neither a header nor a row\n`;
  const rejected = Object.values(found.rejected).reduce((sum, count) => sum + count, 0);
  const total = found.rows + rejected;
  const lines: [label: string, value: string | null][] = [
    ['file', found.file + (found.bytes === null ? '' : ` (${sizeOf(found.bytes)})`)],
    ['tool', `${found.tool} (layout ${found.layout})`],
    ['written as', writing(found)],
    [
      'above header',
      found.preamble.length === 0
        ? null
        : `${numbered(found.preamble.length, 'line')}: ${shortened(found.preamble.join(' / '))}`,
    ],
    ['columns', `${found.header.length}: ${shortened(found.header.join(', '))}`],
    ['column map', mapShown(found.columnMap)],
    ['rows', counted(found.rows)],
    ['rejected', rejected === 0 ? 'none' : `${shared(rejected, total)}: ${tallyShown(found.rejected)}`],
    ['first of them', firstRejectShown(found)],
    ['ids', idsShown(found)],
    ['without text', shared(found.emptyTexts, found.rows)],
    ['duplicates', `${shared(found.duplicates, found.rows)} repeat an earlier text`],
    ['reposts', shared(found.reposts, found.rows)],
    ['replies', shared(found.replies, found.rows)],
    ['quote another', shared(found.quotes, found.rows)],
    [
      'language',
      `${tallyShown(found.languagesByColumn) || 'no column'}; detected in a sample: ${tallyShown(found.languagesDetected) || 'no text long enough'}`,
    ],
    ['platform', tallyShown(found.platforms) || 'none'],
    ['dates', datesShown(found)],
    ['engagement', tallyShown(found.engagementKnown) || 'none'],
    [
      'text length',
      `${numbered(found.averageCharacters, 'character')} on average, ${counted(found.longestCharacters)} at most`,
    ],
    [
      'estimated time',
      found.distinctTexts === 0
        ? 'nothing to score'
        : `about ${timeOf(found.estimatedSeconds)} for sentiment, as long again for each target: ${numbered(found.distinctTexts, 'distinct text')}, small models, this machine at rest`,
    ],
  ];
  return lines
    .filter(([, value]) => value !== null)
    .map(([label, value]) => `${label.padEnd(LABEL)}${value}\n`)
    .join('');
}

function writing({ format, encoding, delimiter, quote, escape, newline }: Inspection): string {
  if (format !== 'csv') return `${format.toUpperCase()}, ${encodingTitle(encoding)}`;
  const quotes =
    quote === null ? 'no quotes' : `quote ${quote}${escape === 'backslash' ? ' escaped by \\' : ''}`;
  const ends = newline === null ? [] : [`lines end in ${NEWLINES[newline]}`];
  return ['CSV', encodingTitle(encoding), delimiterTitle(delimiter ?? ONE_COLUMN), quotes, ...ends].join(
    ', ',
  );
}

function mapShown(map: Inspection['columnMap']): string {
  const known = Object.entries(map).filter(([, column]) => column !== null);
  const shown = known.map(([field, column]) => `${field} = ${column}`);
  if (map['text'] === null) shown.unshift('no text found: name its column with --text-column');
  return shown.join(', ');
}

function firstRejectShown({ firstReject }: Inspection): string | null {
  if (firstReject === null) return null;
  const { row, line, message } = firstReject;
  return `row ${counted(row)}${line === null ? '' : `, line ${counted(line)}`}: ${message}`;
}

function idsShown({ ids, rows }: Inspection): string {
  if (ids.present === 0) return 'none';
  if (ids.roundedColumn)
    return `${shared(ids.present, rows)}, all rounded: they end in zeros and are not used`;
  return `${shared(ids.present, rows)}, ${ids.damaged === 0 ? 'none' : counted(ids.damaged)} damaged`;
}

function datesShown({ dates }: Inspection): string {
  const range = dates.first === null ? 'none' : `${dates.first} to ${dates.last}`;
  return dates.unread === 0 ? range : `${range}; ${counted(dates.unread)} cells are no date`;
}

const numbered = (count: number, noun: string): string =>
  `${counted(count)} ${noun}${count === 1 ? '' : 's'}`;

const counted = (count: number): string => count.toLocaleString('en');

function shared(count: number, of: number): string {
  return of === 0 ? counted(count) : `${counted(count)} (${((100 * count) / of).toFixed(1)} %)`;
}

function tallyShown(tally: Readonly<Record<string, number>>): string {
  const entries = Object.entries(tally);
  const shown = entries.slice(0, MOST).map(([name, count]) => `${name} ${counted(count)}`);
  const rest = entries.slice(MOST).reduce((sum, [, count]) => sum + count, 0);
  return [...shown, ...(rest > 0 ? [`others ${counted(rest)}`] : [])].join(', ');
}

/** Cells are hostile: control characters would reach the terminal. */
function shortened(text: string): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
  return plain.length > 300 ? `${plain.slice(0, 300)} …` : plain;
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function timeOf(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
