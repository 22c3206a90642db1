/** Reposts among the rows of an export: kept, or told apart as rejects; counted ones have to be known beforehand. */
import { createHash } from 'node:crypto';
import type { Reject } from '../errors.ts';
import { csvLine } from '../formats/csv-writer.ts';
import { isReject } from '../formats/table.ts';
import type { PostRow } from '../layouts/index.ts';
import { type RepostPolicy, Reposts } from '../pipeline/reposts.ts';

type Items = AsyncIterable<PostRow | Reject>;

export class RepostRows {
  readonly #file: string;
  readonly #reposts: Reposts;

  constructor(file: string, policy: RepostPolicy) {
    this.#file = file;
    this.#reposts = new Reposts(policy);
  }

  get isSurveyed(): boolean {
    return this.#reposts.policy === 'count';
  }

  /** Reads all items once to know the reposts; a checksum of what belongs together. */
  async survey(items: Items): Promise<string> {
    const hash = createHash('sha256');
    for await (const item of items) {
      if (isReject(item)) continue;
      this.#reposts.note(item.post);
      hash.update(`${item.post.sourceId ?? ''}\u001f${item.post.repostOf ?? ''}\u001e`);
    }
    return hash.digest('hex');
  }

  /** The items in their order; a repost that is dropped, or counted elsewhere, is a reject that holds its row. */
  async *sorted(items: Items): AsyncGenerator<PostRow | Reject> {
    for await (const item of items) {
      if (isReject(item)) {
        yield item;
        continue;
      }
      if (!this.isSurveyed) this.#reposts.note(item.post);
      if (this.#reposts.isFolded(item.post)) yield this.#reject(item);
      else yield { ...item, post: this.#reposts.counted(item.post) };
    }
  }

  /** What was done, for people; nothing where there was no repost so far. */
  get notices(): readonly string[] {
    const notice = this.#reposts.notice(this.#file);
    return notice === null ? [] : [notice];
  }

  #reject({ row, post }: PostRow): Reject {
    const message = this.isSurveyed
      ? `a repost of ${post.repostOf}, counted there as --reposts told`
      : 'a repost, dropped as --reposts told';
    return {
      file: this.#file,
      row: row.row,
      code: 'repost',
      message,
      raw: csvLine(row.cells).replace(/\r?\n$/, ''),
    };
  }
}
