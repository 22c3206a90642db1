/** Names told once and known by their place from then on. */
import { type Named, UNKNOWN } from '../page/payload.ts';

export class Names {
  readonly #places = new Map<string, Map<string, number>>();
  readonly #named = new Map<string, Named[]>();

  /** The place of `key` in its list, at the end where it is new; -1 for null. */
  place(list: string, key: string | null, code = key ?? '', name = ''): number {
    if (key === null) return UNKNOWN;
    const places = this.#places.get(list) ?? new Map<string, number>();
    this.#places.set(list, places);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    const named = this.#named.get(list) ?? [];
    named.push([code, name]);
    this.#named.set(list, named);
    return places.size - 1;
  }

  /** The keys of a list in the order of their places. */
  list(list: string): string[] {
    return [...(this.#places.get(list)?.keys() ?? [])];
  }

  named(list: string): readonly Named[] {
    return this.#named.get(list) ?? [];
  }
}
