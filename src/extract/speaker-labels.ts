/** Speakers set before their words as in a transcript: "WALLACE: Let us begin." */
import type { Span } from '../reaction.ts';
import type { Item } from './item.ts';
import type { Source } from './mentions.ts';

/** The time of a recording: "[00:01:12]", "01:12 –". */
const TIME = String.raw`(?:[[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?\s*[-–—|]?\s*)?`;

const LABEL = new RegExp(
  String.raw`^\s*${TIME}((?:[\p{Lu}][\p{Lu}.’'-]+(?: [\p{Lu}][\p{Lu}.’'-]+){0,3})|(?:Q|A))\s*:\s+(?=\S)`,
  'u',
);

/** "Matthews: Well, …", mixed case: a speaker only among several such lines. */
const NAME_LABEL = new RegExp(
  String.raw`^\s*${TIME}(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3})\s*:\s+(?=\S)`,
  'u',
);

export interface LabelledLine {
  readonly source: Source;
  /** The words after the label. */
  readonly words: Span;
}

/** The label at the start of a stretch of text, null where none stands. */
export const labelIn = (text: string, span: Span): LabelledLine | null => lineWith(LABEL, text, span);

/** The same for a name in mixed case. */
export const nameLabelIn = (text: string, span: Span): LabelledLine | null =>
  lineWith(NAME_LABEL, text, span);

function lineWith(pattern: RegExp, text: string, { start, end }: Span): LabelledLine | null {
  const match = pattern.exec(text.slice(start, end));
  if (!match) return null;
  const from = start + match[0].indexOf(match[1]!);
  const mention = { text: match[1]!, start: from, end: from + match[1]!.length };
  const headItem: Item = {
    kind: 'name',
    ...mention,
    lower: mention.text.toLowerCase(),
    possessive: false,
    phrase: null,
    entity: null,
    marked: null,
  };
  const source: Source = {
    ...mention,
    form: 'named',
    phrase: { start: mention.start, end: mention.end },
    headItem,
  };
  return { source, words: { start: start + match[0].length, end } };
}
