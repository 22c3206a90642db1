/** What every route is served from. */
import type { EventHub } from './hub.ts';
import type { Kept } from './answers.ts';
import type { Metrics } from './metrics.ts';
import type { Pace } from './pace.ts';
import type { CurrentResult } from './result.ts';
import type { ScoringDesk } from './scoring-desk.ts';

export interface Serving {
  readonly current: CurrentResult;
  readonly desk: ScoringDesk;
  /** Null where nobody watches the folder. */
  readonly hub: EventHub | null;
  readonly metrics: Metrics;
  /** Of answers too long to be made at once. */
  readonly pace: Pace;
  /** Answers that took a question to the table, by version and question. */
  readonly figures: Map<string, Promise<Kept>>;
}
