/**
 * The X API answers with posts that name their authors and quoted posts only by id, and gives these once,
 * beside the posts. Here they are put back where a reader looks for them.
 */
import type { JsonCell } from './json-cells.ts';

interface Included {
  readonly id?: string;
  readonly username?: string;
  readonly name?: string;
  readonly text?: string;
}

interface Includes {
  readonly users: ReadonlyMap<string, Included>;
  readonly tweets: ReadonlyMap<string, Included>;
}

const parsed = new WeakMap<ReadonlyMap<string, string>, Includes>();

/** The cells with `author.username`, `author.name`, `quoted.text` and `retweeted.text` added where `includes` knows them. */
export function withIncludes(
  cells: readonly JsonCell[],
  beside: ReadonlyMap<string, string>,
): readonly JsonCell[] {
  const json = beside.get('includes');
  if (json === undefined) return cells;
  let includes = parsed.get(beside);
  if (includes === undefined) {
    includes = includesIn(json);
    parsed.set(beside, includes);
  }
  const author = includes.users.get(cellOf(cells, 'author_id'));
  const references = cellOf(cells, 'referenced_tweets');
  const quoted = includes.tweets.get(referencedId(references, 'quoted'));
  const retweeted = includes.tweets.get(referencedId(references, 'retweeted'));
  const added: JsonCell[] = [];
  if (author?.username !== undefined) added.push({ path: 'author.username', text: author.username });
  if (author?.name !== undefined) added.push({ path: 'author.name', text: author.name });
  if (quoted?.text !== undefined) added.push({ path: 'quoted.text', text: quoted.text });
  if (retweeted?.text !== undefined) added.push({ path: 'retweeted.text', text: retweeted.text });
  const present = new Set(cells.map(({ path }) => path));
  return [...cells, ...added.filter(({ path }) => !present.has(path))];
}

const cellOf = (cells: readonly JsonCell[], path: string): string =>
  cells.find((cell) => cell.path === path)?.text ?? '';

/** Ids are strings in this API, so that nothing is lost in `JSON.parse`. */
function includesIn(json: string): Includes {
  const value = parsedOr<{ users?: unknown; tweets?: unknown }>(json, {});
  return { users: byId(value.users), tweets: byId(value.tweets) };
}

function byId(list: unknown): Map<string, Included> {
  const known = new Map<string, Included>();
  if (!Array.isArray(list)) return known;
  for (const item of list as Included[]) if (typeof item?.id === 'string') known.set(item.id, item);
  return known;
}

function referencedId(json: string, kind: 'quoted' | 'retweeted'): string {
  const references = parsedOr<{ type?: unknown; id?: unknown }[]>(json, []);
  if (!Array.isArray(references)) return '';
  const found = references.find((reference) => reference?.type === kind);
  return typeof found?.id === 'string' ? found.id : '';
}

function parsedOr<T>(json: string, otherwise: T): T {
  try {
    return (JSON.parse(json) as T) ?? otherwise;
  } catch {
    return otherwise;
  }
}
