/** Shares of labels where somebody else has counted them by voice, as a database does. */
import { type Cluster, shareByRecord } from './design-effect.ts';
import { intervalOf } from './distribution.ts';
import type { Share } from './interval.ts';
import { alikenessOf } from './voiced-counts.ts';

/** How many records of each label a voice has, and how many voices have just so many. */
export interface VoiceProfile {
  readonly counts: readonly number[];
  readonly times: number;
}

/** The share of the label in that column, with an interval that knows which records are by one voice. */
export function shareOfVoices(profiles: readonly VoiceProfile[], column: number): Share {
  const clusters = clustersOf(profiles, column);
  const n = clusters.reduce((sum, { hits, times }) => sum + hits * times, 0);
  if (clusters.length === 0) return { n, share: null, lo: null, hi: null };
  return { n, ...intervalOf(shareByRecord(clusters, alikenessOf(clusters))) };
}

/** In the order in which voices that were counted here come, so that sums are the same to the last bit. */
function clustersOf(profiles: readonly VoiceProfile[], column: number): Cluster[] {
  const merged = new Map<string, Cluster>();
  for (const { counts, times } of profiles) {
    const size = counts.reduce((sum, count) => sum + count, 0);
    const hits = counts[column]!;
    const key = `${size} ${hits}`;
    if (size > 0) merged.set(key, { size, hits, times: times + (merged.get(key)?.times ?? 0) });
  }
  return [...merged.values()].sort((a, b) => a.size - b.size || a.hits - b.hits);
}
