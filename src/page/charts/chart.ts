/** What every chart of the page is given, and what it gives. */
import type { View } from '../address.ts';
import type { Filters, Selection } from '../filters.ts';
import type { Records } from '../records.ts';

export interface Scene {
  readonly records: Records;
  readonly view: View;
  readonly selection: Selection;
  /** Chooses some filters and leaves the others. */
  choose(filters: Partial<Filters>): void;
}

export type Cell = string | number | null;

/** One row of the figures behind a chart: shown as a table, and downloaded as CSV. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Filters that looking closer at this row would set; null where there is no closer look. */
  readonly closer: Partial<Filters> | null;
}

export interface Drawn {
  readonly svg: SVGSVGElement;
  /** The chart in a sentence, for those who don't see it. */
  readonly alt: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** What the chart leaves out, or what must be known to read it. */
  readonly note: string;
}

export interface Chart {
  /** Also the name of its downloads. */
  readonly id: string;
  readonly wide: boolean;
  /** Whether these records have anything for it, under whatever filters; always, unless it is given. */
  isFor?(records: Records): boolean;
  title(scene: Scene): string;
  /** Words for the colours, left to right; null where there are none. */
  legend(scene: Scene): readonly (readonly [hue: Hue, words: string])[];
  /** Null where there is nothing to draw. */
  draw(scene: Scene, width: number): Drawn | null;
}

export type Hue = 'left' | 'middle' | 'right';
export const HUES: readonly Hue[] = ['left', 'middle', 'right'];

/** Colours by name: the style sheet gives them, light or dark. */
export const INK = 'currentColor';
export const QUIET = 'var(--quiet)';
export const colourOf = (hue: Hue): string => `var(--${hue})`;
