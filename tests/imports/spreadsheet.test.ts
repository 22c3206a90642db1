/**
 * What a spreadsheet makes of the copies for Excel when it may guess what every cell is: LibreOffice, as Excel runs
 * in no test. Needs `soffice` (`HEARSAY_SOFFICE` names it), and the suite fails where it is missing.
 */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { finished } from '../helpers/program.ts';
import { type Table, records, tablesIn, writtenFolder } from './folder.ts';

const soffice = process.env['HEARSAY_SOFFICE'] ?? 'soffice';
/** Without its window LibreOffice takes every file for Windows-1252, whatever the byte order mark says. */
const OPENED_AS = 'CSV:44,34,76,1';
/** Commas, quotes, UTF-8, and cells as they are shown. */
const SAVED_AS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';

let copies: Table[];
let saved: string;

beforeAll(async () => {
  const out = await writtenFolder();
  copies = tablesIn(out).filter(({ name }) => name.startsWith('feeds/excel/'));
  saved = join(out, '..', 'saved');
  mkdirSync(saved);
  const profile = `-env:UserInstallation=file://${join(out, '..', 'profile')}`;
  const files = copies.map(({ name }) => join(out, name));
  const run = await finished(soffice, [
    profile,
    '--headless',
    `--infilter=${OPENED_AS}`,
    '--convert-to',
    SAVED_AS,
    '--outdir',
    saved,
    ...files,
  ]);
  if (run.status !== 0 || readdirSync(saved).length < files.length) throw new Error(run.stderr + run.stdout);
});

const savedRows = (name: string): string[][] =>
  Papa.parse<string[]>(readFileSync(join(saved, basename(name)), 'utf8'), { skipEmptyLines: true }).data;

const columnOf = ([head = [], ...rows]: string[][], name: string): string[] =>
  rows.map((row) => row[head.indexOf(name)]!);

describe('a spreadsheet opens', () => {
  test('every copy, with all its columns and rows', () => {
    expect(copies.length).toBeGreaterThan(5);
    for (const { name, head, rows } of copies) {
      const [first, ...others] = savedRows(name);
      expect(first, name).toEqual(head);
      expect(others.length, name).toBe(rows.length);
    }
  });

  test('posts and names letter by letter, but for the apostrophe of those that it would run or change', () => {
    const rows = savedRows('reactions.csv');
    const bare = (cell: string): string => cell.replace(/^'(?='?[=+\-@\d]|TRUE)/, '');
    expect(columnOf(rows, 'text').map(bare)).toEqual(records.map(({ text }) => bare(text)));
    expect(columnOf(rows, 'speaker_name')).toEqual(records.map(({ speaker }) => speaker?.name ?? ''));
  });

  test('ids whole, with the zeros in front of them', () => {
    const ids = columnOf(savedRows('reactions.csv'), 'source_id');
    expect(ids).toEqual(records.map(({ sourceId }) => (sourceId === null ? '' : `'${sourceId}`)));
  });

  test('figures as figures', () => {
    const rows = savedRows('summary.csv');
    for (const column of ['n', 'share', 'lo', 'hi'])
      for (const cell of columnOf(rows, column)) expect(Number(cell), `${column}: ${cell}`).not.toBeNaN();
  });
});
