/** The records of the page as flat columns: two hundred thousand are counted in a blink. */
import { type Facts, type Place, UNKNOWN, type Words } from './payload.ts';

export interface Records {
  readonly n: number;
  readonly facts: Facts;
  readonly kind: Int8Array;
  readonly topic: Int32Array;
  readonly platform: Int8Array;
  readonly language: Int16Array;
  readonly voice: Int32Array;
  /** Days since 1970; `NO_DAY` where the time is not known. */
  readonly day: Int32Array;
  readonly tone: Int8Array;
  /** The stances of record `i` are those from `first[i]` to before `first[i + 1]`. */
  readonly first: Uint32Array;
  readonly target: Int32Array;
  readonly side: Int8Array;
  /** Likes, reposts, replies and quotes together. */
  readonly actions: Float64Array;
  /** Not there until it is decoded. */
  words: Words | null;
  /** Words, names and handles in lower case, made when somebody searches. */
  folded: readonly string[] | null;
}

export const NO_DAY = -2_147_483_648;

export function recordsOf(facts: Facts): Records {
  const { records, stances, shown: n } = facts;
  const first = new Uint32Array(n + 1);
  for (let index = 0; index < n; index += 1) first[index + 1] = first[index]! + records.asked[index]!;
  return {
    n,
    facts,
    kind: Int8Array.from(records.kind),
    topic: Int32Array.from(records.topic),
    platform: Int8Array.from(records.platform),
    language: Int16Array.from(records.language),
    voice: Int32Array.from(records.voice),
    day: Int32Array.from(records.day, (day) => (day !== null && isPlausible(day) ? day : NO_DAY)),
    tone: Int8Array.from(records.tone),
    first,
    target: Int32Array.from(stances.target),
    side: Int8Array.from(stances.side),
    actions: actionsOf(facts),
    words: null,
    folded: null,
  };
}

/** From 1900 to 2199: a damaged date of the year 9000 would make every column of a time line too thin to see. */
const isPlausible = (day: number): boolean => day >= -25_567 && day < 84_006;

function actionsOf({ records, shown }: Facts): Float64Array {
  const actions = new Float64Array(shown);
  for (const name of ['likes', 'reposts', 'replies', 'quotes'])
    for (const [index, n] of (records.engagement[name] ?? []).entries()) actions[index]! += n ?? 0;
  return actions;
}

/** The words of every record as a search sees them. */
export function foldedOf(records: Records): readonly string[] {
  if (records.words === null) return [];
  records.folded ??= records.words.text.map((text, index) => {
    const place = records.facts.records.voice[index]!;
    const [name, handle] = records.facts.names.voice[place] ?? ['', ''];
    const speaker = records.words!.speaker[index]?.[0] ?? '';
    return folded(`${text} ${name} ${handle} ${speaker}`);
  });
  return records.folded;
}

/** Case and width set aside. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Who says it, as far as can be told. */
export function speakerOf(
  records: Records,
  index: number,
): { readonly name: string; readonly handle: string } {
  const spoken = records.words?.speaker[index]?.[0];
  const [name, handle] = records.facts.names.voice[records.voice[index]!] ?? ['', ''];
  return { name: spoken ?? (name || 'speaker not named'), handle };
}

export function topicName(records: Records, topic: number): string {
  return topic === UNKNOWN ? 'Without a topic' : (records.facts.names.topic[topic] ?? '');
}

/** The words that carried the side toward a target, or the tone; null where that was not asked. */
export function carriersOf(records: Records, index: number, target: number | null): readonly Place[] | null {
  const rationale = records.words?.rationale[index];
  if (rationale === undefined) return null;
  if (target === null) return rationale[0] ?? [];
  const first = records.first[index]!;
  const at = records.target.subarray(first, records.first[index + 1]).indexOf(target);
  return at < 0 ? [] : (rationale[at + 1] ?? []);
}

/** ISO 639-1 of a record's words; null where it is not known. */
export function languageOf(records: Records, index: number): string | null {
  return records.facts.names.language[records.language[index]!]?.[0] ?? null;
}

/** `2026-03-01`. */
export function dayName(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Days since 1970; null for what is no date. */
export function dayNumber(name: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) return null;
  const time = Date.parse(`${name}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000;
}
