/**
 * What the page carries for its script: records as columns, names once each. Written by `report/page-data.ts`,
 * read by `records.ts` here; one shape for both.
 */

/** Labels by their number in the columns. */
export const TONES = ['negative', 'neutral', 'positive'] as const;
export const SIDES = ['against', 'none', 'favor'] as const;
export const KINDS = ['post', 'quotation', 'commentary'] as const;
export const FORMS = ['named', 'described', 'pronoun', 'anonymous'] as const;

export type Tone = (typeof TONES)[number];
export type Side = (typeof SIDES)[number];
export type Kind = (typeof KINDS)[number];

/** In a column of numbers: nothing is known. */
export const UNKNOWN = -1;

/** A code and how it is called. */
export type Named = readonly [code: string, name: string];

/** One entry a record, in the order of the result. */
export interface RecordColumns {
  readonly kind: readonly number[];
  /** Places in `names`; -1 for none. */
  readonly topic: readonly number[];
  readonly platform: readonly number[];
  readonly language: readonly number[];
  readonly voice: readonly number[];
  readonly document: readonly number[];
  /** 1-based row of an export; 0 for prose. */
  readonly row: readonly number[];
  /** Offset of the words in their document or cell. */
  readonly start: readonly number[];
  /** Seconds since 1970; null where the time is not known. */
  readonly time: readonly (number | null)[];
  /** Days since 1970 in the zone of the summary; null where the time is not known. */
  readonly day: readonly (number | null)[];
  /** Place in `TONES`; -1 where the model was not asked. */
  readonly tone: readonly number[];
  /** Percent that the model gives its label. */
  readonly toneP: readonly number[];
  readonly toneUnsure: readonly number[];
  /** A bit a flag, in the order of `names.flag`. */
  readonly flags: readonly number[];
  /** Likes, reposts, replies, quotes, views; a figure is null where it is not known. */
  readonly engagement: Readonly<Record<string, readonly (number | null)[]>>;
  /** How many entries of `stances` are this record's, one after the other. */
  readonly asked: readonly number[];
}

export interface StanceColumns {
  readonly target: readonly number[];
  /** Place in `SIDES`; -1 where the model was not asked. */
  readonly side: readonly number[];
  readonly p: readonly number[];
  readonly unsure: readonly number[];
}

export interface Facts {
  readonly format: 1;
  /** Records of the result, and of them those on the page. */
  readonly total: number;
  readonly shown: number;
  readonly timeZone: string;
  readonly names: {
    readonly topic: readonly string[];
    readonly target: readonly string[];
    readonly platform: readonly Named[];
    readonly language: readonly Named[];
    /** Name and handle; the handle is empty where there is none. */
    readonly voice: readonly Named[];
    readonly document: readonly string[];
    readonly flag: readonly string[];
  };
  readonly records: RecordColumns;
  readonly stances: StanceColumns;
}

export type Place = readonly [start: number, end: number];

/** The part of a document in which the words of a record stand. */
export interface Surroundings {
  /** Offset of `text` in the document. */
  readonly start: number;
  readonly text: string;
  readonly mention?: Place;
  readonly cue?: Place;
}

/** What is long, and decoded last: one entry a record, or by the record's number where few have it. */
export interface Words {
  readonly id: readonly string[];
  readonly text: readonly string[];
  /** Empty where there is none. */
  readonly url: readonly string[];
  readonly speaker: Readonly<Record<string, readonly [name: string, form: number]>>;
  readonly parts: Readonly<Record<string, readonly Place[]>>;
  readonly around: Readonly<Record<string, Surroundings>>;
  /** Where it was asked for: the words in `text` that carried the tone, then those of each stance. */
  readonly rationale: Readonly<Record<string, readonly (readonly Place[])[]>>;
  /** Texts are cut to this many characters at most. */
  readonly longest: number;
}
