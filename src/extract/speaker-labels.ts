/** Speakers set before their words as in a transcript: "WALLACE: Let us begin." */
import type { Span } from '../reaction.ts';
import { isTitleJoint, isTitleWord } from '../text/titles.ts';
import type { Item } from './item.ts';
import type { Source } from './mentions.ts';

/** The time of a recording: "[00:01:12]", "01:12 –". */
const TIME = String.raw`(?:[[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?[\])]?\s*[-–—|]?\s*)?`;

/** "(laughs)" before the words. */
const DIRECTION = String.raw`(?:\([^()\n]{1,60}\)\s*)?`;

const LABEL = new RegExp(
  String.raw`^\s*${TIME}((?:[\p{Lu}][\p{Lu}.’'-]+(?: [\p{Lu}][\p{Lu}.’'-]+){0,3})|(?:Q|A))\s*:\s+${DIRECTION}(?=\S)`,
  'u',
);

/** "Matthews: Well, …", mixed case: a speaker only among several such lines. */
const NAME_LABEL = new RegExp(
  String.raw`^\s*${TIME}(\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3})\s*:\s+${DIRECTION}(?=\S)`,
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
  const label = match[1]!;
  const name = withoutTitle(label);
  const source = sourceNamed(name, start + match[0].indexOf(label) + label.length - name.length);
  const isRole = /^[QA]$/u.test(name);
  return {
    source: isRole ? { ...source, form: 'anonymous' } : source,
    words: { start: start + match[0].length, end },
  };
}

/** "ANCHOR LENA BRANDT" is Lena Brandt; a title alone stays. */
function withoutTitle(label: string): string {
  const words = label.split(' ');
  const first = words.findIndex((word) => !isTitleWord(word) && !isTitleJoint(word));
  return first < 0 ? label : words.slice(first).join(' ');
}

/** The source that these words at this place name, whatever stands around them. */
export function sourceNamed(words: string, start: number): Source {
  const mention = { text: words, start, end: start + words.length };
  const headItem: Item = {
    kind: 'name',
    ...mention,
    lower: words.toLowerCase(),
    possessive: false,
    phrase: null,
    entity: null,
    marked: null,
  };
  return { ...mention, form: 'named', phrase: { start, end: mention.end }, headItem };
}
