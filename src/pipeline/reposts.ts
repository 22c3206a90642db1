/** What becomes of reposts: kept as posts, dropped, or counted on the post that they repeat. */
import { counted, grouped } from '../aggregate/figures.ts';
import { KeyIndex } from '../aggregate/key-index.ts';
import { widened } from '../aggregate/key-counts.ts';
import { keyOf } from '../aggregate/key-of.ts';
import type { Post } from '../reaction.ts';

export const REPOST_POLICIES = ['keep', 'drop', 'count'] as const;
export type RepostPolicy = (typeof REPOST_POLICIES)[number];

/** The mark of a post of the export's own; the times it is reposted are counted in the bits below. */
const OWN = 2 ** 31;

/**
 * Is told of every post of an export, and then tells of each what to do with it. To count, all have to be known
 * before the first is asked about; for that a post takes some twenty bytes.
 */
export class Reposts {
  readonly policy: RepostPolicy;
  readonly #ids = new KeyIndex();
  #marks = new Uint32Array(16);
  #reposts = 0;

  constructor(policy: RepostPolicy) {
    this.policy = policy;
  }

  note({ sourceId, repostOf }: Post): void {
    if (repostOf !== null) this.#reposts += 1;
    if (this.policy !== 'count') return;
    if (repostOf !== null) this.#marks[this.#numberOf(repostOf)]! += 1;
    else if (sourceId !== null) {
      const number = this.#numberOf(sourceId);
      this.#marks[number] = (this.#marks[number]! | OWN) >>> 0;
    }
  }

  /** Whether the post goes: dropped, or counted on a post of the same export. */
  isFolded({ repostOf }: Post): boolean {
    if (repostOf === null || this.policy === 'keep') return false;
    return this.policy === 'drop' || this.#markOf(repostOf) >= OWN;
  }

  /** The post, with at least as many reposts as the export shows of it. */
  counted(post: Post): Post {
    if (this.policy !== 'count' || post.sourceId === null || post.repostOf !== null) return post;
    const times = this.#markOf(post.sourceId) % OWN;
    if (times <= (post.engagement.reposts ?? 0)) return post;
    return { ...post, engagement: { ...post.engagement, reposts: times } };
  }

  /** What was done, for people; nothing where there are no reposts. */
  notice(file: string): string | null {
    if (this.#reposts === 0) return null;
    return `${file}: ${counted(this.#reposts, 'repost')}, ${this.#done()} (--reposts ${REPOST_POLICIES.join('|')})`;
  }

  #done(): string {
    if (this.policy !== 'count') return { keep: 'kept', drop: 'dropped' }[this.policy];
    const folded = this.#marks.reduce((sum, mark) => sum + (mark >= OWN ? mark - OWN : 0), 0);
    const left = this.#reposts - folded;
    const done = 'counted on the posts that they repeat';
    if (left === 0) return done;
    const kept = 'kept, as the post that they repeat is not in the file or not named';
    return folded === 0 ? kept : `${grouped(folded)} ${done}, ${grouped(left)} ${kept}`;
  }

  #numberOf(id: string): number {
    const number = this.#ids.numberOf(keyOf(id));
    if (number >= this.#marks.length) this.#marks = widened(this.#marks);
    return number;
  }

  #markOf(id: string): number {
    return this.#marks[this.#ids.find(keyOf(id))] ?? 0;
  }
}
