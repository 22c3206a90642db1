/** Labels that persons gave to some records, found again by id or by text. */
import type { ScoredReaction, SentimentLabel, StanceLabel } from '../reaction.ts';
import type { HandGiven, Truth } from './correction.ts';

/** One line of a file of labels. */
export interface HandLabel {
  /** The record's own id or the post's; null where the text tells which it is. */
  readonly id: string | null;
  readonly text: string;
  readonly sentiment?: SentimentLabel;
  readonly stance?: { readonly target: string; readonly label: StanceLabel };
  /** Chance of the record to be drawn; null where all had the same. */
  readonly probability: number | null;
}

interface Gathered {
  sentiment: HandGiven<SentimentLabel> | null;
  readonly stances: Map<string, HandGiven<StanceLabel>>;
}

export class HandLabels {
  readonly #byKey = new Map<string, Gathered>();
  readonly #met = new Set<string>();

  constructor(labels: Iterable<HandLabel>) {
    for (const { id, text, sentiment, stance, probability } of labels) {
      const key = id === null ? textKey(text) : idKey(id);
      const gathered = this.#byKey.get(key) ?? {
        sentiment: null,
        stances: new Map<string, HandGiven<StanceLabel>>(),
      };
      this.#byKey.set(key, gathered);
      const weight = 1 / (probability ?? 1);
      if (sentiment !== undefined) gathered.sentiment = { label: sentiment, weight };
      if (stance !== undefined) gathered.stances.set(stance.target, { label: stance.label, weight });
    }
  }

  /** How many records the labels are for. */
  get size(): number {
    return this.#byKey.size;
  }

  /** How many of them were met so far. */
  get met(): number {
    return this.#met.size;
  }

  truthOf({ id, sourceId, text }: Pick<ScoredReaction, 'id' | 'sourceId' | 'text'>): Truth | null {
    const keys = [idKey(id), ...(sourceId === null ? [] : [idKey(sourceId)]), textKey(text)];
    const key = keys.find((it) => this.#byKey.has(it));
    if (key === undefined) return null;
    this.#met.add(key);
    return this.#byKey.get(key)!;
  }
}

const idKey = (id: string): string => `id\u0000${id}`;
const textKey = (text: string): string => `text\u0000${text.replace(/\s+/g, ' ').trim()}`;
