/** Who spoke most, in which tone and, toward the topic's first target, on which side. */
import type { GroupSummary, SpeakerSummary } from '../aggregate/summary-schema.ts';
import { SENTIMENTS } from '../reaction.ts';
import { fitted } from './cells.ts';
import { oneLine } from './plain.ts';
import type { Screen } from './table-screen.ts';
import { SIDES } from './table-target.ts';
import { LABEL_WORDS, grouped } from './wording.ts';

const MOST = 6;
const COUNT_CELLS = 9;
const N_CELLS = 6;

/** A header and one row a speaker, after a blank line; nothing where nobody can be told. */
export function speakerRows({ speakers, targets }: GroupSummary, { width, paint }: Screen): string[] {
  if (speakers.length === 0) return [];
  const target = targets[0]?.target;
  const sides = target === undefined ? [] : SIDES;
  const room = width - 2 - N_CELLS - COUNT_CELLS * (SENTIMENTS.length + sides.length);
  const narrow = room < 12;
  const row = (name: string, n: string, counts: readonly string[]): string => {
    const cells = narrow ? [] : counts.map((count) => fitted(count, COUNT_CELLS, 'right'));
    const nameCells = narrow ? width - 2 - N_CELLS : room;
    return `  ${fitted(name, nameCells)}${fitted(n, N_CELLS, 'right')}${cells.join('')}`;
  };
  const headings = [...SENTIMENTS, ...sides.map((side) => LABEL_WORDS[side])];
  const toward = target === undefined || narrow ? '' : ` (sides toward ${oneLine(target)})`;
  return [
    '',
    `  ${fitted(`Loudest voices${toward}`, width - 2).trimEnd()}`,
    paint.quiet(row('', 'n', headings)),
    ...speakers
      .slice(0, MOST)
      .map((speaker) => row(oneLine(speaker.name), grouped(speaker.n), countsOf(speaker, target))),
  ];
}

function countsOf({ sentiment, stances }: SpeakerSummary, target: string | undefined): string[] {
  const tones = SENTIMENTS.map((label) => cellOf(sentiment[label]));
  if (target === undefined) return tones;
  const toward = stances.find((stance) => stance.target === target);
  return [...tones, ...SIDES.map((side) => cellOf(toward?.[side] ?? 0))];
}

/** A middle dot for none, so that the eye finds the counts. */
function cellOf(n: number): string {
  return n === 0 ? '·' : grouped(n);
}
