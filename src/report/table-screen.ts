/** What a table is set for. */
import { type Paint, paintWith } from './paint.ts';

export interface ScreenOptions {
  /** Cells of the terminal; 80 unless given. Below 40 and above 110 the table keeps to that. */
  readonly width?: number | undefined;
  /** Whether colour is wanted; the words say everything without it. */
  readonly color?: boolean | undefined;
}

export interface Screen {
  readonly width: number;
  readonly paint: Paint;
}

const NARROWEST = 40;
/** Lines longer than this are hard to follow with the eye. */
const WIDEST = 110;

export function screenFor({ width = 80, color = false }: ScreenOptions): Screen {
  return { width: Math.min(WIDEST, Math.max(NARROWEST, width)), paint: paintWith(color) };
}
