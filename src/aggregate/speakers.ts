/** The voices heard most, with the sides they take. */
import type { ScoredReaction, StanceLabel } from '../reaction.ts';
import type { LabelCounts } from './distribution.ts';
import { actionsOf } from './engagement.ts';
import { KeyCounts } from './key-counts.ts';
import type { Known } from './known.ts';
import type { SpeakerSummary, Toward } from './summary-schema.ts';

/**
 * Voices kept with details, before the quieter half is let go. A million accounts of one post each would
 * otherwise be a second copy of the export.
 */
const MOST_KEPT = 2_000;

/** Plain numbers, as there may be thousands of these in each of many topics. */
class SpeakerCounts {
  readonly name: string;
  readonly handle: string | null;
  /** All records of the voice, also those from before its details were kept. */
  n = 0;
  actions = 0;
  readonly sentiment = { negative: 0, neutral: 0, positive: 0 };
  readonly stances: { target: string; favor: number; against: number; none: number }[] = [];

  constructor(name: string, handle: string | null) {
    this.name = name;
    this.handle = handle;
  }

  add({ engagement, sentiment, stances }: ScoredReaction, n: number): void {
    this.n = n;
    this.actions += actionsOf(engagement);
    if (sentiment.label !== null) this.sentiment[sentiment.label] += 1;
    for (const { target, label } of stances) if (label !== null) this.#toward(target)[label] += 1;
  }

  #toward(target: string): Record<StanceLabel, number> {
    const known = this.stances.find((toward) => toward.target === target);
    if (known !== undefined) return known;
    const toward = { target, favor: 0, against: 0, none: 0 };
    this.stances.push(toward);
    return toward;
  }

  summary(): SpeakerSummary {
    return {
      name: this.name,
      handle: this.handle,
      n: this.n,
      actions: this.actions,
      sentiment: { ...this.sentiment },
      stances: structuredClone(this.stances).sort((a, b) => compared(a.target, b.target)),
    };
  }
}

/** The sides taken toward one target, as a summary holds them. */
export function towardOf(target: string, counts: Pick<LabelCounts<StanceLabel>, 'counts'>): Toward {
  const { favor, against, none } = counts.counts();
  return { target, favor, against, none };
}

export class VoiceCounts {
  readonly #all = new KeyCounts();
  #kept = new Map<number, SpeakerCounts>();
  #unidentified = 0;

  add(reaction: ScoredReaction, { voice, voiceKey }: Known): void {
    if (voice === null || voiceKey === null) {
      this.#unidentified += 1;
      return;
    }
    const speaker = this.#kept.get(voiceKey) ?? new SpeakerCounts(voice.name, voice.handle);
    this.#kept.set(voiceKey, speaker);
    speaker.add(reaction, this.#all.add(voiceKey));
    if (this.#kept.size > MOST_KEPT) this.#forgetQuietest();
  }

  /** How many different voices could be told apart. */
  get distinct(): number {
    return this.#all.size;
  }

  /** Records whose voice can't be told. */
  get unidentified(): number {
    return this.#unidentified;
  }

  /** Records by the `most` loudest voices together, and how many voices that is. */
  loudest(most: number): { accounts: number; n: number } {
    const counts = this.#all.largest(most);
    return { accounts: counts.length, n: counts.reduce((sum, count) => sum + count, 0) };
  }

  /**
   * The voices with most records, largest first. Their `n` is exact; where more voices than 2,000 speak, the
   * other figures of a voice may miss some of its first records.
   */
  list(most: number): SpeakerSummary[] {
    return [...this.#kept.values()]
      .sort(speakerOrder)
      .slice(0, most)
      .map((speaker) => speaker.summary());
  }

  #forgetQuietest(): void {
    const loud = [...this.#kept].sort(([, a], [, b]) => speakerOrder(a, b)).slice(0, MOST_KEPT / 2);
    this.#kept = new Map(loud);
  }
}

function speakerOrder(a: SpeakerCounts, b: SpeakerCounts): number {
  return (
    b.n - a.n || b.actions - a.actions || compared(a.name, b.name) || compared(a.handle ?? '', b.handle ?? '')
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
