/** How the sentiment that an export brings along agrees with ours. */
import { SENTIMENTS, type SentimentLabel } from '../reaction.ts';

const WORDS: Readonly<Record<string, SentimentLabel>> = {
  negative: 'negative',
  neg: 'negative',
  neutral: 'neutral',
  neu: 'neutral',
  positive: 'positive',
  pos: 'positive',
};

/** `Negative`, `pos`, `-0.4`; null for anything else, as `mixed` or `unknown`. */
export function vendorLabel(cell: string): SentimentLabel | null {
  const word = cell.trim().toLowerCase();
  const named = WORDS[word];
  if (named !== undefined) return named;
  if (!/^[+-]?\d+([.,]\d+)?$/.test(word)) return null;
  const number = Number(word.replace(',', '.'));
  if (Math.abs(number) > 1) return null;
  return number < 0 ? 'negative' : number > 0 ? 'positive' : 'neutral';
}

const COUNTS = SENTIMENTS.length ** 2;

/** Counts of the vendor's label by ours; one number after the other, so that a journal can keep them. */
export class Agreement {
  readonly #counts: number[];

  constructor(counts: readonly number[] = []) {
    this.#counts = Array.from({ length: COUNTS }, (_, i) => counts[i] ?? 0);
  }

  get counts(): readonly number[] {
    return [...this.#counts];
  }

  /** Adds a row where both have a label. */
  add(vendorCell: string, ours: SentimentLabel | null): void {
    const vendor = vendorLabel(vendorCell);
    if (vendor === null || ours === null) return;
    this.#counts[placeOf(vendor, ours)]! += 1;
  }

  /** A table for people, vendor's labels in rows; empty where there is nothing to compare. */
  table(file: string, column: string): string {
    const total = sum(this.#counts);
    if (total === 0) return '';
    const same = sum(SENTIMENTS.map((label) => this.#of(label, label)));
    const lines = [
      `${file}: sentiment in "${column}" and ours agree on ${same} of ${total} rows (${percent(same, total)})`,
      row(
        '',
        SENTIMENTS.map((label) => `ours ${label}`),
      ),
      ...SENTIMENTS.map((vendor) =>
        row(
          vendor,
          SENTIMENTS.map((ours) => String(this.#of(vendor, ours))),
        ),
      ),
    ];
    return lines.join('\n');
  }

  #of(vendor: SentimentLabel, ours: SentimentLabel): number {
    return this.#counts[placeOf(vendor, ours)]!;
  }
}

const placeOf = (vendor: SentimentLabel, ours: SentimentLabel): number =>
  SENTIMENTS.indexOf(vendor) * SENTIMENTS.length + SENTIMENTS.indexOf(ours);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;
const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(9)}${cells.map((cell) => cell.padStart(15)).join('')}`;
