/** Reposts among the rows of an export: kept and counted, or told apart as rejects. */
import type { Reject } from '../errors.ts';
import { csvLine } from '../formats/csv-writer.ts';
import { isReject } from '../formats/table.ts';
import type { PostRow } from '../layouts/index.ts';

export class RepostRows {
  readonly #file: string;
  readonly #policy: 'keep' | 'drop';
  #count = 0;

  constructor(file: string, policy: 'keep' | 'drop') {
    this.#file = file;
    this.#policy = policy;
  }

  /** The items in their order; where reposts are dropped, each is a reject that holds its row. */
  async *sorted(items: AsyncIterable<PostRow | Reject>): AsyncGenerator<PostRow | Reject> {
    for await (const item of items) {
      const isRepost = !isReject(item) && item.post.repostOf !== null;
      if (isRepost) this.#count += 1;
      yield isRepost && this.#policy === 'drop' ? this.#reject(item) : item;
    }
  }

  /** What was done, for people; nothing where there was no repost so far. */
  get notices(): readonly string[] {
    if (this.#count === 0) return [];
    const found = `${this.#count} ${this.#count === 1 ? 'repost' : 'reposts'}`;
    const done = this.#policy === 'keep' ? 'kept' : 'dropped into the rejects';
    return [`${this.#file}: ${found}, ${done} (--reposts keep|drop)`];
  }

  #reject({ row }: PostRow): Reject {
    return {
      file: this.#file,
      row: row.row,
      code: 'repost',
      message: 'a repost, dropped as --reposts told',
      raw: csvLine(row.cells).replace(/\r?\n$/, ''),
    };
  }
}
