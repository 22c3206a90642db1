/** One quotation on the terminal: its words, who said them, where they stand. */
import type { Evidence } from '../aggregate/evidence.ts';
import { cut, wrapped } from './cells.ts';
import type { Paint } from './paint.ts';
import { oneLine } from './plain.ts';
import { placeOf, reachOf, speakerOf } from './wording.ts';

const MOST_LINES = 3;

/** Lines of at most `width` cells, indented by `indent`. */
export function quoteLines(evidence: Evidence, width: number, indent: number, paint: Paint): string[] {
  const room = Math.max(10, width - indent);
  const margin = ' '.repeat(indent);
  const words = wrapped(`“${oneLine(evidence.text)}”`, room, MOST_LINES);
  const source = [speakerOf(evidence), reachOf(evidence), evidence.unsure ? 'label unsure' : '']
    .filter(Boolean)
    .join(', ');
  const byline = wrapped(`— ${oneLine(source)} · ${oneLine(placeOf(evidence))}`, room, 2);
  return [
    ...words.map((line) => margin + line),
    ...byline.map((line) => margin + paint.quiet(cut(line, room))),
  ];
}
