/** The quotations that tell most of a side: sure, heard, long enough to say something, and each but once. */
import { wordsAlone } from '../aggregate/words-alone.ts';
import { UNKNOWN } from './payload.ts';
import type { Records } from './records.ts';

/** Records looked at for one side: those that rank first by what needs no words. */
const CANDIDATES = 400;
/** A post this long has room for a thought, and one much longer is no quotation any more. */
const [SHORT, LONG] = [60, 320];

interface Claim {
  readonly index: number;
  readonly weight: number;
}

/** Which label of a record is shown, and how sure it is; null where the record does not carry it. */
export type Carries = (index: number) => { readonly p: number; readonly unsure: boolean } | null;

/** At most `most` records of `rows` that carry the label, most telling first, one a voice and a text. */
export function tellingOf(records: Records, rows: Uint32Array, carries: Carries, most: number): number[] {
  const claims: Claim[] = [];
  for (const index of rows) {
    const label = carries(index);
    if (label === null) continue;
    const heard = 1 + Math.log10(1 + records.actions[index]!) / 2;
    claims.push({ index, weight: (label.p / 100) ** 2 * heard * (label.unsure ? 0.4 : 1) });
  }
  claims.sort((a, b) => b.weight - a.weight || a.index - b.index);
  const ranked = claims
    .slice(0, CANDIDATES)
    .map(({ index, weight }) => ({ index, weight: weight * roomOf(records.words?.text[index] ?? '') }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  return distinct(records, ranked, most);
}

const roomOf = (text: string): number =>
  Math.min(1, (text.length / SHORT) ** 2, LONG / Math.max(1, text.length));

function distinct(records: Records, ranked: readonly Claim[], most: number): number[] {
  const seen = new Set<string>();
  const chosen: number[] = [];
  for (const { index } of ranked) {
    const keys = [`text ${wordsAlone(records.words?.text[index] ?? '')}`];
    if (records.voice[index] !== UNKNOWN) keys.push(`voice ${records.voice[index]}`);
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    chosen.push(index);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** Carries this tone. */
export function toned(records: Records, tone: number): Carries {
  const { toneP, toneUnsure } = records.facts.records;
  return (index) =>
    records.tone[index] === tone ? { p: toneP[index]!, unsure: toneUnsure[index] === 1 } : null;
}

/** Takes this side toward the target. */
export function sided(records: Records, target: number, side: number): Carries {
  const { p, unsure } = records.facts.stances;
  return (index) => {
    for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1)
      if (records.target[at] === target && records.side[at] === side)
        return { p: p[at]!, unsure: unsure[at] === 1 };
    return null;
  };
}
