/** The shape of a summary, as `summary.json` holds it. Published: other programs read it. */
import { z } from 'zod';
import { PLATFORMS, SENTIMENTS, STANCES } from '../reaction.ts';
import { copyGroupsSchema } from './copy-groups.ts';
import { distributionSchema } from './distribution.ts';
import { evidenceSchema } from './evidence.ts';
import { leanSchema } from './lean.ts';
import { shareSchema } from './share-schema.ts';
import { timelineSchema } from './timeline.ts';
import { WEIGHTINGS } from './voiced-counts.ts';

const count = z.int().nonnegative();
const sentimentDistribution = distributionSchema(SENTIMENTS);
const stanceDistribution = distributionSchema(STANCES);
const sentimentCounts = z.record(z.enum(SENTIMENTS), count).readonly();
const towardSchema = z.object({ target: z.string(), favor: count, against: count, none: count }).readonly();

/** A cell of the cross-table where tone and side part, with one example. */
const offDiagonalSchema = z
  .object({
    stance: z.enum(STANCES),
    sentiment: z.enum(SENTIMENTS),
    ...shareSchema.unwrap().shape,
    example: evidenceSchema.nullable(),
  })
  .readonly();

export const targetSummarySchema = z
  .object({
    target: z.string(),
    ...stanceDistribution.unwrap().shape,
    /** Which way those who take a side lean. */
    lean: leanSchema,
    /** Stance by sentiment, over the `n` records that carry both. */
    crossTable: z
      .object({
        n: count,
        counts: z.record(z.enum(STANCES), sentimentCounts).readonly(),
        offDiagonal: z.array(offDiagonalSchema).readonly(),
      })
      .readonly(),
    /** Per side the records with most engagement, near-copies once. */
    loudest: z
      .object({ favor: z.array(evidenceSchema).readonly(), against: z.array(evidenceSchema).readonly() })
      .readonly(),
  })
  .readonly();

export const speakerSummarySchema = z
  .object({
    name: z.string(),
    handle: z.string().nullable(),
    /** Exact; the figures below may miss first records where more than 2,000 voices speak. */
    n: count,
    /** Likes, reposts, replies and quotes of all their records. */
    actions: count,
    sentiment: sentimentCounts,
    stances: z.array(towardSchema).readonly(),
  })
  .readonly();

export const daySummarySchema = z
  .object({
    /** `2026-03-01`, in the summary's time zone. */
    day: z.string(),
    n: count,
    sentiment: sentimentCounts,
    stances: z.array(towardSchema).readonly(),
    /** The same as shares, whose intervals know which records are by one voice. */
    shares: z
      .object({
        sentiment: z.record(z.enum(SENTIMENTS), shareSchema).readonly(),
        stances: z
          .array(
            z
              .object({ target: z.string(), favor: shareSchema, against: shareSchema, none: shareSchema })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
  })
  .readonly();

/** Why records carry no sentiment label. */
const unlabelledSchema = z
  .object({ n: count, noText: count, unsupportedLanguage: count, other: count })
  .readonly();

/** How far a few voices or a few texts make up the whole. */
const concentrationSchema = z
  .object({
    /** Records by the ten loudest voices (or by all, where there are fewer), among all records. */
    loudest: z.object({ voices: count, ...shareSchema.unwrap().shape }).readonly(),
    /** The largest group of near-copies, among all records; the text is one of the group. */
    copies: z.object({ text: z.string().nullable(), ...shareSchema.unwrap().shape }).readonly(),
  })
  .readonly();

const commentarySchema = z
  .object({
    n: count,
    sentiment: sentimentDistribution,
    examples: z.array(evidenceSchema).readonly(),
  })
  .readonly();

export const groupSummarySchema = z
  .object({
    /** Quotations and posts, the base of what follows; commentary is counted apart. */
    n: count,
    kinds: z.object({ quotation: count, post: count }).readonly(),
    indirect: count,
    reposts: count,
    unlabelled: unlabelledSchema,
    /** Different voices that could be told apart, and the records whose voice can't be told. */
    voices: z.object({ distinct: count, unidentified: count }).readonly(),
    /** Different texts, near-copies counted once. */
    texts: count,
    concentration: concentrationSchema,
    /** Who posted nearly the same, and whether it looks coordinated. */
    copies: copyGroupsSchema,
    platforms: z.array(z.object({ platform: z.enum(PLATFORMS), n: count }).readonly()).readonly(),
    languages: z.array(z.object({ language: z.string(), n: count }).readonly()).readonly(),
    sentiment: sentimentDistribution,
    /** The records with most engagement per tone, near-copies once. */
    loudest: z
      .object({ negative: z.array(evidenceSchema).readonly(), positive: z.array(evidenceSchema).readonly() })
      .readonly(),
    /** At most fifteen records, those with most engagement, in the order of reading: all of a small topic. */
    said: z.array(evidenceSchema).readonly(),
    /** Most taken sides first. */
    targets: z.array(targetSummarySchema).readonly(),
    /** At most twenty, loudest first. */
    speakers: z.array(speakerSummarySchema).readonly(),
    /** In order of time; records without a date are in `undated`. */
    days: z.array(daySummarySchema).readonly(),
    undated: count,
    /** How many a period, by hour, day or week, with bursts. */
    timeline: timelineSchema,
    commentary: commentarySchema,
  })
  .readonly();

export const topicSummarySchema = z
  .object({
    /** Null for the records to which no topic was given. */
    topic: z.string().nullable(),
    ...groupSummarySchema.unwrap().shape,
  })
  .readonly();

export const summarySchema = z
  .object({
    /** Goes up when a field changes its meaning or goes away. */
    format: z.literal(1),
    /** By what the `weighted` shares are weighted; null where they were not asked for. */
    weight: z.enum(WEIGHTINGS).nullable(),
    timeZone: z.string(),
    /** All topics together. */
    overall: groupSummarySchema,
    /** Most labelled records first. */
    topics: z.array(topicSummarySchema).readonly(),
  })
  .readonly();

/** The same as JSON Schema (draft 2020-12), for programs that are not written in TypeScript. */
export function summaryJsonSchema(): object {
  return z.toJSONSchema(summarySchema);
}

export type Summary = z.infer<typeof summarySchema>;
export type GroupSummary = z.infer<typeof groupSummarySchema>;
export type TopicSummary = z.infer<typeof topicSummarySchema>;
export type TargetSummary = z.infer<typeof targetSummarySchema>;
export type SpeakerSummary = z.infer<typeof speakerSummarySchema>;
export type Toward = z.infer<typeof towardSchema>;
export type DaySummary = z.infer<typeof daySummarySchema>;
