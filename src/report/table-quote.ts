/** One quotation on the terminal: its words, who said them, where they stand. */
import type { Evidence } from '../aggregate/evidence.ts';
import { indented, wrapped } from './cells.ts';
import type { Paint } from './paint.ts';
import { oneLine } from './plain.ts';
import type { Screen } from './table-screen.ts';
import { labelsOf, placeOf, reachOf, speakerOf } from './wording.ts';

const MOST_LINES = 3;
const MOST_LINES_IN_LIST = 2;

/** Lines of at most `width` cells, indented by `indent`. */
export function quoteLines(evidence: Evidence, width: number, indent: number, paint: Paint): string[] {
  const source = [speakerOf(evidence), reachOf(evidence), evidence.unsure ? 'label unsure' : '']
    .filter(Boolean)
    .join(', ');
  const byline = indented(oneLine(`— ${source} · ${placeOf(evidence)}`), width, indent);
  return [...wordLines(evidence, width, indent, MOST_LINES), ...byline.map((line) => paint.quiet(line))];
}

/** The records of a small topic one by one: who, in which tone, on which side; then the words. */
export function saidLines(said: readonly Evidence[], { width, paint }: Screen): string[] {
  if (said.length === 0) return [];
  return ['', '  Who said what', ...said.flatMap((evidence) => entryLines(evidence, width, paint))];
}

function entryLines(evidence: Evidence, width: number, paint: Paint): string[] {
  const reach = reachOf(evidence);
  const who = reach === '' ? speakerOf(evidence) : `${speakerOf(evidence)}, ${reach}`;
  const heading = indented(oneLine(`${who}: ${labelsOf(evidence)}`), width, 2);
  return [
    ...heading.map((line) => paint.heading(line)),
    ...wordLines(evidence, width, 4, MOST_LINES_IN_LIST),
  ];
}

function wordLines(evidence: Evidence, width: number, indent: number, mostLines: number): string[] {
  const margin = ' '.repeat(indent);
  return [
    ...wrapped(`“${oneLine(evidence.text)}”`, width - indent, mostLines, '”').map((line) => margin + line),
    ...carrierLines(evidence, width, indent),
  ];
}

/** Which words carried the label, where that was asked. */
function carrierLines({ rationale }: Evidence, width: number, indent: number): string[] {
  if (rationale === undefined) return [];
  const carriers = [...new Set(rationale.map(({ text }) => text.toLowerCase()))];
  return indented(oneLine(`carried by: ${carriers.join(', ') || 'no few words alone'}`), width, indent);
}
