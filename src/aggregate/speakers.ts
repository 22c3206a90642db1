/** The voices heard most, with the sides they take. */
import {
  SENTIMENTS,
  STANCES,
  type ScoredReaction,
  type SentimentLabel,
  type StanceLabel,
} from '../reaction.ts';
import { LabelCounts } from './distribution.ts';
import { actionsOf } from './engagement.ts';
import { KeyCounts } from './key-counts.ts';
import type { Known } from './known.ts';
import type { SpeakerSummary, Toward } from './summary-schema.ts';

/** Most voices kept with details; a million accounts of one post each would be a second copy of the export. */
const MOST_KEPT = 20_000;

class SpeakerCounts {
  readonly name: string;
  readonly handle: string | null;
  n = 0;
  actions = 0;
  readonly sentiment = new LabelCounts<SentimentLabel>(SENTIMENTS);
  readonly stances = new Map<string, LabelCounts<StanceLabel>>();

  constructor(name: string, handle: string | null) {
    this.name = name;
    this.handle = handle;
  }

  add(reaction: ScoredReaction): void {
    this.n += 1;
    this.actions += actionsOf(reaction.engagement);
    const { label, unsure } = reaction.sentiment;
    if (label !== null) this.sentiment.add(label, unsure, 1);
    for (const stance of reaction.stances)
      if (stance.label !== null) this.#toward(stance.target).add(stance.label, stance.unsure, 1);
  }

  #toward(target: string): LabelCounts<StanceLabel> {
    const counts = this.stances.get(target) ?? new LabelCounts(STANCES);
    this.stances.set(target, counts);
    return counts;
  }

  summary(): SpeakerSummary {
    const stances = Array.from(this.stances, ([target, counts]) => towardOf(target, counts));
    return {
      name: this.name,
      handle: this.handle,
      n: this.n,
      actions: this.actions,
      sentiment: this.sentiment.counts(),
      stances: stances.sort((a, b) => (a.target < b.target ? -1 : 1)),
    };
  }
}

/** The sides taken toward one target, as a summary holds them. */
export function towardOf(target: string, counts: LabelCounts<StanceLabel>): Toward {
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
    this.#all.add(voiceKey);
    const speaker = this.#kept.get(voiceKey) ?? new SpeakerCounts(voice.name, voice.handle);
    this.#kept.set(voiceKey, speaker);
    speaker.add(reaction);
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
   * The voices with most records, largest first. A voice that was forgotten on the way and came back has lost
   * part of its details, and is left out.
   */
  list(most: number): SpeakerSummary[] {
    return [...this.#kept]
      .filter(([key, speaker]) => this.#all.countOf(key) === speaker.n)
      .map(([, speaker]) => speaker)
      .sort((a, b) => speakerOrder(a, b))
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
