/**
 * The record: everything that hearsay finds is one `Reaction`, and once the models have spoken a
 * `ScoredReaction`. Plain readonly data: an NDJSON line, a worker message and a test literal are the same
 * thing. The zod schemas below are the single source of shapes, ranges and key order.
 *
 * Terms follow the field: a quotation has a source (here `speaker`), a cue and a content (PARC, PolNeAR);
 * stance is `favor | against | none` toward a target (SemEval-2016 task 6).
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export const STANCES = ['favor', 'against', 'none'] as const;
export const KINDS = ['quotation', 'post', 'commentary'] as const;
export const SPEAKER_FORMS = ['named', 'described', 'pronoun', 'anonymous'] as const;
export const PLATFORMS = [
  'x',
  'facebook',
  'instagram',
  'threads',
  'tiktok',
  'youtube',
  'reddit',
  'bluesky',
  'mastodon',
  'telegram',
  'truthsocial',
  'gab',
  'tumblr',
  'linkedin',
  'vk',
  'weibo',
  'other',
] as const;
export const FLAGS = [
  'indirect',
  'mixed',
  'nested',
  'truncated',
  'duplicate',
  'unsupported-language',
  'no-text',
] as const;
export const ENGAGEMENTS = ['likes', 'reposts', 'replies', 'quotes', 'views'] as const;

/** UTF-16 code units in the decoded document (or in the text cell of a row), end exclusive. */
export const spanSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }).readonly();

export const mentionSchema = z
  .object({ text: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })
  .readonly();

export const speakerSchema = z
  .object({
    /** The resolved full name as the story first gives it, else the mention's own words. */
    name: z.string(),
    /** Describes the mention at the quotation, not the resolved name. */
    form: z.enum(SPEAKER_FORMS),
    /** Null for rows of an export, whose author is a column and no words of a text. */
    mention: mentionSchema.nullable(),
  })
  .readonly();

const count = z.int().nonnegative();

/** Only what is known is there: a missing key means "not known", 0 means none. */
export const engagementSchema = z
  .object({ likes: count, reposts: count, replies: count, quotes: count, views: count })
  .partial()
  .readonly();

export const authorSchema = z
  .object({ id: z.string().nullable(), handle: z.string().nullable(), name: z.string().nullable() })
  .readonly();

export const provenanceSchema = z
  .object({
    document: z.string(),
    /** 1-based row of an export, the header not counted; null for prose. */
    row: z.int().positive().nullable(),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    /** One or more; `text` is their slices joined by one space. */
    parts: z.array(spanSchema).readonly(),
  })
  .readonly();

const probability = z.number().min(0).max(1).nullable();

/**
 * The words that carried a label, in the order of the text: places in the record's `text`, and what the label
 * loses in probability without them (erasure: Li et al. 2016; rationales: DeYoung et al. 2020).
 */
export const rationaleSchema = z
  .array(
    z
      .object({
        text: z.string(),
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
        weight: z.number().min(0).max(1),
      })
      .readonly(),
  )
  .readonly();

/** Label and probabilities are null only where the model was not asked. */
export const sentimentSchema = z
  .object({
    label: z.enum(SENTIMENTS).nullable(),
    negative: probability,
    neutral: probability,
    positive: probability,
    /** No calibrated probability reaches the model's threshold; the label is still the best of the three. */
    unsure: z.boolean(),
    /** There where it was asked for, and the label is not `neutral`. */
    rationale: rationaleSchema.optional(),
  })
  .readonly();

export const stanceSchema = z
  .object({
    target: z.string(),
    label: z.enum(STANCES).nullable(),
    favor: probability,
    against: probability,
    none: probability,
    unsure: z.boolean(),
    /** There where it was asked for, and a side is taken. */
    rationale: rationaleSchema.optional(),
  })
  .readonly();

/** The topic of what fits none. */
export const OTHER_TOPIC = 'other';

export const topicShareSchema = z.object({ name: z.string(), score: z.number().min(0).max(1) }).readonly();

export const reactionSchema = z
  .object({
    /** Stable: the same input gives the same id. */
    id: z.string(),
    kind: z.enum(KINDS),
    text: z.string(),
    speaker: speakerSchema.nullable(),
    cue: mentionSchema.nullable(),
    platform: z.enum(PLATFORMS).nullable(),
    engagement: engagementSchema,
    /** ISO 8601 in UTC, seconds precision, e.g. `2026-03-01T18:30:00Z`; null when not known. */
    publishedAt: z.string().nullable(),
    /** ISO 639-1. */
    language: z.string().nullable(),
    sourceId: z.string().nullable(),
    url: z.string().nullable(),
    author: authorSchema.nullable(),
    replyTo: z.string().nullable(),
    quoteOf: z.string().nullable(),
    repostOf: z.string().nullable(),
    /** 0-based order of the story in a document; null for rows. */
    story: z.int().nonnegative().nullable(),
    topic: z.string().nullable(),
    topics: z.array(topicShareSchema).readonly(),
    flags: z.array(z.enum(FLAGS)).readonly(),
    provenance: provenanceSchema,
  })
  .readonly();

const { flags: flagsShape, provenance: placeShape, ...found } = reactionSchema.unwrap().shape;

/** In the order in which a record is written: what was found, the labels, flags and place. */
export const scoredReactionSchema = z
  .object({
    ...found,
    sentiment: sentimentSchema,
    stances: z.array(stanceSchema).readonly(),
    flags: flagsShape,
    provenance: placeShape,
  })
  .readonly();

export type SentimentLabel = (typeof SENTIMENTS)[number];
export type StanceLabel = (typeof STANCES)[number];
export type Kind = (typeof KINDS)[number];
export type SpeakerForm = (typeof SPEAKER_FORMS)[number];
export type Platform = (typeof PLATFORMS)[number];
export type Flag = (typeof FLAGS)[number];
export type Span = z.infer<typeof spanSchema>;
export type Mention = z.infer<typeof mentionSchema>;
export type Speaker = z.infer<typeof speakerSchema>;
export type Engagement = z.infer<typeof engagementSchema>;
export type Author = z.infer<typeof authorSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
export type Rationale = z.infer<typeof rationaleSchema>;
export type SentimentScore = z.infer<typeof sentimentSchema>;
export type StanceScore = z.infer<typeof stanceSchema>;
export type TopicShare = z.infer<typeof topicShareSchema>;
/** What was found, before any model was asked. */
export type Reaction = z.infer<typeof reactionSchema>;
/** A reaction with sentiment and one stance per target. */
export type ScoredReaction = z.infer<typeof scoredReactionSchema>;

/** One row of an export as a layout maps it: the post before it becomes a reaction. */
export interface Post {
  readonly row: number;
  readonly text: string;
  readonly sourceId: string | null;
  readonly url: string | null;
  readonly author: Author | null;
  readonly publishedAt: string | null;
  readonly engagement: Engagement;
  readonly language: string | null;
  readonly platform: Platform | null;
  readonly replyTo: string | null;
  readonly quoteOf: string | null;
  readonly repostOf: string | null;
}

/** A piece of prose, decoded: BOM removed, line ends as they are. */
export interface Document {
  readonly name: string;
  readonly text: string;
}

/** One story of a document: its order, its place and, where the text gives one, its heading. */
export interface Story {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly heading: string | null;
}

/** Twelve hex digits from kind, place and words: the same input gives the same id, on any machine. */
export function reactionId(kind: Kind, text: string, provenance: Provenance): string {
  const place = [provenance.document, provenance.row, provenance.start, provenance.end].join('\u0000');
  return createHash('sha256').update(`${kind}\u0000${place}\u0000${text}`).digest('hex').slice(0, 12);
}
