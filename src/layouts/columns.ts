/** Names → places: which column of a table a layout, or a user, means. */
import { HearsayError } from '../errors.ts';
import type { Layout } from './layout.ts';

/** The name without case, spaces and punctuation: `Full Text`, `full_text` and `fullText` are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export const sameCase = (name: string): string => name.trim().toLowerCase();

/** What makes two names of a layout's columns one. */
export const spellingOf = ({ isLoose }: Pick<Layout, 'isLoose'>): ((name: string) => string) =>
  isLoose === true ? plainName : sameCase;

/** Places by name, under `sameCase` or `plainName`; of two columns of one name the first counts. */
export function placesOf(columns: readonly string[], normal: (name: string) => string): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, name] of columns.entries()) {
    const key = normal(name);
    if (!places.has(key)) places.set(key, index);
  }
  return places;
}

/**
 * The 0-based place of the column that the user names, by its exact name, its name in another spelling, or
 * its 1-based number.
 * @throws HearsayError `usage` naming the header and the nearest names
 */
export function columnNamed(columns: readonly string[], wanted: string, file: string): number {
  const exact = columns.indexOf(wanted);
  if (exact !== -1) return exact;
  const loose = columns.findIndex((name) => sameCase(name) === sameCase(wanted));
  if (loose !== -1) return loose;
  const number = /^\d+$/.test(wanted) ? Number(wanted) : 0;
  if (number >= 1 && number <= columns.length) return number - 1;
  const near = nearest(columns, wanted)
    .map((name) => `"${name}"`)
    .join(', ');
  throw new HearsayError('usage', `there is no column "${wanted}"; the header is ${headerShown(columns)}`, {
    at: { file },
    remedy: near === '' ? 'Check the file.' : `Nearest: ${near}.`,
  });
}

/** The header for a message, cut where it is long. */
export function headerShown(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).map((name) => name.slice(0, 60));
  const more = columns.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function nearest(columns: readonly string[], wanted: string): string[] {
  const far = columns.map((name) => ({ name, distance: editDistance(sameCase(name), sameCase(wanted)) }));
  return far
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Levenshtein's distance, by one row of his table; long names are compared by their beginning. */
function editDistance(from: string, to: string): number {
  const [a, b] = [from.slice(0, 80), to.slice(0, 80)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
