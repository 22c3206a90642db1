/** What becomes of reposts: kept as posts, dropped, or counted on the post that they repeat. */
import type { Post } from '../reaction.ts';

export type RepostPolicy = 'keep' | 'drop' | 'count';

/** Reads an export once to know its reposts, and then tells of each post what to do with it. */
export class Reposts {
  readonly #policy: RepostPolicy;
  readonly #ids = new Set<string>();
  readonly #times = new Map<string, number>();
  #reposts = 0;

  constructor(policy: RepostPolicy) {
    this.#policy = policy;
  }

  note({ sourceId, repostOf }: Post): void {
    if (repostOf !== null) {
      this.#reposts += 1;
      this.#times.set(repostOf, (this.#times.get(repostOf) ?? 0) + 1);
    } else if (sourceId !== null && this.#policy === 'count') this.#ids.add(sourceId);
  }

  /** Whether the post goes: dropped, or counted on a post of the same export. */
  isFolded({ repostOf }: Post): boolean {
    if (repostOf === null || this.#policy === 'keep') return false;
    return this.#policy === 'drop' || this.#ids.has(repostOf);
  }

  /** The post, with at least as many reposts as the export shows of it. */
  counted(post: Post): Post {
    const times = post.sourceId === null ? 0 : (this.#times.get(post.sourceId) ?? 0);
    if (this.#policy !== 'count' || times <= (post.engagement.reposts ?? 0)) return post;
    return { ...post, engagement: { ...post.engagement, reposts: times } };
  }

  /** What was done, for people; nothing where there are no reposts. */
  notice(file: string): string | null {
    if (this.#reposts === 0) return null;
    const done = { keep: 'kept', drop: 'dropped', count: 'counted on the posts that they repeat' }[
      this.#policy
    ];
    return `${file}: ${this.#reposts} ${this.#reposts === 1 ? 'repost' : 'reposts'}, ${done} (--reposts keep|drop|count)`;
  }
}
