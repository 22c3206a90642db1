/** What a file holds, told by its name or its first bytes. */
import { csvShape } from './csv-sniff.ts';
import { isUnusual } from './dialect.ts';
import { decoderOf, encodingOf } from './encoding.ts';

/** The extension that counts, in lower case: `posts.CSV.gz` → `csv`; empty where there is none. */
export function nameLike(name: string): string {
  const parts = name.replace(/\.gz$/i, '').split(/[\\/]/).at(-1)!.split('.');
  return parts.length > 1 ? parts.at(-1)!.toLowerCase() : '';
}

/** Enough rows to tell a table from prose that happens to have commas. */
const SAMPLE = 64 * 1024;

/** The kind of text by its beginning. */
export function contentLike(head: Uint8Array): 'json' | 'html' | 'csv' | 'text' {
  const text = decoderOf(encodingOf(head))
    .text(head.subarray(0, SAMPLE))
    .replace(/^\ufeff/, '');
  if (/^\s*(\{\s*("|\})|\[\s*[[{"\]]|window\.YTD)/.test(text)) return 'json';
  if (/^\s*(<!doctype html|<html|<head|<body|<article|<div|<p[\s>])/i.test(text)) return 'html';
  return isTable(text, head.length < SAMPLE) ? 'csv' : 'text';
}

/** A header of short names above rows that agree with it. */
function isTable(text: string, isWhole: boolean): boolean {
  const { columns, dialect, rowsFrom } = csvShape(text, isWhole, {});
  if (columns.length < 2 || isUnusual(dialect) || columns.some((name) => name.length > 60)) return false;
  const rows = csvShape(text.slice(rowsFrom), isWhole, { header: false, delimiter: dialect.delimiter });
  const isSentence = /[.!?…]["”']?\s*$/.test(columns.at(-1)!);
  return rows.columns.length === columns.length && !isSentence;
}
