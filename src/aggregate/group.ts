/** All figures of one group of records: a topic, or everything. */
import { SENTIMENTS, type ScoredReaction } from '../reaction.ts';
import { CopyGroupCounts, type CopyFigures } from './copy-groups.ts';
import { SeriesCounts } from './series.ts';
import { type Clock, TimelineCounts } from './timeline.ts';
import { type Asked, VoicedLabels } from './distribution.ts';
import { DiverseEvidence, TopEvidence, confidenceOf, loudness, placeOrder } from './evidence.ts';
import { shareOf } from './interval.ts';
import { keyOf } from './key-of.ts';
import type { Known } from './known.ts';
import type { CopyGroups } from './near-copies.ts';
import type { Checked } from './prediction-powered.ts';
import { VoiceCounts } from './speakers.ts';
import type { GroupSummary } from './summary-schema.ts';
import { TargetCounts, targetOrder } from './target.ts';
import type { Weighting } from './voiced-counts.ts';

const LOUDEST = 3;
const LOUDEST_VOICES = 10;
const SPEAKERS = 20;
const SAID = 15;

export class GroupCounts {
  readonly #kinds = { quotation: 0, post: 0 };
  readonly #unlabelled = { n: 0, noText: 0, unsupportedLanguage: 0, other: 0 };
  readonly #sentiment = new VoicedLabels(SENTIMENTS);
  readonly #targets = new Map<string, TargetCounts>();
  readonly #voices = new VoiceCounts();
  readonly #copies = new CopyGroupCounts();
  readonly #series = new SeriesCounts();
  readonly #platforms = new Map<NonNullable<ScoredReaction['platform']>, number>();
  readonly #languages = new Map<string, number>();
  readonly #loudest = { negative: new DiverseEvidence(), positive: new DiverseEvidence() };
  readonly #said = new TopEvidence(SAID);
  readonly #commentary = new CommentaryCounts();
  #indirect = 0;
  readonly #timeline: TimelineCounts;
  #reposts = 0;

  constructor(clock: Clock) {
    this.#timeline = new TimelineCounts(clock);
  }

  /** Counts one record; commentary goes apart and enters no share. */
  add(reaction: ScoredReaction, known: Known): void {
    if (reaction.kind === 'commentary') {
      this.#commentary.add(reaction, known);
      return;
    }
    this.#kinds[reaction.kind] += 1;
    if (reaction.flags.includes('indirect')) this.#indirect += 1;
    if (reaction.repostOf !== null) this.#reposts += 1;
    if (reaction.platform !== null) countOne(this.#platforms, reaction.platform);
    if (reaction.language !== null) countOne(this.#languages, reaction.language);
    this.#voices.add(reaction, known);
    if (!reaction.flags.includes('no-text')) this.#copies.add(reaction, known);
    this.#series.add(reaction, known);
    this.#timeline.add(reaction.publishedAt);
    this.#addSaid(reaction, known);
    this.#addLabels(reaction, known);
  }

  #addLabels(reaction: ScoredReaction, known: Known): void {
    const { label, unsure } = reaction.sentiment;
    if (label === null) this.#addUnlabelled(reaction);
    else this.#sentiment.add(label, unsure, known, known.truth?.sentiment);
    if (label === 'negative' || label === 'positive')
      this.#loudest[label].add(loudness(reaction, confidenceOf(reaction.sentiment)), reaction, null, known);
    for (const stance of reaction.stances) this.#toward(stance.target).add(reaction, stance, known);
  }

  #addSaid(reaction: ScoredReaction, known: Known): void {
    if (reaction.flags.includes('no-text')) return;
    // Two people who say the same words in a text are two voices; two rows of the same words may be one campaign.
    const key = reaction.provenance.row === null ? keyOf(reaction.id) : known.copy;
    this.#said.add(loudness(reaction, null), reaction, null, known, () => key);
  }

  #addUnlabelled({ flags }: ScoredReaction): void {
    this.#unlabelled.n += 1;
    if (flags.includes('no-text')) this.#unlabelled.noText += 1;
    else if (flags.includes('unsupported-language')) this.#unlabelled.unsupportedLanguage += 1;
    else this.#unlabelled.other += 1;
  }

  #toward(target: string): TargetCounts {
    const counts = this.#targets.get(target) ?? new TargetCounts(target);
    this.#targets.set(target, counts);
    return counts;
  }

  /** Records that carry a sentiment label. */
  get labelled(): number {
    return this.#sentiment.n;
  }

  /** Quotations and posts counted. */
  get n(): number {
    return this.#kinds.quotation + this.#kinds.post;
  }

  /** Records with a label by hand, of sentiment and of stance toward any target. */
  get checked(): { readonly sentiment: readonly Checked[]; readonly stance: readonly Checked[] } {
    const stance = [...this.#targets.values()].flatMap(({ checked }) => checked);
    return { sentiment: this.#sentiment.checked, stance };
  }

  /** @param near which texts of the whole run are near-copies */
  summary({ weighting, remedies }: Asked, near: CopyGroups): GroupSummary {
    const copies = this.#copies.figures(this.n, near);
    const targets = [...this.#targets.values()].filter(({ n }) => n > 0).sort(targetOrder);
    return {
      n: this.n,
      kinds: { ...this.#kinds },
      indirect: this.#indirect,
      reposts: this.#reposts,
      unlabelled: { ...this.#unlabelled },
      voices: { distinct: this.#voices.distinct, unidentified: this.#voices.unidentified },
      texts: copies.texts,
      concentration: this.#concentration(copies),
      copies: copies.groups,
      platforms: byCount(this.#platforms).map(([platform, n]) => ({ platform, n })),
      languages: byCount(this.#languages).map(([language, n]) => ({ language, n })),
      sentiment: this.#sentiment.distribution(weighting, remedies.sentiment),
      loudest: {
        negative: this.#loudest.negative.list(LOUDEST, near),
        positive: this.#loudest.positive.list(LOUDEST, near),
      },
      said: this.#said.list().sort(placeOrder),
      targets: targets.map((target) => target.summary(weighting, remedies.stance, near)),
      speakers: this.#voices.list(SPEAKERS),
      days: this.#series.list(targets.map(({ target }) => target)),
      undated: this.#series.undated,
      timeline: this.#timeline.timeline(),
      commentary: this.#commentary.summary(weighting),
    };
  }

  #concentration({ largest }: CopyFigures): GroupSummary['concentration'] {
    const loudest = this.#voices.loudest(LOUDEST_VOICES);
    return {
      loudest: { voices: loudest.accounts, ...shareOf(loudest.n, this.n) },
      copies: { text: largest.text, ...shareOf(largest.n, this.n) },
    };
  }
}

class CommentaryCounts {
  #n = 0;
  readonly #sentiment = new VoicedLabels(SENTIMENTS);
  readonly #examples = new TopEvidence(LOUDEST);

  add(reaction: ScoredReaction, known: Known): void {
    const { label, unsure } = reaction.sentiment;
    this.#n += 1;
    if (label !== null) this.#sentiment.add(label, unsure, known);
    const rank = [confidenceOf(reaction.sentiment) ?? 0];
    this.#examples.add(rank, reaction, null, known);
  }

  summary(weighting: Weighting | null): GroupSummary['commentary'] {
    return {
      n: this.#n,
      sentiment: this.#sentiment.distribution(weighting),
      examples: this.#examples.list(),
    };
  }
}

function countOne<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<K extends string>(counts: Map<K, number>): [K, number][] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
