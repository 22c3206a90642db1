/** Stance on the terminal: one row a target, then what stands behind the figures. */
import type { Evidence } from '../aggregate/evidence.ts';
import type { TargetSummary } from '../aggregate/summary-schema.ts';
import type { StanceLabel } from '../reaction.ts';
import { readingsBeside } from './beside.ts';
import { fitted, indented, widthOf } from './cells.ts';
import { oneLine } from './plain.ts';
import { quoteLines } from './table-quote.ts';
import type { Screen } from './table-screen.ts';
import { LABEL_WORDS, SMALL, grouped, leanInWords, partedWords, percentWithRange } from './wording.ts';

/** Against first: on the page it stands on the left. */
export const SIDES: readonly StanceLabel[] = ['against', 'favor', 'none'];

const SHARE_CELLS = 14;
const COUNT_CELLS = 8;

/** A header and one row a target, with a row more for the shares read another way. */
export function stanceRows(targets: readonly TargetSummary[], screen: Screen): string[] {
  const { width, paint } = screen;
  const nameCells = width - 2 - COUNT_CELLS - SIDES.length * (SHARE_CELLS + 2);
  if (nameCells < 12) return targets.flatMap((target) => stackedRows(target, screen));
  const row = (name: string, n: string, cells: readonly string[]): string =>
    `  ${fitted(name, nameCells)}${fitted(n, COUNT_CELLS - 1, 'right')} ${cells.join('')}`.trimEnd();
  const headings = SIDES.map((side, index) => {
    const word = LABEL_WORDS[side];
    const gap = index === SIDES.length - 1 ? '' : ' '.repeat(SHARE_CELLS - widthOf(word));
    return `  ${paint.label(side, word)}${gap}`;
  });
  return [
    row('Stance toward', 'n', headings),
    ...targets.flatMap((target) => [
      row(
        oneLine(target.target),
        grouped(target.n) + smallMark(target.n),
        SIDES.map((side) => `  ${fitted(percentWithRange(target.shares[side]), SHARE_CELLS)}`),
      ),
      ...readingsBeside(target).map((reading) =>
        row(
          `  ${reading.name}`,
          reading.n,
          SIDES.map((side) => `  ${fitted(percentWithRange(reading.shares[side]), SHARE_CELLS)}`),
        ),
      ),
    ]),
  ];
}

/** For a narrow terminal: the name on a line of its own, each share under it. */
function stackedRows(target: TargetSummary, { width, paint }: Screen): string[] {
  const { target: name, n, shares } = target;
  const line = (side: StanceLabel): string[] => {
    const share = `    ${fitted(LABEL_WORDS[side], 10)}${percentWithRange(shares[side])}`;
    const beside = readingsBeside(target).map(
      (reading) => `      ${reading.name} ${percentWithRange(reading.shares[side])}`,
    );
    return [paint.label(side, share), ...beside];
  };
  const count = `(n ${grouped(n)}${smallMark(n)})`;
  return [
    `  ${fitted(`Toward ${oneLine(name)}`, width - 3 - count.length).trimEnd()} ${count}`,
    ...SIDES.flatMap(line),
  ];
}

/** The mark behind a small count. */
export function smallMark(n: number): string {
  return n > 0 && n < SMALL ? '*' : '';
}

/** What stands behind a target's row: the lean, the cells where tone and side part, the loudest words. */
export function targetDetails(target: TargetSummary, screen: Screen): string[] {
  const { paint, width } = screen;
  const heading = `Toward ${oneLine(target.target)}: ${leanInWords(target.lean)}`;
  return [
    ...indented(heading, width, 2).map((line) => paint.heading(line)),
    ...loudestLines('against', target.loudest.against, screen),
    ...loudestLines('favor', target.loudest.favor, screen),
    ...target.crossTable.offDiagonal.flatMap((cell) => partedExample(cell, target.crossTable.n, screen)),
  ];
}

function loudestLines(side: 'favor' | 'against', quotes: readonly Evidence[], screen: Screen): string[] {
  const [first] = quotes;
  if (first === undefined) return [];
  const loud = Object.values(first.engagement).some((n) => (n ?? 0) > 0);
  const shown = quotes.some(({ rationale }) => rationale !== undefined) ? quotes : [first];
  const heading = `    ${loud ? 'Loudest' : 'Clearest'} ${LABEL_WORDS[side]}`;
  return [
    screen.paint.label(side, heading),
    ...shown.flatMap((quote) => quoteLines(quote, screen.width, 6, screen.paint)),
  ];
}

type PartedCell = TargetSummary['crossTable']['offDiagonal'][number];

/** How often tone and side part, a line each; nothing where they never do. */
export function partedLines({ target, crossTable }: TargetSummary, { width }: Screen): string[] {
  const cells = crossTable.offDiagonal.filter(({ n }) => n > 0);
  return cells.flatMap((cell) => indented(oneLine(partedWords(cell, crossTable.n, target)), width, 2));
}

function partedExample(cell: PartedCell, base: number, { paint, width }: Screen): string[] {
  if (cell.n === 0 || cell.example === null) return [];
  return [...indented(partedWords(cell, base), width, 4), ...quoteLines(cell.example, width, 6, paint)];
}
