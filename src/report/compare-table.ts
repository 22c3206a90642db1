/** A comparison for a person at a terminal, and as rows for a spreadsheet. */
import {
  type ComparedRow,
  type ComparedWords,
  type Comparison,
  PART,
  type SideShare,
} from '../aggregate/compare.ts';
import { fitted, indented } from './cells.ts';
import type { Cell } from './columns.ts';
import { oneLine } from './plain.ts';
import { lineOf } from './records.ts';
import { LABEL_WORDS, counted, grouped, percent } from './wording.ts';

const MOST_OPEN = 8;
const MOST_WORDS = 8;
/** A change within topics, or by other topics, that is worth a word. */
const WORTH = 0.02;
/** What one account must move to be named, and at least a quarter of the difference. */
const ONE_ACCOUNT = 0.03;

export function comparisonTable({ sides, rows, few, words }: Comparison, width = 80): string {
  const { a, b } = sides;
  const side = ({ name, n, voices }: typeof a): string =>
    `${oneLine(name)} (${counted(n, 'record')}, ${counted(voices, 'voice')})`;
  const held = rows.filter(({ holds }) => holds);
  const open = rows.filter(({ holds }) => !holds);
  const title =
    rows.length === 0
      ? 'Nothing can be compared: each share needs ten records on both sides.'
      : held.length === 0
        ? `No change that holds among ${counted(rows.length, 'share')} compared.`
        : `${counted(held.length, 'change')} that ${held.length === 1 ? 'holds' : 'hold'}, of ${counted(rows.length, 'share')} compared:`;
  const note = `In brackets: the 95 % interval of the difference, in points. A change holds where chance alone would show even one such in fewer than 5 of 100 comparisons of this size (Holm).${few > 0 ? ` ${counted(few, 'share')} with fewer than ten records on a side not compared.` : ''}`;
  const lines = [
    ...indented(`A: ${side(a)}`, width, 0),
    ...indented(`B: ${side(b)}`, width, 0),
    '',
    ...indented(title, width, 0),
    ...rowLines(held, width),
    ...(held.length > 0 || open.length === 0 ? [] : ['', 'The largest differences, which may be chance:']),
    ...(held.length > 0 ? [] : rowLines(open.slice(0, MOST_OPEN), width)),
    ...held.slice(0, MOST_OPEN).flatMap((row) => driverLines(row, width)),
    ...words.slice(0, MOST_OPEN).flatMap((own) => wordLines(own, width)),
    '',
    ...indented(note, width, 0),
  ];
  return `${lines.join('\n')}\n`;
}

function rowLines(rows: readonly ComparedRow[], width: number): string[] {
  if (rows.length === 0) return [];
  const line = (name: string, a: string, b: string, change: string): string => {
    const cells = [fitted(a, 7, 'right'), fitted(b, 7, 'right'), `  ${fitted(change, 18)}`].join('');
    return `  ${fitted(name, width - 2 - 34)}${cells}`.trimEnd();
  };
  return [
    line('', 'A', 'B', 'difference'),
    ...rows.map((row) =>
      line(
        whatOf(row),
        percent(row.a.share),
        percent(row.b.share),
        `${points(row.difference)} (${range(row)})`,
      ),
    ),
  ];
}

/** `against wind farm · Wind farm, hills`. */
function whatOf({ topic, target, label }: ComparedRow): string {
  if (label === PART) return oneLine(`posts about ${topic}`);
  const word = (LABEL_WORDS as Readonly<Record<string, string>>)[label] ?? label;
  const toward =
    target === null
      ? word
      : `${label === 'none' ? 'no side on' : label === 'favor' ? 'for' : 'against'} ${target}`;
  return oneLine(`${toward} · ${topic ?? 'all topics'}`);
}

/** Points that a reader adds up: `+12`, `−3`. */
function points(difference: number): string {
  const rounded = Math.round(difference * 100);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : '±'}${Math.abs(rounded)}`;
}

const range = ({ lo, hi }: ComparedRow): string => `${points(lo)} to ${points(hi)}`;

function driverLines(row: ComparedRow, width: number): string[] {
  const found = [mixSentence(row), accountSentence(row)].filter((sentence) => sentence !== null);
  if (found.length === 0) return [];
  return [
    '',
    ...indented(whatOf(row), width, 2),
    ...found.flatMap((sentence) => indented(sentence, width, 4)),
  ];
}

function mixSentence({ drivers }: ComparedRow): string | null {
  if (drivers === null || drivers.topics.length < 2) return null;
  const largest = drivers.topics
    .filter(({ mix, within }) => Math.abs(mix + within) >= WORTH)
    .slice(0, 3)
    .map(({ topic, mix, within }) => `${oneLine(topic ?? '')} ${points(mix + within)}`);
  const from = largest.length === 0 ? '' : `; most from ${largest.join(', ')}`;
  return `${points(drivers.mix)} by other topics being talked about, ${points(drivers.within)} by change within topics${from}`;
}

function accountSentence({ accounts, difference }: ComparedRow): string | null {
  const [first] = accounts;
  const change = first === undefined ? 0 : Math.abs(first.without - difference);
  if (first === undefined || change < Math.max(ONE_ACCOUNT, Math.abs(difference) / 4)) return null;
  return `Without ${oneLine(first.name)} (${grouped(first.a)} in A, ${grouped(first.b)} in B) it would be ${points(first.without)}`;
}

function wordLines({ topic, words }: ComparedWords, width: number): string[] {
  const list = (sign: 1 | -1): string =>
    words
      .filter(({ z }) => z * sign > 0)
      .slice(0, MOST_WORDS)
      .map(({ word, a, b }) => `${oneLine(word)} (${grouped(a)}→${grouped(b)})`)
      .join(', ');
  const [more, less] = [list(1), list(-1)];
  return [
    '',
    ...indented(`Words, in different texts · ${oneLine(topic ?? 'all topics')}`, width, 2),
    ...(more === '' ? [] : indented(`more in B: ${more}`, width, 4)),
    ...(less === '' ? [] : indented(`more in A: ${less}`, width, 4)),
  ];
}

/** One row a share; the topic is empty for all topics together, the target for sentiment. */
export function comparisonCsv({ rows }: Comparison): string {
  const cells = ({ n, count, share }: SideShare): Cell[] => [n, count, fourDecimals(share)];
  const header =
    'topic,target,label,a_base,a_n,a_share,b_base,b_n,b_share,difference,lo,hi,p,p_corrected,holds,mix,within,account,without_account';
  const lines = rows.map((row) =>
    lineOf([
      row.topic,
      row.target,
      row.label,
      ...cells(row.a),
      ...cells(row.b),
      row.difference,
      row.lo,
      row.hi,
      fourDecimals(row.p),
      fourDecimals(row.corrected),
      row.holds,
      row.drivers && fourDecimals(row.drivers.mix),
      row.drivers && fourDecimals(row.drivers.within),
      row.accounts[0]?.name ?? null,
      row.accounts[0]?.without ?? null,
    ]),
  );
  return `${header}\n${lines.join('')}`;
}

const fourDecimals = (value: number): number => Number(value.toFixed(4));
