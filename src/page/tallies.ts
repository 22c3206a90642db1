/** Counts of the records that a view leaves, with the same intervals as the tables. */
import { VoicedLabels } from '../aggregate/distribution.ts';
import { type Share, shareOf } from '../aggregate/interval.ts';
import { type Lean, leanOf } from '../aggregate/lean.ts';
import { SIDES, type Side, TONES, type Tone, UNKNOWN } from './payload.ts';
import type { Records } from './records.ts';

/** Shares of three labels, in the order of `TONES` or `SIDES`: left, middle, right. */
export interface Split {
  /** How many carry a label. */
  readonly n: number;
  readonly shares: readonly [left: Share, middle: Share, right: Share];
}

export type Counts = [left: number, middle: number, right: number];

export function splitOf([left, middle, right]: Readonly<Counts>): Split {
  const n = left + middle + right;
  return { n, shares: [shareOf(left, n), shareOf(middle, n), shareOf(right, n)] };
}

/**
 * The same with the voices behind it, as the tables have it: many posts by one account tell less than as many by
 * different ones, and the interval is wider by so much.
 */
export function voicedSplit(labels: VoicedLabels<Tone> | VoicedLabels<Side>): Split {
  const toned = labels as VoicedLabels<string>;
  const [left, middle, right] = toned.labels.map((label) => toned.shareOf(label));
  return { n: labels.n, shares: [left!, middle!, right!] };
}

/** Which way those who take a side lean, as the tables tell it. */
export function leanOfSides(sides: VoicedLabels<Side>): Lean {
  const n = sides.countOf('favor') + sides.countOf('against');
  return leanOf(n, sides.shareAmong('favor', ['favor', 'against']));
}

/** Tones with their voices, for the keys that are wanted alone. */
export function voicedTones(
  records: Records,
  rows: Uint32Array,
  keyOf: (index: number) => number,
  wanted: readonly number[],
): Map<number, VoicedLabels<Tone>> {
  const found = new Map(wanted.map((key) => [key, new VoicedLabels(TONES)]));
  for (const index of rows) {
    const tone = TONES[records.tone[index]!];
    if (tone !== undefined) found.get(keyOf(index))?.add(tone, false, voiceOf(records, index));
  }
  return found;
}

/** Topic and target as one key. */
export const pairOf = (topic: number, target: number): number => (topic + 1) * PAIRS + target;
const PAIRS = 2 ** 24;

/** Sides with their voices by topic and target, or by target alone where `byTopic` is false. */
export function voicedSides(
  records: Records,
  rows: Uint32Array,
  byTopic: boolean,
  wanted: readonly number[],
): Map<number, VoicedLabels<Side>> {
  const found = new Map(wanted.map((key) => [key, new VoicedLabels(SIDES)]));
  for (const index of rows) {
    const topic = byTopic ? records.topic[index]! : UNKNOWN;
    for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
      const side = SIDES[records.side[at]!];
      if (side !== undefined)
        found.get(pairOf(topic, records.target[at]!))?.add(side, false, voiceOf(records, index));
    }
  }
  return found;
}

/** Who cannot be told is a voice of its own. */
function voiceOf(records: Records, index: number): { voiceKey: number | null; weight: number } {
  const voice = records.voice[index]!;
  return { voiceKey: voice === UNKNOWN ? null : voice, weight: 1 };
}

/** Counts by a key of each record. */
export type Tally = Map<number, Counts>;

export function tonesBy(records: Records, rows: Uint32Array, keyOf: (index: number) => number): Tally {
  const tally: Tally = new Map();
  for (const index of rows)
    if (records.tone[index] !== UNKNOWN) add(tally, keyOf(index), records.tone[index]!);
  return tally;
}

/** Sides toward one target by a key of each record. */
export function sidesBy(
  records: Records,
  rows: Uint32Array,
  target: number,
  keyOf: (index: number) => number,
): Tally {
  const tally: Tally = new Map();
  for (const index of rows)
    for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1)
      if (records.target[at] === target && records.side[at] !== UNKNOWN)
        add(tally, keyOf(index), records.side[at]!);
  return tally;
}

/** Topic → target → sides. */
export function sidesByTopic(records: Records, rows: Uint32Array): Map<number, Tally> {
  const topics = new Map<number, Tally>();
  for (const index of rows)
    for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
      if (records.side[at] === UNKNOWN) continue;
      const topic = records.topic[index]!;
      const tally = topics.get(topic) ?? new Map<number, Counts>();
      topics.set(topic, tally);
      add(tally, records.target[at]!, records.side[at]!);
    }
  return topics;
}

/** Target → sides, most taken sides first. */
export function sidesByTarget(records: Records, rows: Uint32Array): [target: number, counts: Counts][] {
  const tally: Tally = new Map();
  for (const index of rows)
    for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1)
      if (records.side[at] !== UNKNOWN) add(tally, records.target[at]!, records.side[at]!);
  return [...tally].sort(([, a], [, b]) => taken(b) - taken(a) || sum(b) - sum(a));
}

/** How many take a side. */
export const taken = ([against, , favor]: Readonly<Counts>): number => against + favor;
export const sum = ([left, middle, right]: Readonly<Counts>): number => left + middle + right;

/** Key → how many records, labelled or not. */
export function countsBy(rows: Uint32Array, keyOf: (index: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const index of rows) counts.set(keyOf(index), (counts.get(keyOf(index)) ?? 0) + 1);
  return counts;
}

function add(tally: Tally, key: number, label: number): void {
  const counts = tally.get(key) ?? [0, 0, 0];
  counts[label]! += 1;
  tally.set(key, counts);
}

/** The names of the three shares of a split. */
export const LABELS = { tone: TONES, side: SIDES } as const;
export type Measure = keyof typeof LABELS;
