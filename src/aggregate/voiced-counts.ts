/** Labels counted by voice, so that a share knows how many voices it comes from. */
import { type Cluster, alikeness, shareByRecord, shareByVoice } from './design-effect.ts';
import { KeyIndex } from './key-index.ts';
import { widened } from './key-counts.ts';
import { VoiceWeights } from './voice-weights.ts';
import type { VoicedShare } from './voiced-share.ts';

/** By what records are weighted: by how many people acted on them, or so that every voice counts once. */
export const WEIGHTINGS = ['engagement', 'voices'] as const;
export type Weighting = (typeof WEIGHTINGS)[number];

/**
 * Counts per voice and column (a label), in flat arrays: memory grows with the number of voices, by some fifty
 * bytes each. A record whose voice can't be told is a voice of its own.
 */
export class VoicedCounts {
  readonly #columns: number;
  readonly #voices = new KeyIndex();
  /** `columns` counts a voice. */
  #counts = new Uint32Array(16);
  /** Records of voices that can't be told. */
  readonly #alone: number[];
  readonly #weightOf: number[];
  readonly #weights = new VoiceWeights();

  constructor(columns: number) {
    this.#columns = columns;
    this.#alone = Array.from({ length: columns }, () => 0);
    this.#weightOf = Array.from({ length: columns }, () => 0);
  }

  /** @param voice key of the voice; null where nobody can be told */
  add(column: number, voice: number | null, weight: number): void {
    this.#weightOf[column]! += weight;
    const number = voice === null ? null : this.#voices.numberOf(voice);
    this.#weights.add(number, weight);
    if (number === null) {
      this.#alone[column]! += 1;
      return;
    }
    while ((number + 1) * this.#columns > this.#counts.length) this.#counts = widened(this.#counts);
    this.#counts[number * this.#columns + column]! += 1;
  }

  /** The column's plain share among these columns, every record counting alike; null where none was counted. */
  plain(column: number, among: readonly number[] = this.#all): VoicedShare | null {
    const clusters = this.clusters(column, among);
    if (clusters.length === 0) return null;
    return shareByRecord(clusters, alikenessOf(clusters));
  }

  /** The column's share among all columns by weight; null where none was counted. */
  weighted(column: number, by: Weighting): VoicedShare | null {
    const clusters = this.clusters(column, this.#all);
    if (clusters.length === 0) return null;
    if (by === 'voices') return shareByVoice(clusters, alikenessOf(clusters));
    return this.#byEngagement(column, alikenessOf(clusters));
  }

  #byEngagement(column: number, alike: number): VoicedShare {
    const total = this.#weightOf.reduce((sum, weight) => sum + weight, 0);
    return this.#weights.behind(this.#weightOf[column]! / total, total, alike);
  }

  get #all(): number[] {
    return this.#alone.map((_, column) => column);
  }

  /** How many records a voice has, and how many of them in the column. */
  recordsOf(voice: number, column: number): { size: number; hits: number } {
    const start = this.#voices.find(voice) * this.#columns;
    if (start < 0) return { size: 0, hits: 0 };
    const own = this.#counts.subarray(start, start + this.#columns);
    return { size: own.reduce((sum, count) => sum + count, 0), hits: own[column]! };
  }

  /** Voices with a record among these columns, those of one size and count together, in an order of their own. */
  clusters(column: number, among: readonly number[] = this.#all): Cluster[] {
    const times = new Map<number, number>();
    const count = (size: number, hits: number, more: number): void => {
      if (size > 0 && more > 0)
        times.set(size * LARGEST + hits, (times.get(size * LARGEST + hits) ?? 0) + more);
    };
    for (let voice = 0; voice < this.#voices.size; voice += 1) {
      const start = voice * this.#columns;
      let size = 0;
      for (const own of among) size += this.#counts[start + own]!;
      count(size, this.#counts[start + column]!, 1);
    }
    for (const own of among) count(1, own === column ? 1 : 0, this.#alone[own]!);
    return [...times]
      .sort(([a], [b]) => a - b)
      .map(([key, n]) => ({ size: Math.floor(key / LARGEST), hits: key % LARGEST, times: n }));
  }
}

/** Where nothing tells, 1: "100 % against" from twelve accounts is known as well as from twelve records. */
export const alikenessOf = (clusters: readonly Cluster[]): number => alikeness(clusters) ?? 1;

/** More records than one voice can have in memory. */
const LARGEST = 2 ** 26;
