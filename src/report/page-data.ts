/** The records that a page carries for its script: as columns, small, and no more than a browser can hold. */
import { gzipSync } from 'node:zlib';
import { clipped } from '../aggregate/clipped.ts';
import { type DayOf, dayIn } from '../aggregate/day.ts';
import { voiceOf } from '../aggregate/voice.ts';
import {
  type Facts,
  FORMS,
  KINDS,
  SIDES,
  type Surroundings,
  TONES,
  UNKNOWN,
  type Words,
} from '../page/payload.ts';
import { ENGAGEMENTS, FLAGS, type ScoredReaction } from '../reaction.ts';
import type { Around } from './around-file.ts';
import { Names } from './names.ts';
import { platformName } from './wording.ts';

/** More records than this make a page that opens nowhere: the rest is left to the other files. */
export const RECORDS_ON_PAGE = 200_000;
/** Of these the table that needs no script shows the first. */
const FIRST = 250;
/** Bytes of words, compressed, for a page of up to 10,000 records; larger pages may grow in proportion. */
const BUDGET = 1_050_000;
const BUDGET_RECORDS = 10_000;
/** Characters of a text, longest first: the first that keeps the budget is taken. */
const LENGTHS = [2_000, 1_000, 600, 400, 280, 200, 140, 100, 60];

interface Kept {
  readonly order: number;
  readonly reaction: ScoredReaction;
  readonly around: Around | null;
}

/** Gathers what the page shows, record by record. Memory does not grow beyond some 300,000 records. */
export class PageRecords {
  readonly #first: ScoredReaction[] = [];
  readonly #most: number;
  #kept: Kept[] = [];
  #limit: string | null = null;
  #total = 0;

  /** @internal `most` is for tests: how many records a page holds. */
  constructor(most = RECORDS_ON_PAGE) {
    this.#most = most;
  }

  /** The first records, for the table that needs no script. */
  get first(): readonly ScoredReaction[] {
    return this.#first;
  }

  get total(): number {
    return this.#total;
  }

  add(reaction: ScoredReaction, around: Around | null = null): void {
    if (this.#first.length < FIRST) this.#first.push(reaction);
    const order = this.#total++;
    // Ids are checksums, so those that sort first are a random draw, and the same one on every run.
    if (this.#limit !== null && reaction.id >= this.#limit) return;
    this.#kept.push({ order, reaction: short(reaction), around });
    if (this.#kept.length >= this.#most * 1.5) this.#drop();
  }

  #drop(): void {
    this.#kept = this.#kept.sort((a, b) => (a.reaction.id < b.reaction.id ? -1 : 1)).slice(0, this.#most);
    this.#limit = this.#kept.at(-1)!.reaction.id;
  }

  /** What the page carries, compressed and in base64, which holds no character that HTML knows. */
  encoded(timeZone: string): { readonly facts: string; readonly words: string; readonly shown: number } {
    if (this.#kept.length > this.#most) this.#drop();
    const kept = this.#kept.sort((a, b) => a.order - b.order);
    return {
      facts: packed(factsOf(kept, this.#total, timeZone)).toString('base64'),
      words: packedWords(kept).toString('base64'),
      shown: kept.length,
    };
  }
}

/** A copy, so that the beginning of a book doesn't keep the whole book in memory. */
function short(reaction: ScoredReaction): ScoredReaction {
  if (reaction.text.length <= LENGTHS[0]!) return reaction;
  return { ...reaction, text: Buffer.from(clipped(reaction.text, LENGTHS[0]!)).toString() };
}

/** The same bytes on every system: the header's last byte else names the one that wrote it. */
function packed(value: object): Buffer {
  const bytes = gzipSync(JSON.stringify(value), { level: 7 });
  bytes[9] = 255;
  return bytes;
}

function packedWords(kept: readonly Kept[]): Buffer {
  const budget = (BUDGET * Math.max(kept.length, BUDGET_RECORDS)) / BUDGET_RECORDS;
  let bytes: Buffer = Buffer.alloc(0);
  for (const longest of LENGTHS) {
    // No text of a run is that long: the same again.
    if (bytes.length > 0 && kept.every(({ reaction }) => reaction.text.length <= longest)) continue;
    bytes = packed(wordsOf(kept, longest));
    if (bytes.length <= budget) break;
  }
  return bytes;
}

function wordsOf(kept: readonly Kept[], longest: number): Words {
  const sparse = <T>(value: (kept: Kept) => T | null): Record<string, T> =>
    Object.fromEntries(
      kept.flatMap((one, index) => {
        const found = value(one);
        return found === null ? [] : [[String(index), found] as const];
      }),
    );
  return {
    id: kept.map(({ reaction }) => reaction.id),
    text: kept.map(({ reaction }) => clipped(reaction.text, longest)),
    url: kept.map(({ reaction }) => reaction.url ?? ''),
    speaker: sparse(({ reaction }) => speakerOf(reaction)),
    parts: sparse(({ reaction: { provenance } }) =>
      provenance.row === null ? provenance.parts.map(({ start, end }) => [start, end] as const) : null,
    ),
    around: sparse(({ around, reaction }) => around && surroundings(around, reaction)),
    rationale: sparse(({ reaction }) => carriersOf(reaction)),
    longest,
  };
}

function carriersOf({ sentiment, stances }: ScoredReaction): Words['rationale'][string] | null {
  const labels = [sentiment, ...stances];
  if (labels.every(({ rationale }) => rationale === undefined)) return null;
  return labels.map(({ rationale = [] }) => rationale.map(({ start, end }) => [start, end] as const));
}

/** Only where it is not the voice: rows are told by their account. */
function speakerOf({ speaker, provenance }: ScoredReaction): readonly [string, number] | null {
  if (speaker === null || provenance.row !== null) return null;
  return [speaker.name, FORMS.indexOf(speaker.form)];
}

function surroundings({ start, text }: Around, { speaker, cue }: ScoredReaction): Surroundings {
  const inside = (
    place: { start: number; end: number } | null | undefined,
  ): readonly [number, number] | null =>
    place && place.start >= start && place.end <= start + text.length ? [place.start, place.end] : null;
  const [mention, verb] = [inside(speaker?.mention), inside(cue)];
  return { start, text, ...(mention && { mention }), ...(verb && { cue: verb }) };
}

function factsOf(kept: readonly Kept[], total: number, timeZone: string): Facts {
  const names = new Names();
  const dayOf = dayIn(timeZone);
  const column = <T>(value: (reaction: ScoredReaction) => T): T[] =>
    kept.map(({ reaction }) => value(reaction));
  const records: Facts['records'] = {
    kind: column(({ kind }) => KINDS.indexOf(kind)),
    topic: column(({ topic }) => names.place('topic', topic)),
    platform: column(({ platform }) =>
      platform === null ? UNKNOWN : names.place('platform', platform, platform, platformName(platform)),
    ),
    language: column(({ language }) =>
      names.place('language', language, language ?? '', languageName(language)),
    ),
    voice: column((reaction) => voicePlace(reaction, names)),
    document: column(({ provenance }) => names.place('document', provenance.document)),
    row: column(({ provenance }) => provenance.row ?? 0),
    start: column(({ provenance }) => provenance.start),
    time: column(({ publishedAt }) => secondsOf(publishedAt)),
    day: column(({ publishedAt }) => dayNumber(publishedAt, dayOf)),
    tone: column(({ sentiment }) => (sentiment.label === null ? UNKNOWN : TONES.indexOf(sentiment.label))),
    toneP: column(({ sentiment }) => inPercent(sentiment.label && sentiment[sentiment.label])),
    toneUnsure: column(({ sentiment }) => Number(sentiment.unsure)),
    flags: column(({ flags }) => flags.reduce((bits, flag) => bits | (1 << FLAGS.indexOf(flag)), 0)),
    engagement: engagementColumns(kept),
    asked: column(({ stances }) => stances.length),
  };
  const stances = kept.flatMap(({ reaction }) => reaction.stances);
  return {
    format: 1,
    total,
    shown: kept.length,
    timeZone,
    records,
    stances: {
      target: stances.map(({ target }) => names.place('target', target)),
      side: stances.map(({ label }) => (label === null ? UNKNOWN : SIDES.indexOf(label))),
      p: stances.map((stance) => inPercent(stance.label && stance[stance.label])),
      unsure: stances.map(({ unsure }) => Number(unsure)),
    },
    names: {
      topic: names.list('topic'),
      target: names.list('target'),
      platform: names.named('platform'),
      language: names.named('language'),
      voice: names.named('voice'),
      document: names.list('document'),
      flag: FLAGS,
    },
  };
}

function voicePlace(reaction: ScoredReaction, names: Names): number {
  const voice = voiceOf(reaction);
  return voice === null ? UNKNOWN : names.place('voice', voice.key, voice.name, voice.handle ?? '');
}

/** Columns in which something is known. */
function engagementColumns(kept: readonly Kept[]): Record<string, (number | null)[]> {
  const known = ENGAGEMENTS.filter((name) =>
    kept.some(({ reaction }) => reaction.engagement[name] !== undefined),
  );
  return Object.fromEntries(
    known.map((name) => [name, kept.map(({ reaction }) => reaction.engagement[name] ?? null)]),
  );
}

const inPercent = (p: number | null): number => (p === null ? UNKNOWN : Math.round(p * 100));

function secondsOf(publishedAt: string | null): number | null {
  const time = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}

function dayNumber(publishedAt: string | null, dayOf: DayOf): number | null {
  const day = dayOf(publishedAt);
  const time = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000;
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

function languageName(code: string | null): string {
  // Codes come from exports too, and not every string is one.
  return code !== null && /^[a-z]{2,3}$/i.test(code) ? (languages.of(code) ?? code) : (code ?? '');
}
