/** A window with its labels, as the lines that go to the output. */
import { type Asker, scorerOf, type Scorable } from '../classify/scored.ts';
import type { Reject } from '../errors.ts';
import { isReject } from '../formats/table.ts';
import type { SentimentLabel } from '../reaction.ts';
import type { Export } from './export.ts';
import type { Window, WindowRow } from './windows.ts';

export interface ScoredWindow {
  /** Lines of the output. */
  readonly lines: string;
  readonly rejects: readonly Reject[];
  readonly rows: number;
  /** Labels that models gave, those that they gave before included. */
  readonly labels: number;
  /** The vendor's cell and our label, row by row, where the export has such a column. */
  readonly vendor: readonly (readonly [string, SentimentLabel | null])[];
}

/** Scores windows of an export. Each is scored for itself; what models said before is for the asker to know. */
export function windowScorer(
  exported: Export,
  asker: Asker,
  language: string | undefined,
): (window: Window) => Promise<ScoredWindow> {
  return async ({ items }) => {
    const rows = items.filter((item): item is WindowRow => !isReject(item));
    const targets = rows.map(({ row }) => exported.targetsOf(row));
    const scores = await scorerOf<Scorable>(asker, { language })(
      rows.map(({ post, isDuplicate }, i) => ({
        reaction: {
          text: post.text,
          language: post.language,
          flags: isDuplicate ? ['duplicate'] : [],
        },
        targets: targets[i]!.filter((target) => target !== null),
      })),
    );
    const { vendor } = exported;
    const labels = scores.flatMap((it) => [it.sentiment, ...it.stances]).filter((it) => it.label !== null);
    return {
      lines: rows.map((row, i) => exported.lineOf(row, scores[i]!, targets[i]!)).join(''),
      rejects: items.filter(isReject),
      rows: rows.length,
      labels: labels.length,
      vendor:
        vendor === null
          ? []
          : rows.map(({ row }, i) => [row.cells[vendor.place] ?? '', scores[i]!.sentiment.label] as const),
    };
  };
}
