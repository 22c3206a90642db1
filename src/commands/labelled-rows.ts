/** A labelled file, CSV or NDJSON, as rows of text, label and, for stance, target. */
import { plainLabel } from '../classify/labels.ts';
import { HearsayError } from '../errors.ts';
import { openTable } from '../formats/index.ts';
import { sourceOf } from '../formats/source.ts';
import { isReject, type TableOptions } from '../formats/table.ts';
import type { Io } from './command.ts';

export interface LabelledRow {
  /** 1-based, the header not counted. */
  readonly row: number;
  readonly id: string | null;
  readonly text: string;
  readonly label: string;
  /** Null where labels belong to the text alone. */
  readonly target: string | null;
  /** The data set that the row is from, where a column tells. */
  readonly source: string | null;
  readonly language: string | null;
  /** Chance of the row to be drawn, from a column of that name; null without one, NaN where it is no number. */
  readonly probability: number | null;
}

export interface LabelledFile {
  readonly name: string;
  readonly rows: readonly LabelledRow[];
  /** Rows with an empty label: nothing to score against. */
  readonly unlabelled: number;
  readonly rejected: number;
}

export interface LabelColumns {
  readonly textColumn?: string;
  readonly labelColumn?: string;
  readonly targetColumn?: string;
  /** One target for every row, in place of a column. */
  readonly target?: string;
  readonly idColumn?: string;
  readonly sourceColumn?: string;
  /** What the file writes for a label: `0=negative,1=neutral,2=positive`. */
  readonly values?: string;
}

interface Wanted extends LabelColumns {
  readonly needsTarget: boolean;
  /** Unless false: a file of ids may do without texts. */
  readonly needsText?: boolean;
}

interface Places {
  readonly text: number;
  readonly label: number;
  /** -1 where there is none. */
  readonly target: number;
  readonly id: number;
  readonly source: number;
  readonly language: number;
  readonly probability: number;
}

/**
 * @param labels what a label may be, in any case
 * @throws HearsayError `usage` for a missing column or an unknown label, `input` for a file that can't be read
 */
export async function labelledRows(
  path: string,
  labels: readonly string[],
  wanted: Wanted,
  options: TableOptions,
  io: Io,
): Promise<LabelledFile> {
  const table = await openTable(await sourceOf(path, io.stdin), options);
  const places = placesOf(table.columns, wanted, path);
  const labelOf = labelReader(labels, valuesOf(wanted.values, labels), path);
  const rows: LabelledRow[] = [];
  let [unlabelled, rejected] = [0, 0];
  for await (const item of table.rows) {
    if (isReject(item)) rejected += 1;
    else if (cell(item.cells, places.label) === null) unlabelled += 1;
    else rows.push(rowOf(item, places, wanted.target ?? null, labelOf));
  }
  return { name: table.name, rows, unlabelled, rejected };
}

function placesOf(columns: readonly string[], wanted: Wanted, file: string): Places {
  const place = (given: string | undefined, usual: readonly string[], isNeeded: boolean): number =>
    given === undefined && !isNeeded ? firstOf(columns, usual) : columnPlace(columns, given, usual, file);
  // A file of `hearsay label` names the column by what it tells.
  const told = wanted.needsTarget ? 'stance' : 'sentiment';
  const isPlain = firstOf(columns, ['label']) >= 0;
  return {
    text: place(wanted.textColumn, ['text'], wanted.needsText !== false),
    label: place(wanted.labelColumn, isPlain ? ['label'] : ['label', told], true),
    target: place(wanted.targetColumn, ['target'], wanted.needsTarget && wanted.target === undefined),
    id: place(wanted.idColumn, ['id'], false),
    source: place(wanted.sourceColumn, ['source'], false),
    language: place(undefined, ['language', 'lang'], false),
    probability: place(undefined, ['probability'], false),
  };
}

/**
 * Where a column stands: the named one, else the first that has one of the usual names.
 * @throws HearsayError `usage` where there is none
 */
export function columnPlace(
  columns: readonly string[],
  given: string | undefined,
  usual: readonly string[],
  file: string,
): number {
  const found = given === undefined ? firstOf(columns, usual) : named(columns, given);
  if (found >= 0) return found;
  throw new HearsayError('usage', `there is no column ${given ?? usual[0]}`, {
    at: { file },
    remedy: `The columns are ${columns.join(', ') || 'none'}: name one with --${usual[0]}-column${usual[0] === 'target' ? ', or one --target for every row' : ''}.`,
  });
}

const firstOf = (columns: readonly string[], usual: readonly string[]): number =>
  columns.findIndex((column) => usual.includes(column.trim().toLowerCase()));

/** By name, exactly or in another case, or by its number from 1. */
function named(columns: readonly string[], given: string): number {
  const exact = columns.indexOf(given);
  if (exact >= 0) return exact;
  const alike = columns.findIndex((column) => column.trim().toLowerCase() === given.trim().toLowerCase());
  if (alike >= 0) return alike;
  const number = /^\d+$/.test(given) ? Number(given) - 1 : -1;
  return number < columns.length ? number : -1;
}

function rowOf(
  { row, cells }: { readonly row: number; readonly cells: readonly string[] },
  places: Places,
  target: string | null,
  labelOf: (written: string, row: number) => string,
): LabelledRow {
  const label = labelOf(cell(cells, places.label)!, row);
  const probability = cell(cells, places.probability);
  return {
    row,
    id: cell(cells, places.id),
    text: cells[places.text] ?? '',
    label,
    target: target ?? cell(cells, places.target),
    source: cell(cells, places.source),
    language: cell(cells, places.language),
    probability: probability === null ? null : Number(probability),
  };
}

/** `0=negative,1=neutral` as a look-up from what is written to our label. */
function valuesOf(given: string | undefined, labels: readonly string[]): ReadonlyMap<string, string> {
  const pairs = (given ?? '').split(',').filter((it) => it.trim() !== '');
  return new Map(
    pairs.map((pair): [string, string] => {
      const [written = '', label = ''] = pair.split('=').map((it) => it.trim().toLowerCase());
      if (labels.includes(label)) return [written, label];
      throw new HearsayError('usage', `--values says "${pair}", which gives no label`, {
        remedy: `Write it as in --values 0=${labels[0]},1=${labels[1]}.`,
      });
    }),
  );
}

/** Reads what is written as a label: by --values, by our own names, or by names that others give them. */
function labelReader(labels: readonly string[], values: ReadonlyMap<string, string>, file: string) {
  return (written: string, row: number): string => {
    const label = values.get(written.toLowerCase()) ?? plainLabel(written);
    if (labels.includes(label)) return label;
    throw new HearsayError('usage', `the label "${written}" is none of ${labels.join(', ')}`, {
      at: { file, row },
      remedy:
        'Correct it, name the column of the labels with --label-column, or say what it means with --values.',
    });
  };
}

/** Null where there is no such column or nothing in it. */
function cell(cells: readonly string[], place: number): string | null {
  const value = cells[place]?.trim();
  return value ? value : null;
}
