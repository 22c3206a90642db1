/** Which words of a text are set off. */
import type { Place } from './payload.ts';

/** Words of a name that are marked by themselves: shorter ones stand everywhere. */
const SHORTEST = 4;

/** Where any of the needles stands, case set aside; places that meet are one. */
export function placesOf(text: string, needles: readonly string[]): Place[] {
  const lower = text.toLowerCase();
  // Where lower case has another length, places would not be those of the text.
  if (lower.length !== text.length) return [];
  const places: Place[] = [];
  for (const needle of needles.filter(Boolean))
    for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, at + needle.length))
      places.push([at, at + needle.length]);
  return joined(places);
}

export function joined(places: readonly Place[]): Place[] {
  const found: [number, number][] = [];
  for (const [start, end] of places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** A name and its longer words, as a text may mention it. */
export function namesIn(name: string): string[] {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [name.toLowerCase(), ...words.filter((word) => word.length >= SHORTEST)];
}
