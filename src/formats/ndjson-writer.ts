/** Rows → NDJSON: one object a line, every cell a string, keys in the order of the header. */
import { unnamedColumn } from './table.ts';

/** A function that writes one row of the columns, with its LF. */
export function ndjsonLine(columns: readonly string[]): (cells: readonly string[]) => string {
  // Written by hand, as an object would lose a key `__proto__` and reorder keys that are numbers.
  const keys = distinctKeys(columns).map((key) => `${JSON.stringify(key)}:`);
  return (cells) => `{${keys.map((key, index) => key + JSON.stringify(cells[index] ?? '')).join(',')}}\n`;
}

/** Names that an object can hold: repeated ones become `name_2`, empty ones `column_N`. */
export function distinctKeys(columns: readonly string[]): string[] {
  const names = columns.map((name, index) => name || unnamedColumn(index + 1));
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let key = name;
    for (let count = 2; seen.has(key) || (key !== name && taken.has(key)); count++) key = `${name}_${count}`;
    seen.add(key);
    return key;
  });
}
