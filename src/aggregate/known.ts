/** What every count needs to know of a record, worked out once. */
import type { ScoredReaction } from '../reaction.ts';
import type { Truth } from './correction.ts';
import type { DayOf } from './day.ts';
import { weightOf } from './engagement.ts';
import { keyOf } from './key-of.ts';
import { copyKey } from './near-copy.ts';
import { type Voice, voiceOf } from './voice.ts';

export interface Known {
  readonly voice: Voice | null;
  /** Key of the voice; null where nobody can be told. */
  readonly voiceKey: number | null;
  /** Key of the text, the same for near-copies. */
  readonly copy: number;
  readonly weight: number;
  /** `2026-03-01` in the zone of the summary; null where the date is not known. */
  readonly day: string | null;
  /** What a person said of it; null where nobody has. */
  readonly truth: Truth | null;
}

export function knownOf(reaction: ScoredReaction, dayOf: DayOf, truth: Truth | null = null): Known {
  const voice = voiceOf(reaction);
  return {
    voice,
    voiceKey: voice && keyOf(voice.key),
    copy: copyKey(reaction.text),
    weight: weightOf(reaction.engagement),
    day: dayOf(reaction.publishedAt),
    truth,
  };
}
