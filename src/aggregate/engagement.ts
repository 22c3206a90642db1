/** What a record's engagement counts as, where records are ranked or weighted by it. */
import type { Engagement } from '../reaction.ts';

/** Likes, reposts, replies and quotes together: what people did. Views are left out, as nobody acted. */
export function actionsOf(engagement: Engagement): number {
  const { likes = 0, reposts = 0, replies = 0, quotes = 0 } = engagement;
  return likes + reposts + replies + quotes;
}

/** A record's weight by engagement: itself and everybody who acted on it, so 1 where nothing is known. */
export function weightOf(engagement: Engagement): number {
  return 1 + actionsOf(engagement);
}
