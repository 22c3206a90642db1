/** Bars to the left and to the right of a middle, each with its 95 % interval as a line. */
import * as Plot from '@observablehq/plot';
import { grouped, LABEL_WORDS, percent, percentWithRange, SMALL } from '../../aggregate/figures.ts';
import type { Share } from '../../aggregate/interval.ts';
import type { Filters } from '../filters.ts';
import { LABELS, type Measure, type Split } from '../tallies.ts';
import { type Drawn, INK, QUIET, type Row, type Scene, colourOf } from './chart.ts';
import { fittedName, type Name, wholeName } from './fit.ts';
import { finished, onPick } from './svg.ts';

export interface Bar {
  readonly name: Name;
  /** Beside the name, in smaller words. */
  readonly beside: string;
  readonly split: Split;
  readonly closer: Partial<Filters>;
}

const ROW = 46;
const TOP = 22;
/** Room for the words at both ends of the scale. */
const SIDE = 46;
/** What a label of the scale needs, and the steps of which it has the smallest that leaves so much. */
const TICK = 44;
const STEPS = [0.05, 0.1, 0.25, 0.5, 1] as const;
/** Pixels before a name and behind what stands beside it, and between the two. */
const MARGIN = 6;
const GAP = 12;
const NAME_SIZE = 13;
/** Pixels of a letter of the words beside a name, about. */
const LETTER = 6.8;

interface Half {
  readonly row: number;
  readonly way: -1 | 1;
  readonly share: number;
  readonly lo: number;
  readonly hi: number;
}

/** One row a bar; `what` names the rows in the table. */
export function divergingBars(
  scene: Scene,
  {
    bars,
    measure,
    what,
    note,
    alt,
  }: { bars: readonly Bar[]; measure: Measure; what: string; note: string; alt: string },
  width: number,
): Drawn {
  const labels = LABELS[measure];
  const halves = bars.flatMap(({ split }, row) => [
    ...halfOf(row, -1, split.shares[0]),
    ...halfOf(row, 1, split.shares[2]),
  ]);
  const reach = Math.max(0.1, ...halves.map(({ hi }) => hi));
  const svg = finished(
    Plot.plot({
      width,
      height: bars.length * ROW + TOP + 26,
      marginLeft: SIDE,
      marginRight: SIDE,
      marginTop: TOP,
      marginBottom: 26,
      x: { domain: [-reach, reach] },
      y: { domain: [bars.length, 0], axis: null },
      marks: marksOf(bars, halves, labels, { reach, width }),
    }),
    alt,
  );
  onPick(svg, (row) => scene.choose(bars[row]!.closer));
  return { svg, alt, note, head: headOf(what, labels), rows: bars.map(rowOf) };
}

function halfOf(row: number, way: -1 | 1, { share, lo, hi }: Share): Half[] {
  return share === null || lo === null || hi === null ? [] : [{ row, way, share, lo, hi }];
}

type Labels = (typeof LABELS)[Measure];
type Numbered = Bar & { readonly row: number };

function marksOf(
  bars: readonly Bar[],
  halves: readonly Half[],
  labels: Labels,
  frame: Frame,
): Plot.Markish[] {
  const rows = bars.map((bar, row) => ({ ...bar, row }));
  return [
    ...axisMarks(labels, frame),
    Plot.ruleX([0], { stroke: INK }),
    ...nameMarks(rows, frame),
    Plot.rect(halves, {
      x1: 0,
      x2: ({ way, share }: Half) => way * share,
      y1: ({ row }: Half) => row + 0.46,
      y2: ({ row }: Half) => row + 0.86,
      fill: ({ way }: Half) => colourOf(way === -1 ? 'left' : 'right'),
    }),
    ...intervalMarks(halves),
    shareText(halves, -1),
    shareText(halves, 1),
    Plot.rect(rows, {
      className: 'pick',
      x1: -frame.reach,
      x2: frame.reach,
      y1: ({ row }: Numbered) => row,
      y2: ({ row }: Numbered) => row + 1,
      fill: 'transparent',
      cursor: 'pointer',
      title: ({ name }: Bar) => `Show only: ${wholeName(name)}`,
    } as Plot.RectOptions),
  ];
}

interface Frame {
  /** Where the scale ends on either side. */
  readonly reach: number;
  readonly width: number;
}

function ticksOf({ reach, width }: Frame): number[] {
  const room = (width - 2 * SIDE) / (2 * reach);
  const step = STEPS.find((it) => it * room >= TICK) ?? 1;
  const last = Math.floor(reach / step + 1e-9);
  return Array.from({ length: 2 * last + 1 }, (_, index) => (index - last) * step);
}

function axisMarks(labels: Labels, frame: Frame): Plot.Markish[] {
  const { reach } = frame;
  const ticks = ticksOf(frame);
  const wayText = (way: number): string =>
    way === -1 ? `← ${LABEL_WORDS[labels[0]]}` : `${LABEL_WORDS[labels[2]]} →`;
  return [
    Plot.gridX(ticks, { stroke: INK, strokeOpacity: 0.12 }),
    Plot.axisX(ticks, {
      tickFormat: (x: number) => percent(Math.abs(x)),
      tickSize: 0,
      fill: QUIET,
      label: null,
    }),
    Plot.text([-1, 1], {
      x: (way: number) => (way * reach) / 2,
      frameAnchor: 'top',
      dy: -12,
      text: wayText,
      fill: INK,
      fontWeight: 600,
      fontSize: 12,
    }),
  ];
}

/** The share at the outer end of its interval. */
function shareText(halves: readonly Half[], side: -1 | 1): Plot.Markish {
  return Plot.text(halves, {
    filter: ({ way }: Half) => way === side,
    x: ({ way, hi }: Half) => way * hi,
    y: ({ row }: Half) => row + 0.66,
    dx: side * 6,
    text: ({ share }: Half) => percent(share),
    textAnchor: side === 1 ? 'start' : 'end',
    fill: INK,
    fontSize: 12,
  });
}

function nameMarks(rows: readonly Numbered[], { reach, width }: Frame): Plot.Markish[] {
  // The halo keeps the lines of the scale from striking names out.
  const halo = { stroke: 'var(--card)', strokeWidth: 5 } as const;
  const above = { ...halo, y: ({ row }: Numbered) => row + 0.24 } as const;
  const room = width - 2 * MARGIN - GAP - LETTER * Math.max(...rows.map(({ beside }) => beside.length));
  return [
    Plot.text(rows, {
      ...above,
      x: -reach,
      dx: MARGIN - SIDE,
      text: ({ name }: Bar) => fittedName(name, room, NAME_SIZE),
      textAnchor: 'start',
      fill: INK,
      fontSize: NAME_SIZE,
      fontWeight: 600,
    }),
    Plot.text(rows, {
      ...above,
      x: reach,
      dx: SIDE - MARGIN,
      text: 'beside',
      textAnchor: 'end',
      fill: QUIET,
      fontSize: 12,
    }),
  ];
}

/** The halo keeps the line in sight where it crosses its own bar. */
function intervalMarks(halves: readonly Half[]): Plot.Markish[] {
  const line = {
    x1: ({ way, lo }: Half) => way * lo,
    x2: ({ way, hi }: Half) => way * hi,
    y: ({ row }: Half) => row + 0.66,
  };
  return [
    Plot.ruleY(halves, { ...line, stroke: 'var(--card)', strokeWidth: 4, strokeOpacity: 0.75 }),
    Plot.ruleY(halves, { ...line, stroke: INK, strokeWidth: 1.5, marker: 'tick' }),
  ];
}

const headOf = (what: string, labels: readonly string[]): string[] => [
  what,
  'n',
  ...labels.flatMap((label) => [`${label} n`, `${label} share`, `${label} lo`, `${label} hi`]),
];

function rowOf({ name, split, closer }: Bar): Row {
  const figures = split.shares.flatMap(({ n, share, lo, hi }) => [n, share, lo, hi]);
  return { cells: [wholeName(name), split.n, ...figures], closer };
}

/** `n 124`, or `n 12 (few)`. */
export function countBeside(n: number): string {
  return n > 0 && n < SMALL ? `n ${grouped(n)} (few)` : `n ${grouped(n)}`;
}

/** `51 % negative (42–59), 20 % positive (14–28)`, as a sentence says it. */
export function splitInWords({ shares }: Split, measure: Measure): string {
  const [left, , right] = LABELS[measure];
  return `${LABEL_WORDS[left]} ${percentWithRange(shares[0])}, ${LABEL_WORDS[right]} ${percentWithRange(shares[2])}`;
}
