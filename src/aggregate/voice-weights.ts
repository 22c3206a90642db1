/** Weights of records, summed by voice. */
import { effectiveSize, freedomOf } from './design-effect.ts';
import { type VoicedShare, leapsOf } from './voiced-share.ts';

/** So many of the heaviest are told apart. */
const HEAVIEST = 8;

interface HeavyRecord {
  readonly size: number;
  readonly voice: number | null;
}

/** By the number of the voice, in flat arrays. */
export class VoiceWeights {
  #sums = new Float64Array(16);
  #squares = new Float64Array(16);
  readonly #heaviest: HeavyRecord[] = [];
  /** Of records whose voice can't be told. */
  readonly #alone = { squares: 0, fourths: 0 };

  /** @param voice number of the voice; null where nobody can be told */
  add(voice: number | null, weight: number): void {
    keepHeaviest(this.#heaviest, { size: weight, voice });
    if (voice === null) {
      this.#alone.squares += weight ** 2;
      this.#alone.fourths += weight ** 4;
      return;
    }
    if (voice >= this.#sums.length)
      [this.#sums, this.#squares] = [widened(this.#sums), widened(this.#squares)];
    this.#sums[voice]! += weight;
    this.#squares[voice]! += weight * weight;
  }

  /** What stands behind a share by weight, where the records of a voice are so alike. */
  behind(share: number, total: number, alike: number): VoicedShare {
    let [squares, voiceSquares, fourths] = [this.#alone.squares, this.#alone.squares, this.#alone.fourths];
    const steps: { readonly size: number }[] = this.#heaviest.map(({ size, voice }) => {
      // Who has one record is of one mind with it, as is a record whose voice can't be told.
      const isAlone = voice === null || this.#sums[voice] === size;
      return { size: isAlone ? size : Math.sqrt(1 - alike) * size };
    });
    for (const [voice, sum] of this.#sums.entries()) {
      const own = this.#squares[voice]!;
      squares += own;
      voiceSquares += sum ** 2;
      fourths += sum ** 4;
      if (own < sum ** 2) keepHeaviest(steps, { size: Math.sqrt(alike) * sum });
    }
    const effective = effectiveSize(total, voiceSquares, squares, alike);
    const heavy = steps.sort((a, b) => b.size - a.size).map(({ size }) => ({ size: size / total, times: 1 }));
    const part = (alike * voiceSquares * effective) / total ** 2;
    return {
      share,
      effective,
      freedom: freedomOf(alike, voiceSquares ** 2 / fourths, part),
      heavy: leapsOf(heavy, effective),
    };
  }
}

/** Keeps the few heaviest, heaviest first. */
function keepHeaviest<T extends { readonly size: number }>(kept: T[], more: T): void {
  if (kept.length === HEAVIEST && more.size <= kept.at(-1)!.size) return;
  kept.push(more);
  kept.sort((a, b) => b.size - a.size).splice(HEAVIEST);
}

function widened(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(values.length * 2);
  wider.set(values);
  return wider;
}
