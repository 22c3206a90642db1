/** Records over time, as counts or as shares; a stretch of time is chosen with a brush. */
import * as Plot from '@observablehq/plot';
import { brushX, select } from 'd3';
import { counted, LABEL_WORDS } from '../../aggregate/figures.ts';
import { NO_DAY, dayName } from '../records.ts';
import {
  type Counts,
  LABELS,
  type Measure,
  sidesBy,
  sidesByTarget,
  splitOf,
  sum,
  tonesBy,
} from '../tallies.ts';
import { type Chart, type Drawn, HUES, INK, QUIET, type Row, type Scene, colourOf } from './chart.ts';
import { type Step, nextStep, stepFor, stepStart } from './steps.ts';
import { finished, hatched } from './svg.ts';

const HEIGHT = 240;
const MARGIN = { left: 44, right: 12, top: 14, bottom: 28 };

interface Point {
  readonly day: number;
  readonly end: number;
  readonly counts: Counts;
}

interface Series {
  readonly measure: Measure;
  readonly target: number | null;
  readonly step: Step;
  readonly points: readonly Point[];
}

export const timeline: Chart = {
  id: 'over-time',
  wide: true,
  isFor: ({ day }) => day.some((it) => it !== NO_DAY),
  title: (scene) => {
    const { measure, target } = measured(scene);
    const toward = target === null ? '' : ` toward ${scene.records.facts.names.target[target]}`;
    return measure === 'tone' ? 'Tone over time' : `Stance${toward} over time`;
  },
  legend: (scene) => {
    const labels = LABELS[measured(scene).measure];
    const hues = scene.view.series.endsWith('share') ? HUES.filter((hue) => hue !== 'middle') : HUES;
    return hues.map((hue) => [hue, LABEL_WORDS[labels[HUES.indexOf(hue)]!]]);
  },
  draw(scene, width) {
    const series = seriesOf(scene, width);
    return series === null ? null : drawn(scene, series, width);
  },
};

/** What is counted: tones, or the sides toward the chosen target or the one most sides are taken on. */
function measured({ view, records, selection }: Scene): { measure: Measure; target: number | null } {
  if (view.series.startsWith('tone')) return { measure: 'tone', target: null };
  const target = view.filters.target ?? sidesByTarget(records, selection.anyTime)[0]?.[0];
  return target === undefined ? { measure: 'tone', target: null } : { measure: 'side', target };
}

function seriesOf(scene: Scene, width: number): Series | null {
  const { records, selection } = scene;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const index of selection.anyTime) {
    const day = records.day[index]!;
    if (day === NO_DAY) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (first > last) return null;
  const { measure, target } = measured(scene);
  const step = stepFor(first, last, width - MARGIN.left - MARGIN.right);
  const startOf = (index: number): number =>
    records.day[index] === NO_DAY ? NO_DAY : stepStart(records.day[index]!, step);
  const tally =
    target === null
      ? tonesBy(records, selection.anyTime, startOf)
      : sidesBy(records, selection.anyTime, target, startOf);
  const points: Point[] = [];
  for (let day = stepStart(first, step); day <= last; day = nextStep(day, step))
    points.push({ day, end: nextStep(day, step), counts: tally.get(day) ?? [0, 0, 0] });
  return { measure, target, step, points };
}

const dateOf = (day: number): Date => new Date(day * 86_400_000);

function drawn(scene: Scene, series: Series, width: number): Drawn {
  const { points, step, measure } = series;
  const [first, last] = [points[0]!, points.at(-1)!];
  const asShares = scene.view.series.endsWith('share');
  const most = points.reduce((best, point) => (sum(point.counts) > sum(best.counts) ? point : best), first);
  const alt = `Records a ${step}, ${dayName(first.day)} to ${dayName(last.end - 1)}; most on ${dayName(most.day)}: ${counted(sum(most.counts), 'record')}.`;
  const svg = finished(
    Plot.plot({
      width,
      height: HEIGHT,
      marginLeft: MARGIN.left,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      x: { type: 'utc', domain: [dateOf(first.day), dateOf(last.end)], label: null },
      y: { label: null, nice: true, ...(asShares ? { domain: [0, 1], percent: false } : {}) },
      marks: [
        Plot.axisX({
          stroke: 'none',
          fill: QUIET,
          label: null,
          tickSize: 4,
          ticks: Math.max(2, Math.floor(width / 110)),
        }),
        Plot.axisY({
          fill: QUIET,
          label: null,
          tickSize: 0,
          ticks: 4,
          ...(asShares && { tickFormat: (y: number) => `${Math.round(y * 100)} %` }),
        }),
        Plot.gridY({ stroke: INK, strokeOpacity: 0.12, ticks: 4 }),
        ...(asShares ? shareMarks(points) : countMarks(points)),
        Plot.ruleY([0], { stroke: INK }),
      ],
    }),
    alt,
  );
  hatched(svg, 'hatch-left', 'left');
  addBrush(svg, scene, { first: first.day, last: last.end, width });
  return {
    svg,
    alt,
    note: noteOf(scene, series),
    head: headOf(step, measure),
    rows: points.map((point) => rowOf(point)),
  };
}

function countMarks(points: readonly Point[]): Plot.Markish[] {
  return HUES.map((hue, label) => {
    const foot = ({ counts }: Point): number => counts.slice(0, label).reduce((total, n) => total + n, 0);
    return Plot.rect(points, {
      x1: ({ day }: Point) => dateOf(day),
      x2: ({ end }: Point) => dateOf(end),
      y1: foot,
      y2: (point: Point) => foot(point) + point.counts[label]!,
      insetLeft: 0.5,
      insetRight: 0.5,
      fill: hue === 'left' ? 'url(#hatch-left)' : colourOf(hue),
    });
  });
}

/** A line with its interval as a band; steps in which nothing was counted leave a gap. */
function shareMarks(points: readonly Point[]): Plot.Markish[] {
  const middle = ({ day, end }: Point): Date => dateOf((day + end) / 2);
  return ([0, 2] as const).flatMap((label) => {
    const colour = colourOf(HUES[label]!);
    const shareAt = (point: Point) => splitOf(point.counts).shares[label];
    const value = (key: 'share' | 'lo' | 'hi') => (point: Point) => shareAt(point)[key] ?? Number.NaN;
    return [
      Plot.areaY(points, { x: middle, y1: value('lo'), y2: value('hi'), fill: colour, fillOpacity: 0.18 }),
      Plot.lineY(points, {
        x: middle,
        y: value('share'),
        stroke: colour,
        strokeWidth: 2,
        strokeDasharray: label === 0 ? '6,3' : '',
      }),
      Plot.dot(points, {
        x: middle,
        y: value('share'),
        fill: colour,
        symbol: label === 0 ? 'triangle' : 'circle',
        r: 2.5,
      }),
    ];
  });
}

function noteOf({ selection, records, view }: Scene, { step, points }: Series): string {
  let undated = 0;
  for (const index of selection.anyTime) if (records.day[index] === NO_DAY) undated += 1;
  const without = undated > 0 ? ` ${counted(undated, 'record')} without a date.` : '';
  const how = view.series.endsWith('share')
    ? 'Bands are 95 % intervals; the left label has a broken line and triangles.'
    : 'From the foot up, in the order of the key.';
  const stretch = `${dayName(points[0]!.day)} to ${dayName(points.at(-1)!.end - 1)}`;
  return `${stretch}; one column a ${step}, days of ${records.facts.timeZone}. ${how} Draw over the chart to choose a stretch of time, or name its days in the filters.${without}`;
}

const headOf = (step: Step, measure: Measure): string[] => [
  step,
  'n',
  ...LABELS[measure].flatMap((label) => [`${label} n`, `${label} share`, `${label} lo`, `${label} hi`]),
];

function rowOf({ day, end, counts }: Point): Row {
  const { n, shares } = splitOf(counts);
  return {
    cells: [dayName(day), n, ...shares.flatMap((share) => [share.n, share.share, share.lo, share.hi])],
    closer: { from: day, to: end - 1 },
  };
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly width: number;
}

function addBrush(svg: SVGSVGElement, scene: Scene, { first, last, width }: Stretch): void {
  const [left, right] = [MARGIN.left, width - MARGIN.right];
  const place = (day: number): number => left + ((day - first) / (last - first)) * (right - left);
  const dayAt = (x: number): number => first + ((x - left) / (right - left)) * (last - first);
  const brush = brushX<unknown>()
    .extent([
      [left, MARGIN.top],
      [right, HEIGHT - MARGIN.bottom],
    ])
    .on('end', (event: { sourceEvent?: Event; selection: [number, number] | null }) => {
      // What the page itself moves is no choice of the reader's.
      if (!event.sourceEvent) return;
      if (event.selection === null) scene.choose({ from: null, to: null });
      else {
        const [from, to] = event.selection.map(dayAt) as [number, number];
        scene.choose({ from: Math.floor(from), to: Math.max(Math.floor(from), Math.ceil(to) - 1) });
      }
    });
  const group = select(svg).append('g').attr('class', 'brush');
  group.call(brush as never);
  const { from, to } = scene.view.filters;
  if (from === null && to === null) return;
  const chosen = [place(Math.max(first, from ?? first)), place(Math.min(last, (to ?? last) + 1))];
  if (chosen[1]! > chosen[0]!) group.call(brush.move as never, chosen as never);
}
