/** What gives texts their topics: topics that a person named, or that were found. */
import { OTHER_TOPIC, type TopicShare } from '../reaction.ts';

/** Vectors of length 1, one per text, in order. */
export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

export interface Assigner {
  /** In order of precedence, `other` left out. */
  readonly names: readonly string[];
  /**
   * Topics of each text with scores of 0–1, the one that counts first; never none: what fits no topic is
   * `other` with score 1.
   */
  assign(texts: readonly string[]): Promise<TopicShare[][]>;
}

export const others = (): TopicShare[] => [{ name: OTHER_TOPIC, score: 1 }];
