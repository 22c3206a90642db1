/** Bars as SVG, drawn with attributes alone: the page's policy allows no inline style. */
import type { Interval, Share } from '../aggregate/interval.ts';
import { type SentimentLabel, SENTIMENTS } from '../reaction.ts';
import type { Column } from './calendar.ts';
import { type Html, markup } from './html.ts';

/** Which side of the page a label takes, and so its colour; words always stand beside it. */
export const PLACES = {
  negative: 'left',
  against: 'left',
  neutral: 'middle',
  none: 'middle',
  positive: 'right',
  favor: 'right',
} as const;

const HEIGHT = 20;

/** A bar from the left over a width of 100, with its interval as a line. */
export function shareBar(label: SentimentLabel, share: Share | Interval): Html {
  const { share: middle, lo, hi } = share;
  if (middle === null || lo === null || hi === null) return markup`<svg aria-hidden="true"></svg>`;
  return markup`<svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    <rect class="${PLACES[label]}" y="3" width="${at(middle)}" height="14" />
    ${range(at(lo), at(hi))}
  </svg>`;
}

/** Against to the left of a middle axis, in favor to the right, each with its interval. */
export function sidesBar(against: Share, favor: Share): Html {
  return markup`<svg viewBox="-100 0 200 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${half(against, -1)}${half(favor, 1)}
    <line class="axis" x1="0" x2="0" y1="0" y2="${HEIGHT}" />
  </svg>`;
}

function half({ share, lo, hi }: Share, direction: -1 | 1): Html | null {
  if (share === null || lo === null || hi === null) return null;
  const x = direction === 1 ? 0 : -at(share);
  const side = direction === 1 ? 'right' : 'left';
  return markup`<rect
      class="${side}"
      x="${x}"
      y="3"
      width="${at(share)}"
      height="14"
    />${range(direction * at(lo), direction * at(hi))}`;
}

function range(from: number, to: number): Html {
  // The halo keeps the line in sight where it crosses its own bar.
  return markup`<line class="halo" x1="${from}" x2="${to}" y1="10" y2="10" />
    <line class="range" x1="${from}" x2="${to}" y1="10" y2="10" />`;
}

/** Columns of records by tone, negative at the foot and positive on top. */
export function seriesChart(columns: readonly Column[], title: string): Html {
  const most = columns.reduce((max, { n }) => Math.max(max, n), 1);
  const bars = columns.map((column, index) => columnBars(column, index, most));
  return markup`<svg
    class="series"
    viewBox="0 0 ${columns.length} 100"
    preserveAspectRatio="none"
    role="img"
    aria-label="${title}"
  >
    ${bars}
    <line class="axis" x1="0" x2="${columns.length}" y1="100" y2="100" />
  </svg>`;
}

function columnBars({ sentiment }: Column, index: number, most: number): Html[] {
  let foot = 100;
  return SENTIMENTS.map((label) => {
    const height = (100 * sentiment[label]) / most;
    foot -= height;
    return markup`<rect
      class="${PLACES[label]}"
      x="${two(index + 0.08)}"
      y="${two(foot)}"
      width="0.84"
      height="${two(height)}"
    />`;
  });
}

/** A share of one as a length of a hundred. */
const at = (share: number): number => two(share * 100);
const two = (length: number): number => Math.round(length * 100) / 100;
