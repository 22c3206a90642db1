/** Which texts stood in the export before, in eight bytes a text. */
import { createHash } from 'node:crypto';

const FIRST_ROOM = 1 << 16;

/**
 * A set of texts by 64 bits of their SHA-256, in an open-addressed table that doubles when it is two thirds
 * full. Among a million distinct texts the chance that any two are taken for one is 1 in 37 million.
 */
export class SeenTexts {
  #high = new Uint32Array(FIRST_ROOM);
  #low = new Uint32Array(FIRST_ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds the text; true where it was there already. */
  add(text: string): boolean {
    const digest = createHash('sha256').update(text).digest();
    const high = digest.readUInt32LE(0);
    // All zeros mark a free place.
    const low = digest.readUInt32LE(4) || 1;
    const place = this.#placeOf(high, low);
    if (this.#low[place] !== 0) return true;
    this.#high[place] = high;
    this.#low[place] = low;
    this.#size++;
    if (this.#size * 3 > this.#low.length * 2) this.#grow();
    return false;
  }

  #placeOf(high: number, low: number): number {
    const mask = this.#low.length - 1;
    let place = high & mask;
    while (this.#low[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [highs, lows] = [this.#high, this.#low];
    this.#high = new Uint32Array(highs.length * 2);
    this.#low = new Uint32Array(highs.length * 2);
    for (let index = 0; index < lows.length; index++) {
      const low = lows[index]!;
      if (low === 0) continue;
      const place = this.#placeOf(highs[index]!, low);
      this.#high[place] = highs[index]!;
      this.#low[place] = low;
    }
  }
}
