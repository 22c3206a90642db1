/** What is asked for and what is answered, as schemas: they validate, and the OpenAPI description is made of them. */
import { z } from 'zod';
import { shareSchema } from '../aggregate/share-schema.ts';
import { summarySchema } from '../aggregate/summary-schema.ts';
import {
  FLAGS,
  SENTIMENTS,
  STANCES,
  scoredReactionSchema,
  sentimentSchema,
  stanceSchema,
} from '../reaction.ts';
import { problemSchema } from './problem.ts';

const count = z.int().nonnegative();

export const MOST_ROWS = 1000;
export const SOME_ROWS = 100;

export const pageSchema = z.object({
  /** Records in the order asked for. */
  rows: z.array(scoredReactionSchema),
  /** How many records the filters let through, on all pages. */
  total: count,
  /** The cursor of the next page; null on the last one. */
  next: z.string().nullable(),
  /** The next page's address on this server; null on the last one. */
  next_url: z.string().nullable(),
});

export const seriesRowSchema = z.object({
  topic: z.string().nullable(),
  /** The first day of the period. */
  day: z.string(),
  /** Null where the label is a sentiment. */
  target: z.string().nullable(),
  label: z.enum([...SENTIMENTS, ...STANCES]),
  ...shareSchema.unwrap().shape,
});

export type SeriesRow = z.infer<typeof seriesRowSchema>;

export const seriesSchema = z.object({ rows: z.array(seriesRowSchema) });

const sharesShape = Object.fromEntries(SENTIMENTS.map((label) => [label, z.number().nullable()])) as Record<
  (typeof SENTIMENTS)[number],
  z.ZodNullable<z.ZodNumber>
>;

export const topicRowSchema = z.object({
  topic: z.string().nullable(),
  /** Quotations and posts. */
  n: count,
  commentary: count,
  voices: count,
  /** Shares of the labelled records, 0–1; null where none is labelled. */
  ...sharesShape,
  /** The first and the last day on which something was published. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Targets of the topic, most taken sides first, joined by `; ` in CSV. */
  targets: z.array(z.string()),
});

export const topicsSchema = z.object({ rows: z.array(topicRowSchema) });

export const LIMITS = { texts: 50, characters: 10_000, targets: 5, bytes: 1_000_000 } as const;

const targets = z.array(z.string().trim().min(1).max(200)).max(LIMITS.targets);
const language = z.string().regex(/^[a-z]{2,3}$/, 'a code of ISO 639-1, as in en');
const text = z.string().max(LIMITS.characters);

export const analyzeRequestSchema = z.strictObject({
  /** Texts alone, or with an id to know them by and what is special about them. */
  texts: z
    .array(
      z.union([
        text,
        z.strictObject({ id: z.string().max(200).optional(), text, targets: targets.optional() }),
      ]),
    )
    .min(1)
    .max(LIMITS.texts),
  /** Toward whom or what every text is asked about. */
  targets: targets.default([]),
  /** The language of every text: switches the detection off. */
  language: language.optional(),
});

export type AnalyzeRequest = z.infer<typeof analyzeRequestSchema>;

export const scoredTextSchema = z.object({
  id: z.string().nullable(),
  language: z.string().nullable(),
  sentiment: sentimentSchema,
  stances: z.array(stanceSchema),
  flags: z.array(z.enum(FLAGS)),
});

export type ScoredText = z.infer<typeof scoredTextSchema>;

export const analyzeAnswerSchema = z.object({
  /** One for one, in the order of the texts. */
  rows: z.array(scoredTextSchema),
  /** Names of the models that were asked so far. */
  models: z.array(z.string()),
});

export type AnalyzeAnswer = z.infer<typeof analyzeAnswerSchema>;

export const healthSchema = z.object({
  status: z.literal('ok'),
  /** Changes when the result does. */
  result: z.string(),
  records: count,
});

/** Schemas that the description names; what uses them refers to them. */
export const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Problem: problemSchema,
  Reaction: scoredReactionSchema,
  Page: pageSchema,
  Summary: summarySchema,
  Series: seriesSchema,
  Topics: topicsSchema,
  AnalyzeRequest: analyzeRequestSchema,
  AnalyzeAnswer: analyzeAnswerSchema,
  Health: healthSchema,
}))
  named.add(schema, { id });
