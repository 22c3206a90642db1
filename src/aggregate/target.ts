/** One target's figures: who takes which side, in which tone, and with which words. */
import {
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type SentimentLabel,
  type StanceLabel,
  type StanceScore,
} from '../reaction.ts';
import type { Remedy } from './correction.ts';
import { LabelCounts, VoicedLabels } from './distribution.ts';
import { DiverseEvidence, TopEvidence, confidenceOf, loudness } from './evidence.ts';
import { leanOf } from './lean.ts';
import type { Known } from './known.ts';
import type { CopyGroups } from './near-copies.ts';
import type { Checked } from './prediction-powered.ts';
import type { TargetSummary } from './summary-schema.ts';
import type { Weighting } from './voiced-counts.ts';

/** A cell where tone and side part: the reason to ask two models. */
class PartedCell {
  readonly stance: StanceLabel;
  readonly sentiment: SentimentLabel;
  readonly example = new TopEvidence(1);

  constructor(stance: StanceLabel, sentiment: SentimentLabel) {
    this.stance = stance;
    this.sentiment = sentiment;
  }
}

const LOUDEST = 3;
/** Where tone and side part, and where they do not. */
const PARTINGS = ['favor negative', 'against positive', 'neither'] as const;
type Parting = (typeof PARTINGS)[number];

export class TargetCounts {
  readonly target: string;
  readonly #stances = new VoicedLabels(STANCES);
  readonly #tones = new Map(STANCES.map((stance) => [stance, new LabelCounts(SENTIMENTS)]));
  readonly #loudest = { favor: new DiverseEvidence(), against: new DiverseEvidence() };
  readonly #partings = new VoicedLabels(PARTINGS);
  readonly #parted = [new PartedCell('favor', 'negative'), new PartedCell('against', 'positive')];

  constructor(target: string) {
    this.target = target;
  }

  /** Counts a stance toward this target; one without a label is no stance. */
  add(reaction: ScoredReaction, stance: StanceScore, known: Known): void {
    if (stance.label === null) return;
    this.#stances.add(stance.label, stance.unsure, known, known.truth?.stances.get(this.target));
    this.#addLoud(reaction, stance, stance.label, known);
    const { sentiment } = reaction;
    if (sentiment.label === null) return;
    this.#tones.get(stance.label)!.add(sentiment.label);
    this.#partings.add(partingOf(stance.label, sentiment.label), false, known);
    const sureness = (confidenceOf(stance) ?? 0) * (confidenceOf(sentiment) ?? 0);
    const rank = [sureness, ...loudness(reaction, null)];
    for (const cell of this.#parted)
      if (cell.stance === stance.label && cell.sentiment === sentiment.label)
        cell.example.add(rank, reaction, stance, known);
  }

  #addLoud(reaction: ScoredReaction, stance: StanceScore, side: StanceLabel, known: Known): void {
    if (side === 'none') return;
    const rank = loudness(reaction, confidenceOf(stance));
    this.#loudest[side].add(rank, reaction, stance, known);
  }

  /** How many carry a label. */
  get n(): number {
    return this.#stances.n;
  }

  /** How many take a side. */
  get sides(): number {
    return this.#stances.countOf('favor') + this.#stances.countOf('against');
  }

  /** Records with a stance by hand. */
  get checked(): readonly Checked[] {
    return this.#stances.checked;
  }

  summary(weighting: Weighting | null, remedy: Remedy | null, near: CopyGroups): TargetSummary {
    const tones = STANCES.map((stance) => [stance, this.#tones.get(stance)!.counts()] as const);
    const both = STANCES.reduce((sum, stance) => sum + this.#tones.get(stance)!.n, 0);
    return {
      target: this.target,
      ...this.#stances.distribution(weighting, remedy),
      lean: leanOf(this.sides, this.#stances.shareAmong('favor', ['favor', 'against'])),
      crossTable: {
        n: both,
        counts: Object.fromEntries(tones) as TargetSummary['crossTable']['counts'],
        offDiagonal: this.#parted.map(({ stance, sentiment, example }) => ({
          stance,
          sentiment,
          ...this.#partings.shareOf(partingOf(stance, sentiment)),
          example: example.list()[0] ?? null,
        })),
      },
      loudest: {
        favor: this.#loudest.favor.list(LOUDEST, near),
        against: this.#loudest.against.list(LOUDEST, near),
      },
    };
  }
}

function partingOf(stance: StanceLabel, sentiment: SentimentLabel): Parting {
  return PARTINGS.find((parting) => parting === `${stance} ${sentiment}`) ?? 'neither';
}

/** Most taken sides first, then most labelled, then by name: the same order whatever the order of rows. */
export function targetOrder(a: TargetCounts, b: TargetCounts): number {
  return b.sides - a.sides || b.n - a.n || (a.target < b.target ? -1 : 1);
}
