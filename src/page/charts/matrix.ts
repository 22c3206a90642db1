/** Targets down, topics across: which way people lean in each cell, in words and signs as well as colour. */
import * as Plot from '@observablehq/plot';
import { counted, grouped, percent } from '../../aggregate/figures.ts';
import type { Lean } from '../../aggregate/lean.ts';
import { topicName } from '../records.ts';
import {
  type Counts,
  type Split,
  leanOfSides,
  pairOf,
  sidesByTarget,
  sidesByTopic,
  sum,
  taken,
  voicedSides,
  voicedSplit,
} from '../tallies.ts';
import { type Chart, type Drawn, INK, type Row, type Scene } from './chart.ts';
import { inTwoLines } from './fit.ts';
import { finished, onPick } from './svg.ts';

const TARGETS = 12;
const HEAD = 44;
const ROW = 52;

/** Pixels for the names at the side, and at least for a column; on a phone both make do with less. */
const roomOf = (width: number): { readonly names: number; readonly cell: number } =>
  width < 480 ? { names: 92, cell: 78 } : { names: 150, cell: 104 };

const NAME_SIZE = 12;

interface Cell {
  readonly topic: number;
  readonly target: number;
  readonly x: string;
  readonly y: string;
  readonly counts: Counts;
  readonly lean: Lean;
  readonly split: Split;
}

export const matrix: Chart = {
  id: 'target-by-topic',
  wide: true,
  title: () => 'Who is taken sides on, and where',
  legend: () => [
    ['left', '▼ more against'],
    ['middle', '≈ no clear lean, or too few to say'],
    ['right', '▲ more in favor'],
  ],
  draw(scene, width) {
    const { names, cell } = roomOf(width);
    const cells = cellsOf(scene, Math.max(2, Math.floor((width - names) / cell)));
    if (cells.length === 0) return null;
    return drawn(scene, cells, width);
  },
};

function cellsOf({ records, selection }: Scene, most: number): Cell[] {
  const topics = [...sidesByTopic(records, selection.rows)]
    .map(([topic, targets]) => ({
      topic,
      targets,
      n: [...targets.values()].reduce((n, counts) => n + taken(counts), 0),
    }))
    .sort((a, b) => b.n - a.n)
    .slice(0, most);
  const targets = sidesByTarget(records, selection.rows)
    .slice(0, TARGETS)
    .map(([target]) => target);
  const filled = targets.flatMap((target) =>
    topics.flatMap(({ topic, targets: tally }) => {
      const counts = tally.get(target);
      return counts === undefined ? [] : [{ topic, target, x: String(topic), y: String(target), counts }];
    }),
  );
  const keys = filled.map(({ topic, target }) => pairOf(topic, target));
  const voiced = voicedSides(records, selection.rows, true, keys);
  return filled.map((cell, at) => {
    const sides = voiced.get(keys[at]!)!;
    return Object.assign(cell, { lean: leanOfSides(sides), split: voicedSplit(sides) });
  });
}

const FILLS: Readonly<Record<Lean, string>> = {
  against: 'var(--left)',
  favor: 'var(--right)',
  unclear: 'var(--cell)',
  few: 'var(--cell)',
};

const inkOf = ({ lean }: Cell): string => (lean === 'against' || lean === 'favor' ? 'var(--card)' : INK);

function drawn(scene: Scene, cells: readonly Cell[], width: number): Drawn {
  const [xs, ys] = [[...new Set(cells.map(({ x }) => x))], [...new Set(cells.map(({ y }) => y))]];
  const leaning = cells.filter(({ lean }) => lean === 'against' || lean === 'favor');
  const alt = `${counted(ys.length, 'target')} by ${counted(xs.length, 'topic')}; ${counted(leaning.length, 'cell leans', 'cells lean')} clearly to one side.`;
  const room = roomOf(width);
  const whole = Math.min(width, room.names + xs.length * room.cell * 2);
  const column = (whole - room.names) / xs.length;
  const svg = finished(
    Plot.plot({
      width: whole,
      height: HEAD + ys.length * ROW + 4,
      marginLeft: room.names,
      marginTop: HEAD,
      marginRight: 2,
      marginBottom: 4,
      x: { domain: xs, axis: null, padding: 0.03 },
      y: { domain: ys, axis: null, padding: 0.06 },
      marks: [...nameMarks(scene, { xs, ys, column, names: room.names }), ...cellMarks(scene, cells)],
    }),
    alt,
  );
  onPick(svg, (index) => {
    const { topic, target } = cells[index]!;
    scene.choose({ topic, target });
  });
  const note =
    'A cell leans where ten or more take a side and the 95 % interval of their split leaves one half out. Shares are of those who take a side, n counts all: ≈ 42 % ▼ is 42 % against, and no clear lean. Where fewer than ten take a side, they are counted.';
  return { svg, alt, note, head: HEADINGS, rows: cells.map((cell) => rowOf(scene, cell)) };
}

interface Names {
  readonly xs: readonly string[];
  readonly ys: readonly string[];
  /** Pixels of a column, and of the names beside the rows. */
  readonly column: number;
  readonly names: number;
}

function nameMarks({ records }: Scene, { xs, ys, column, names }: Names): Plot.Markish[] {
  const lines = (name: string, pixels: number): string => inTwoLines(name, pixels - 6, NAME_SIZE);
  const text = { fill: INK, fontWeight: 600, fontSize: NAME_SIZE } as const;
  return [
    Plot.text(xs, {
      ...text,
      x: (x: string) => x,
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -6,
      text: (x: string) => lines(topicName(records, Number(x)), column),
    }),
    Plot.text(ys, {
      ...text,
      y: (y: string) => y,
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: -names + 2,
      text: (y: string) => lines(records.facts.names.target[Number(y)] ?? '', names),
    }),
  ];
}

function cellMarks(scene: Scene, cells: readonly Cell[]): Plot.Markish[] {
  const place = { x: 'x', y: 'y' } as const;
  return [
    Plot.cell(cells, { ...place, fill: (cell: Cell) => FILLS[cell.lean], rx: 3 }),
    Plot.text(cells, { ...place, dy: -8, text: signOf, fill: inkOf, fontSize: 13, fontWeight: 700 }),
    Plot.text(cells, {
      ...place,
      dy: 10,
      text: ({ counts }: Cell) => `n ${grouped(sum(counts))}`,
      fill: inkOf,
      fontSize: 11,
    }),
    Plot.cell(cells, {
      ...place,
      className: 'pick',
      fill: 'transparent',
      cursor: 'pointer',
      title: (cell: Cell) => cellInWords(scene, cell),
    } as Plot.CellOptions),
  ];
}

/** `▼ 83 %`: of those who take a side, how many are against. */
function signOf({ counts: [against, none, favor], lean }: Cell): string {
  const sides = against + favor;
  if (lean === 'few') return none + sides === 0 ? '' : `${grouped(against)} ▼ ${grouped(favor)} ▲`;
  if (lean === 'unclear') return `≈ ${percent(against / sides)} ▼`;
  return lean === 'against' ? `▼ ${percent(against / sides)}` : `▲ ${percent(favor / sides)}`;
}

function cellInWords({ records }: Scene, { topic, target, counts: [against, none, favor] }: Cell): string {
  return `${records.facts.names.target[target]}, ${topicName(records, topic)}: ${grouped(against)} against, ${grouped(favor)} in favor, ${grouped(none)} no side`;
}

const HEADINGS = [
  'target',
  'topic',
  'lean',
  'n',
  'against n',
  'against share',
  'against lo',
  'against hi',
  'none n',
  'favor n',
  'favor share',
  'favor lo',
  'favor hi',
];

function rowOf({ records }: Scene, { topic, target, split, lean }: Cell): Row {
  const { n, shares } = split;
  const [against, none, favor] = shares;
  const { names } = records.facts;
  return {
    cells: [
      names.target[target] ?? '',
      topicName(records, topic),
      lean,
      n,
      against.n,
      against.share,
      against.lo,
      against.hi,
      none.n,
      favor.n,
      favor.share,
      favor.lo,
      favor.hi,
    ],
    closer: { topic, target },
  };
}
