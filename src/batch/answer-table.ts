/** Answers by question in a fixed room of memory: a full corner forgets its oldest answer. */
import { KEY_BYTES, RECORD_BYTES } from './answer-record.ts';

/** Records that share a corner; a question has its place in one corner. */
const CORNER = 8;

export class AnswerTable {
  readonly #records: Buffer;
  /** Where the next record of a corner goes. */
  readonly #turns: Uint8Array;
  readonly #corners: number;
  #size = 0;

  /** @param room the most records held, rounded up to a power of two; 24 MB for a million */
  constructor(room: number) {
    this.#corners = 2 ** Math.max(0, Math.ceil(Math.log2(room / CORNER)));
    this.#records = Buffer.alloc(this.#corners * CORNER * RECORD_BYTES);
    this.#turns = new Uint8Array(this.#corners);
  }

  /** Records held. */
  get size(): number {
    return this.#size;
  }

  /** The record under the key; to be read at once, as its room is used again. */
  get(key: Buffer): Buffer | null {
    const corner = this.#cornerOf(key);
    for (let i = 0; i < CORNER; i++) {
      const start = startOf(corner, i);
      if (this.#records.compare(key, 0, KEY_BYTES, start, start + KEY_BYTES) === 0)
        return this.#records.subarray(start, start + RECORD_BYTES);
    }
    return null;
  }

  /** Keeps the record; one under the same key stays as it is. */
  set(record: Buffer): void {
    if (this.get(record) !== null) return;
    const corner = this.#cornerOf(record);
    const turn = this.#turns[corner]!;
    if (turn < CORNER) this.#size++;
    // Counts on to twice the corner, so that a full one is told from one that is filling.
    this.#turns[corner] = turn + 1 < 2 * CORNER ? turn + 1 : CORNER;
    this.#records.set(record.subarray(0, RECORD_BYTES), startOf(corner, turn % CORNER));
  }

  #cornerOf(key: Buffer): number {
    return key.readUInt32LE(0) % this.#corners;
  }
}

const startOf = (corner: number, index: number): number => (corner * CORNER + index) * RECORD_BYTES;
