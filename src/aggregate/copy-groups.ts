/**
 * Groups of near-copies in one topic: how many accounts said it, and how fast. Posting nearly the same at nearly
 * the same time is the trace by which coordinated accounts are found (Keller et al. 2020; Pacheco et al. 2021,
 * "Uncovering Coordinated Networks on Social Media"; Schoch et al. 2022). It is a trace and no proof: a petition's
 * text leaves it as well.
 */
import { z } from 'zod';
import type { ScoredReaction } from '../reaction.ts';
import { shareOf } from './interval.ts';
import { KeyCounts } from './key-counts.ts';
import type { Known } from './known.ts';
import type { CopyGroups } from './near-copies.ts';
import { shareSchema } from './share-schema.ts';
import { wordsAlone } from './words-alone.ts';

/** A group looks coordinated where so many accounts post it within `BURST`, not as reposts, … */
const BURST_ACCOUNTS = 5;
const BURST = 60 * 60_000;
/** … and its text has at least this many words: "thank you so much" is said by thousands alone. */
const BURST_WORDS = 6;
const MOST = 10;

const count = z.int().nonnegative();

export const copyGroupSchema = z
  .object({
    /** The beginning of the wording that most use. */
    text: z.string().nullable(),
    ...shareSchema.unwrap().shape,
    /** Different wordings. */
    wordings: count,
    /** Accounts that could be told apart. */
    voices: count,
    /** How many of `n` are marked as reposts. */
    reposts: count,
    first: z.string().nullable(),
    last: z.string().nullable(),
    /** The most accounts that posted it, reposts aside, within one hour, and when that hour begins. */
    burst: z.object({ voices: count, from: z.string().nullable() }).readonly(),
    /** Five accounts or more within an hour, with six words or more. */
    coordinated: z.boolean(),
  })
  .readonly();

export const copyGroupsSchema = z
  .object({
    /** Groups of two records or more, and the records in them among all. */
    groups: count,
    ...shareSchema.unwrap().shape,
    /** How many of the groups look coordinated. */
    coordinated: count,
    /** The ten largest, those that look coordinated first. */
    largest: z.array(copyGroupSchema).readonly(),
  })
  .readonly();

export type CopyGroup = z.infer<typeof copyGroupSchema>;
export type CopyGroupsSummary = z.infer<typeof copyGroupsSchema>;

export interface CopyFigures {
  /** Different texts, near-copies counted once. */
  readonly texts: number;
  readonly largest: { readonly n: number; readonly text: string | null };
  readonly groups: CopyGroupsSummary;
}

/** 24 bytes a record, so that a group may be looked at once its members are known. */
export class CopyGroupCounts {
  readonly #counts = new KeyCounts();
  readonly #copies: number[] = [];
  readonly #voices: number[] = [];
  /** Milliseconds; NaN for no date. */
  readonly #times: number[] = [];
  readonly #reposts = new Set<number>();

  add({ publishedAt, repostOf }: ScoredReaction, { copy, voiceKey }: Known): void {
    this.#counts.add(copy);
    if (repostOf !== null) this.#reposts.add(this.#copies.length);
    this.#copies.push(copy);
    this.#voices.push(voiceKey ?? Number.NaN);
    this.#times.push(publishedAt === null ? Number.NaN : Date.parse(publishedAt));
  }

  /** @param base all records, of which the shares are */
  figures(base: number, near: CopyGroups): CopyFigures {
    const members = this.#members(near);
    const groups = [...members.values()].map((records) => this.#groupOf(records, base, near));
    const coordinated = groups.filter((group) => group.coordinated).length;
    const n = groups.reduce((sum, group) => sum + group.n, 0);
    const merged = groups.reduce((sum, group) => sum + group.wordings - 1, 0);
    groups.sort(bySize);
    const [first] = groups;
    return {
      texts: this.#counts.size - merged,
      largest: first === undefined ? { n: Math.min(1, this.#counts.size), text: null } : first,
      groups: {
        groups: groups.length,
        ...shareOf(n, base),
        coordinated,
        largest: groups
          .toSorted((a, b) => Number(b.coordinated) - Number(a.coordinated) || bySize(a, b))
          .slice(0, MOST),
      },
    };
  }

  /** Records of each group of two or more. */
  #members({ groupOf }: CopyGroups): Map<number, number[]> {
    const sizes = new Map<number, number>();
    for (const copy of this.#copies) sizes.set(groupOf(copy), (sizes.get(groupOf(copy)) ?? 0) + 1);
    const members = new Map<number, number[]>();
    this.#copies.forEach((copy, record) => {
      const group = groupOf(copy);
      if (sizes.get(group)! < 2) return;
      const own = members.get(group);
      if (own === undefined) members.set(group, [record]);
      else own.push(record);
    });
    return members;
  }

  #groupOf(records: readonly number[], base: number, near: CopyGroups): CopyGroup {
    const wordings = new Map<number, number>();
    for (const record of records) {
      const copy = this.#copies[record]!;
      wordings.set(copy, (wordings.get(copy) ?? 0) + 1);
    }
    const [most] = [...wordings].sort(([a, n], [b, m]) => m - n || a - b)[0]!;
    const text = near.textOf(most);
    const voices = new Set(records.map((record) => this.#voices[record]!).filter(isKnown));
    const times = records.map((record) => this.#times[record]!).filter(isKnown);
    const burst = this.#burstOf(records);
    const words = text === null ? 0 : wordsAlone(text).split(' ').length;
    return {
      text,
      ...shareOf(records.length, base),
      wordings: wordings.size,
      voices: voices.size,
      reposts: records.filter((record) => this.#reposts.has(record)).length,
      first: times.length === 0 ? null : iso(times.reduce((a, b) => Math.min(a, b))),
      last: times.length === 0 ? null : iso(times.reduce((a, b) => Math.max(a, b))),
      burst,
      coordinated: burst.voices >= BURST_ACCOUNTS && words >= BURST_WORDS,
    };
  }

  /** The hour in which most accounts posted. */
  #burstOf(records: readonly number[]): CopyGroup['burst'] {
    const posted = records
      .filter((record) => !this.#reposts.has(record))
      .map((record) => ({ voice: this.#voices[record]!, time: this.#times[record]! }))
      .filter(({ voice, time }) => isKnown(voice) && isKnown(time))
      .sort((a, b) => a.time - b.time);
    const inside = new Map<number, number>();
    let best: CopyGroup['burst'] = { voices: 0, from: null };
    let start = 0;
    for (const { voice, time } of posted) {
      inside.set(voice, (inside.get(voice) ?? 0) + 1);
      for (; posted[start]!.time < time - BURST; start += 1) leave(inside, posted[start]!.voice);
      if (inside.size > best.voices) best = { voices: inside.size, from: iso(posted[start]!.time) };
    }
    return best;
  }
}

function leave(inside: Map<number, number>, voice: number): void {
  const left = inside.get(voice)! - 1;
  if (left === 0) inside.delete(voice);
  else inside.set(voice, left);
}

function bySize(a: CopyGroup, b: CopyGroup): number {
  return b.n - a.n || b.voices - a.voices || ((a.text ?? '') < (b.text ?? '') ? -1 : 1);
}

const isKnown = (value: number): boolean => !Number.isNaN(value);
const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
