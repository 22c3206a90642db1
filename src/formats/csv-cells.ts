/** Papa Parse, on text that is cut at whole records and whose dialect is known. Its only door. */
import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';
import type { Newline } from './record-piece.ts';

type Parse = (text: string, newline: Newline) => readonly (readonly string[])[] | null;

/**
 * A parser of the dialect: text → cells, or null where Papa Parse finds fault. The `Parser` below
 * `Papa.parse` is used, as that guesses line ends and cuts U+FEFF from the front of every text.
 */
export function cellParser(dialect: Dialect): Parse {
  const parsers = new Map<Newline, Papa.Parser>();
  return (text, newline) => {
    let parser = parsers.get(newline);
    if (parser === undefined) {
      parser = new Papa.Parser({ delimiter: dialect.delimiter, quoteChar: dialect.quote, newline });
      parsers.set(newline, parser);
    }
    const result = parser.parse(unescaped(text, dialect), 0, false) as Papa.ParseResult<string[]>;
    return result.errors.length > 0 ? null : result.data;
  };
}

/** Backslash escapes written as the doubled quotes that Papa Parse reads without loss. */
function unescaped(text: string, dialect: Dialect): string {
  if (dialect.escape === 'doubled' || !text.includes('\\')) return text;
  return text.replace(/\\(.)/gs, (pair, escaped: string) => {
    if (escaped === dialect.quote) return dialect.quote + dialect.quote;
    return escaped === '\\' ? '\\' : pair;
  });
}
