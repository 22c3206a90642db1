/** How a CSV is written: what stands between cells, around them, and before a quote inside them. */

export interface Dialect {
  /** One character, or a comma or semicolon with its space; `ONE_COLUMN` where nothing divides. */
  readonly delimiter: string;
  readonly quote: string;
  /** A quote in a quoted cell is doubled, or has a backslash before it. */
  readonly escape: 'doubled' | 'backslash';
}

/** A delimiter that no text holds (the unit separator), for files of one column without quotes. */
export const ONE_COLUMN = '\u001f';

const DELIMITER_TITLES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ', ': 'comma and space',
  ';': 'semicolon',
  '; ': 'semicolon and space',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
  ':': 'colon',
  [ONE_COLUMN]: 'one column',
};

/** How a delimiter is written for people. */
export const delimiterTitle = (delimiter: string): string =>
  DELIMITER_TITLES[delimiter] ?? JSON.stringify(delimiter);

export const COMMON_DELIMITERS: readonly string[] = [',', ';', '\t', '|'];

/** Delimiters that are met, but that texts are full of. */
export const isUnusual = ({ delimiter }: Dialect): boolean =>
  delimiter !== ONE_COLUMN && !COMMON_DELIMITERS.includes(delimiter) && !isSpaced({ delimiter });

/** What may divide the cells of this line, though hardly anybody writes so: signs, signs in pairs, `\\t` written out. */
export function unusualDelimitersIn(line: string): string[] {
  const found = line.match(/\\t|([^\p{L}\p{N}"'_.,;\\-])\1+|[^\p{L}\p{N}"'_.,;\\-]/gu) ?? [];
  const marks = new Set(found.filter((mark) => mark.length <= MOST_MARK));
  return [...marks].filter((mark) => !COMMON_DELIMITERS.includes(mark)).slice(0, MOST_MARKS);
}

const MOST_MARK = 3;
const MOST_MARKS = 8;

export const isSpaced = ({ delimiter }: Pick<Dialect, 'delimiter'>): boolean =>
  delimiter === ', ' || delimiter === '; ';

/** A quote that no text holds (a noncharacter), for files that don't quote. */
export const NO_QUOTE = '\ufdd0';
