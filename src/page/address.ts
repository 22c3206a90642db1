/** A view as the address holds it, so that it can be sent: `#?topic=Ferry+delays&side=against&from=2026-03-01`. */
import { type Filters, NO_FILTERS } from './filters.ts';
import { KINDS, SIDES, TONES, UNKNOWN } from './payload.ts';
import { type Records, dayName, dayNumber } from './records.ts';

export const ORDERS = ['reading', 'loudest', 'newest', 'surest'] as const;
export const SERIES = ['tone', 'tone-share', 'side', 'side-share'] as const;

export interface View {
  readonly filters: Filters;
  /** How the records are ordered. */
  readonly order: (typeof ORDERS)[number];
  /** What the time line shows. */
  readonly series: (typeof SERIES)[number];
  /** The record that is looked at, by its id. */
  readonly record: string | null;
}

export const FIRST_VIEW: View = { filters: NO_FILTERS, order: 'reading', series: 'tone', record: null };

/** The hash of a view; empty for the one with which the page opens. */
export function hashOf(view: View, records: Records): string {
  const { names } = records.facts;
  const { filters } = view;
  const entries = {
    topic: filters.topic === UNKNOWN ? '' : nameAt(names.topic, filters.topic),
    target: nameAt(names.target, filters.target),
    side: nameAt(SIDES, filters.side),
    tone: nameAt(TONES, filters.tone),
    platform: names.platform[filters.platform ?? UNKNOWN]?.[0],
    language: names.language[filters.language ?? UNKNOWN]?.[0],
    kind: nameAt(KINDS, filters.kind),
    voice: filters.voice === null ? undefined : voiceLabel(records, filters.voice),
    from: filters.from === null ? undefined : dayName(filters.from),
    to: filters.to === null ? undefined : dayName(filters.to),
    search: filters.search === '' ? undefined : filters.search,
    order: view.order === FIRST_VIEW.order ? undefined : view.order,
    series: view.series === FIRST_VIEW.series ? undefined : view.series,
    record: view.record ?? undefined,
  };
  const known = Object.entries(entries).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return known.length === 0 ? '' : `#?${new URLSearchParams(known).toString()}`;
}

/** The view of a hash; names that the page doesn't know are passed over. */
export function viewOf(hash: string, records: Records): View {
  const entries = new URLSearchParams(hash.startsWith('#?') ? hash.slice(2) : '');
  const { names } = records.facts;
  const place = (list: readonly string[], key: string): number | null => placeOf(list, entries.get(key));
  const filters: Filters = {
    topic: entries.get('topic') === '' ? UNKNOWN : place(names.topic, 'topic'),
    target: place(names.target, 'target'),
    side: place(SIDES, 'side'),
    tone: place(TONES, 'tone'),
    platform: place(
      names.platform.map(([code]) => code),
      'platform',
    ),
    language: place(
      names.language.map(([code]) => code),
      'language',
    ),
    kind: place(KINDS, 'kind'),
    voice: entries.has('voice') ? voiceAt(records, entries.get('voice')!) : null,
    from: dayNumber(entries.get('from') ?? ''),
    to: dayNumber(entries.get('to') ?? ''),
    search: entries.get('search') ?? '',
  };
  return {
    filters,
    order: ORDERS.find((order) => order === entries.get('order')) ?? FIRST_VIEW.order,
    series: SERIES.find((series) => series === entries.get('series')) ?? FIRST_VIEW.series,
    record: entries.get('record'),
  };
}

const nameAt = (list: readonly string[], place: number | null): string | undefined =>
  place === null ? undefined : list[place];

function placeOf(list: readonly string[], name: string | null): number | null {
  const place = name === null ? UNKNOWN : list.indexOf(name);
  return place === UNKNOWN ? null : place;
}

/** `Lena Brandt (@lena)`. */
export function voiceLabel({ facts }: Records, voice: number): string {
  const [name, handle] = facts.names.voice[voice] ?? ['', ''];
  const at = handle.replace(/^@/, '');
  return at === '' || at === name || `@${at}` === name ? name : `${name} (@${at})`;
}

function voiceAt(records: Records, label: string): number | null {
  const place = records.facts.names.voice.findIndex((_, voice) => voiceLabel(records, voice) === label);
  return place === UNKNOWN ? null : place;
}
