/**
 * Numbers keys from 0 as they come, for millions of keys: flat arrays instead of a `Map`, whose entries take three
 * times the memory and end at 16.7 million.
 */
const EMPTY = -1;
const FULL_AT = 0.7;

export class KeyIndex {
  #keys = new Float64Array(16).fill(EMPTY);
  #numbers = new Uint32Array(16);
  #size = 0;

  /** How many different keys were seen. */
  get size(): number {
    return this.#size;
  }

  /** The number of `key` (from `keyOf`), a new one if it was never seen. */
  numberOf(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#numbers[slot]!;
    const number = this.#size;
    this.#keys[slot] = key;
    this.#numbers[slot] = number;
    this.#size += 1;
    if (this.#size > this.#keys.length * FULL_AT) this.#grow();
    return number;
  }

  /** The number of `key`; -1 if it was never seen. */
  find(key: number): number {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === key ? this.#numbers[slot]! : -1;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key >>> 0) & mask;
    while (this.#keys[slot] !== EMPTY && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#keys = new Float64Array(keys.length * 2).fill(EMPTY);
    this.#numbers = new Uint32Array(keys.length * 2);
    for (const [index, key] of keys.entries()) {
      if (key === EMPTY) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#numbers[slot] = numbers[index]!;
    }
  }
}
