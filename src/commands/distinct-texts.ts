/** How many different texts there are, counted in little memory: eight to sixteen bytes for each. */
import { createHash } from 'node:crypto';

/** Beyond this many the table would outgrow what a process may hold; what comes then counts as new. */
const MOST = 2 ** 25;

/** A set of hashes of 52 bits, with open addressing: a `Set` takes five times the memory. */
export class DistinctTexts {
  #slots = new Float64Array(1024);
  #size = 0;

  /** Whether the text is new; of ten million different texts two are taken for one once in ninety files. */
  add(text: string): boolean {
    const hash = hashOf(text);
    const at = slotOf(this.#slots, hash);
    if (this.#slots[at] === hash) return false;
    if (this.#size >= MOST) return true;
    this.#slots[at] = hash;
    this.#size++;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #grow(): void {
    const grown = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) grown[slotOf(grown, hash)] = hash;
    this.#slots = grown;
  }
}

/** 1 to 2⁵²; 0 is a free slot. */
function hashOf(text: string): number {
  const digest = createHash('sha1').update(text).digest();
  return digest.readUInt32LE(0) * 2 ** 20 + (digest.readUInt32LE(4) >>> 12) || 1;
}

/** Where the hash stands, or may be put. */
function slotOf(slots: Float64Array, hash: number): number {
  let at = hash % slots.length;
  while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) % slots.length;
  return at;
}
