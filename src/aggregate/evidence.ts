/** Examples: the records that stand for a figure, few and with their place. */
import { z } from 'zod';
import {
  KINDS,
  PLATFORMS,
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type StanceScore,
  engagementSchema,
  rationaleSchema,
} from '../reaction.ts';
import { clipped } from './clipped.ts';
import { actionsOf } from './engagement.ts';
import type { Known } from './known.ts';
import { wordingKey } from './minhash.ts';
import type { CopyGroups } from './near-copies.ts';

/** The longest example kept, in UTF-16 units; a summary holds examples and is no second copy of the records. */
const LONGEST = 600;

/** A record cut down to what a reader needs to judge it and to find it. */
export const evidenceSchema = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    /** At most 600 characters; a cut text ends in `…`. */
    text: z.string(),
    speaker: z.string().nullable(),
    handle: z.string().nullable(),
    platform: z.enum(PLATFORMS).nullable(),
    engagement: engagementSchema,
    publishedAt: z.string().nullable(),
    url: z.string().nullable(),
    document: z.string(),
    row: z.int().positive().nullable(),
    start: z.int().nonnegative(),
    sentiment: z.enum(SENTIMENTS).nullable(),
    /** Toward the target under which the example stands; null where it stands under none. */
    stance: z.enum(STANCES).nullable(),
    /** Whether the label for which it is shown reached no threshold. */
    unsure: z.boolean(),
    /** The words that carried that label, where they were asked for. */
    rationale: rationaleSchema.optional(),
    /** The sides it takes, toward every target asked about. */
    sides: z
      .array(
        z
          .object({ target: z.string(), stance: z.enum(['favor', 'against']), unsure: z.boolean() })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();

export type Evidence = z.infer<typeof evidenceSchema>;

/** The record as an example of its stance, or with no stance, of its sentiment. */
export function evidenceOf(reaction: ScoredReaction, stance: StanceScore | null): Evidence {
  const { id, kind, speaker, author, platform, engagement, publishedAt, url, provenance } = reaction;
  const shown = stance ?? reaction.sentiment;
  const text = clipped(reaction.text, LONGEST);
  return {
    id,
    kind,
    text,
    speaker: speaker?.name ?? null,
    handle: author?.handle ?? null,
    platform,
    engagement,
    publishedAt,
    url,
    document: provenance.document,
    row: provenance.row,
    start: provenance.start,
    sentiment: reaction.sentiment.label,
    stance: stance?.label ?? null,
    unsure: shown.unsure,
    ...(shown.rationale && {
      rationale: shown.rationale.filter((word) => text.startsWith(word.text, word.start)),
    }),
    sides: reaction.stances.flatMap(sideOf),
  };
}

function sideOf({ target, label, unsure }: StanceScore): Evidence['sides'][number][] {
  return label === 'favor' || label === 'against' ? [{ target, stance: label, unsure }] : [];
}

/** How strongly a record claims a place: compared number by number, larger first. */
export type Rank = readonly number[];

/** By engagement, then by views, then by the model's confidence. */
export function loudness(reaction: ScoredReaction, probability: number | null): Rank {
  return [actionsOf(reaction.engagement), reaction.engagement.views ?? 0, probability ?? 0];
}

/** The probability that the model gives its own label; null where there is none. */
export function confidenceOf<L extends string>(
  score: { readonly label: L | null } & Readonly<Record<L, number | null>>,
): number | null {
  return score.label === null ? null : score[score.label];
}

interface Kept {
  readonly rank: Rank;
  readonly key: number;
  readonly known: Known;
  readonly evidence: Evidence;
}

/**
 * The few that rank highest, one of each key; among equals those that stand first. The order of adding does not
 * matter.
 */
export class TopEvidence {
  readonly #most: number;
  #kept: Kept[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** `keyOf` tells which records are one; near-copies unless given. */
  add(
    rank: Rank,
    reaction: ScoredReaction,
    stance: StanceScore | null,
    known: Known,
    keyOf: () => number = () => known.copy,
  ): void {
    const last = this.#kept[this.#most - 1];
    // Most records of a large run end here, before an example is made of them.
    if (last !== undefined && rankOrder(last.rank, rank) < 0) return;
    const found: Kept = { rank, key: keyOf(), known, evidence: evidenceOf(reaction, stance) };
    const twin = this.#kept.find((kept) => kept.key === found.key);
    if (twin !== undefined && keptOrder(twin, found) <= 0) return;
    this.#kept = [...this.#kept.filter((kept) => kept !== twin), found].sort(keptOrder).slice(0, this.#most);
  }

  list(): Evidence[] {
    return this.#kept.map((kept) => kept.evidence);
  }

  kept(): readonly Kept[] {
    return this.#kept;
  }
}

/** Candidates by wording and as many by voice, so that neither one campaign nor one account fills them all. */
const CANDIDATES = 40;

/**
 * The few that rank highest and differ: no near-copies, and one a voice as long as there are other voices. The order
 * of adding does not matter.
 */
export class DiverseEvidence {
  readonly #wordings = new TopEvidence(CANDIDATES);
  readonly #voices = new TopEvidence(CANDIDATES);

  add(rank: Rank, reaction: ScoredReaction, stance: StanceScore | null, known: Known): void {
    this.#wordings.add(rank, reaction, stance, known, () => wordingKey(reaction.text) ?? known.copy);
    this.#voices.add(rank, reaction, stance, known, () => known.voiceKey ?? known.copy);
  }

  /** @param near which texts of the whole run are near-copies */
  list(most: number, { groupOf }: CopyGroups): Evidence[] {
    const candidates = [...this.#wordings.kept(), ...this.#voices.kept()].sort(keptOrder);
    const chosen = new Map<number, Kept>();
    const voices = new Set<number>();
    for (const isNewVoiceAsked of [true, false])
      for (const kept of candidates) {
        const { copy, voiceKey } = kept.known;
        if (chosen.size === most || chosen.has(groupOf(copy))) continue;
        if (isNewVoiceAsked && voiceKey !== null && voices.has(voiceKey)) continue;
        chosen.set(groupOf(copy), kept);
        if (voiceKey !== null) voices.add(voiceKey);
      }
    return [...chosen.values()].sort(keptOrder).map(({ evidence }) => evidence);
  }
}

function keptOrder(a: Kept, b: Kept): number {
  return rankOrder(a.rank, b.rank) || postOrder(a.evidence, b.evidence) || placeOrder(a.evidence, b.evidence);
}

/** Rows stand in an export by chance: equals go by what they are. */
function postOrder(a: Evidence, b: Evidence): number {
  if (a.row === null || b.row === null) return 0;
  const [first, second] = [a, b].map(({ text, speaker, handle, publishedAt }) => [
    text,
    speaker,
    handle,
    publishedAt,
  ]);
  const differing = first!.findIndex((value, at) => value !== second![at]);
  if (differing < 0) return 0;
  return (first![differing] ?? '') < (second![differing] ?? '') ? -1 : 1;
}

function rankOrder(a: Rank, b: Rank): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return other - value;
  }
  return 0;
}

/** In the order of reading: by document, then by row or offset. */
export function placeOrder(a: Evidence, b: Evidence): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0) || a.start - b.start || (a.id < b.id ? -1 : Number(a.id > b.id));
}
