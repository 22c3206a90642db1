/** What is chosen, and which records it leaves. */
import { KINDS, SIDES, TONES, UNKNOWN } from './payload.ts';
import { NO_DAY, type Records, folded, foldedOf } from './records.ts';

/** Places in the lists of names; null lets everything in. */
export interface Filters {
  /** -1: records to which no topic was given. */
  readonly topic: number | null;
  readonly target: number | null;
  /** Place in `SIDES`: toward the target, or toward any where none is chosen. */
  readonly side: number | null;
  readonly tone: number | null;
  readonly platform: number | null;
  readonly language: number | null;
  /** Place in `KINDS`; null for posts and quotations: commentary is shown apart and enters no share. */
  readonly kind: number | null;
  readonly voice: number | null;
  /** Days since 1970, both inclusive. */
  readonly from: number | null;
  readonly to: number | null;
  readonly search: string;
}

export const NO_FILTERS: Filters = {
  topic: null,
  target: null,
  side: null,
  tone: null,
  platform: null,
  language: null,
  kind: null,
  voice: null,
  from: null,
  to: null,
  search: '',
};

/** The filters that are lists with a count beside each entry. */
export type Facet = 'topic' | 'target' | 'side' | 'tone' | 'platform' | 'language' | 'kind';

export interface Selection {
  /** Records that pass every filter, in the order of the result. */
  readonly rows: Uint32Array;
  /** Those that pass all but the time: what a time line shows around its brush. */
  readonly anyTime: Uint32Array;
  /** Place → how many records would be left if it were chosen; `rest` counts those without any. */
  readonly facets: Readonly<Record<Facet, FacetCounts>>;
}

export interface FacetCounts {
  readonly counts: Uint32Array;
  rest: number;
}

const COMMENTARY = KINDS.indexOf('commentary');
const BIT = {
  topic: 1,
  stance: 2,
  tone: 4,
  platform: 8,
  language: 16,
  kind: 32,
  voice: 64,
  time: 128,
  search: 256,
};

/** One pass: each record's filters that it fails, as bits; a facet counts those that fail none but its own. */
export function selectionOf(records: Records, filters: Filters): Selection {
  const { names } = records.facts;
  const facets = {
    topic: emptyFacet(names.topic.length),
    target: emptyFacet(names.target.length),
    side: emptyFacet(SIDES.length),
    tone: emptyFacet(TONES.length),
    platform: emptyFacet(names.platform.length),
    language: emptyFacet(names.language.length),
    kind: emptyFacet(KINDS.length),
  };
  const found = searchOf(records, filters.search);
  const rows: number[] = [];
  const anyTime: number[] = [];
  for (let index = 0; index < records.n; index += 1) {
    const fails = failsOf(records, filters, index) | (found !== null && !found(index) ? BIT.search : 0);
    if (fails === 0) rows.push(index);
    if ((fails & ~BIT.time) === 0) anyTime.push(index);
    countIn(facets, records, filters, index, fails);
  }
  return { rows: Uint32Array.from(rows), anyTime: Uint32Array.from(anyTime), facets };
}

const emptyFacet = (size: number): FacetCounts => ({ counts: new Uint32Array(size), rest: 0 });

function failsOf(records: Records, filters: Filters, index: number): number {
  let fails = 0;
  if (filters.topic !== null && records.topic[index] !== filters.topic) fails |= BIT.topic;
  if (filters.tone !== null && records.tone[index] !== filters.tone) fails |= BIT.tone;
  if (filters.platform !== null && records.platform[index] !== filters.platform) fails |= BIT.platform;
  if (filters.language !== null && records.language[index] !== filters.language) fails |= BIT.language;
  if (filters.voice !== null && records.voice[index] !== filters.voice) fails |= BIT.voice;
  const kind = records.kind[index]!;
  if (filters.kind === null ? kind === COMMENTARY : kind !== filters.kind) fails |= BIT.kind;
  const day = records.day[index]!;
  if (filters.from !== null && (day === NO_DAY || day < filters.from)) fails |= BIT.time;
  if (filters.to !== null && (day === NO_DAY || day > filters.to)) fails |= BIT.time;
  if ((filters.target !== null || filters.side !== null) && !takes(records, filters, index))
    fails |= BIT.stance;
  return fails;
}

function takes(records: Records, { target, side }: Filters, index: number): boolean {
  for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
    if (target !== null && records.target[at] !== target) continue;
    if (side === null ? records.side[at] !== UNKNOWN : records.side[at] === side) return true;
  }
  return false;
}

/** Every word of the search must be somewhere in the record. */
function searchOf(records: Records, search: string): ((index: number) => boolean) | null {
  const needles = needlesOf(search);
  if (needles.length === 0) return null;
  const texts = foldedOf(records);
  return (index) => needles.every((needle) => texts[index]?.includes(needle) === true);
}

/** The words of a search; what stands in double quotes is one. */
export function needlesOf(search: string): string[] {
  return [...folded(search).matchAll(/"([^"]+)"|[^\s"]+/g)].map((match) => match[1] ?? match[0]);
}

function countIn(
  facets: Selection['facets'],
  records: Records,
  filters: Filters,
  index: number,
  fails: number,
): void {
  for (const name of ['topic', 'tone', 'platform', 'language', 'kind'] as const)
    if ((fails & ~BIT[name]) === 0) countOne(facets[name], records[name][index]!);
  if ((fails & ~BIT.stance) !== 0) return;
  let sides = 0;
  for (let at = records.first[index]!; at < records.first[index + 1]!; at += 1) {
    const [target, side] = [records.target[at]!, records.side[at]!];
    if (side === UNKNOWN) continue;
    if (filters.side === null || side === filters.side) countOne(facets.target, target);
    if (filters.target === null || target === filters.target) sides |= 1 << side;
  }
  for (let side = 0; side < SIDES.length; side += 1)
    if ((sides & (1 << side)) !== 0) countOne(facets.side, side);
}

function countOne(facet: FacetCounts, place: number): void {
  if (place === UNKNOWN) facet.rest += 1;
  else facet.counts[place]! += 1;
}
