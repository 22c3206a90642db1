/** What a model folder says about itself in its `hearsay.json`. */
import { z } from 'zod';

export const TASKS = ['sentiment', 'stance', 'embedding', 'tagging'] as const;
export const SIZES = ['small', 'base'] as const;

const checksum = z.string().regex(/^[0-9a-f]{64}$/, 'not a sha256 in hex');

export const metadataSchema = z
  .object({
    name: z.string().min(1),
    task: z.enum(TASKS),
    size: z.enum(SIZES),
    /** The weights that it was made from. */
    base: z.string(),
    /** In the order of the logits; empty for an embedding. */
    labels: z.array(z.string()).default([]),
    /**
     * What an int8 file's activations are scaled by: the whole batch, so that a text's answer moves with its
     * company and it must run alone, or each token by itself, so that company changes nothing.
     */
    activations: z.enum(['batch', 'token']).default('batch'),
    /** Whether emoji are left to the model, or told to it in words since its vocabulary has none. */
    emoji: z.enum(['kept', 'words']).default('kept'),
    /** Longest sequence, special tokens and target included. */
    maxTokens: z.int().min(8).max(512),
    temperature: z.number().positive().default(1),
    offsets: z.array(z.number()).default([]),
    /** Under this probability of the best label a record is `unsure`. */
    threshold: z.number().min(0).max(1).default(0),
    /** A base model only: the small one keeps what it is at least this sure of, this one answers the rest. */
    cascadeThreshold: z.number().min(0).max(1).optional(),
    /** A base model only: what the small one's opinion counts for in what this one answers after it. */
    cascadeShare: z.number().min(0).max(1).default(0),
    /** ISO 639-1 codes of what the model reads. */
    languages: z.array(z.string()).default(['en']),
    devScores: z.record(z.string(), z.unknown()).default({}),
    /** By path inside the folder. */
    sha256: z.record(z.string(), checksum),
    licence: z.string().default('unknown'),
  })
  .refine((it) => it.task === 'embedding' || it.labels.length > 1, 'labels are missing')
  .refine(
    (it) => it.offsets.length === 0 || it.offsets.length === it.labels.length,
    'there must be as many offsets as labels',
  )
  .refine((it) => ONNX_FILE in it.sha256, `sha256 lacks ${'onnx/model_quantized.onnx'}`);

export const ONNX_FILE = 'onnx/model_quantized.onnx';

export type Task = (typeof TASKS)[number];
export type Size = (typeof SIZES)[number];
export type Metadata = Readonly<z.infer<typeof metadataSchema>>;

const count = z.number().nonnegative();
/** `confusion` of the dev scores: how many rows of a true label were found to have each, in our order of labels. */
export const confusionSchema = z.tuple([
  z.tuple([count, count, count]),
  z.tuple([count, count, count]),
  z.tuple([count, count, count]),
]);
export type Confusion = Readonly<z.infer<typeof confusionSchema>>;
/** The same for each set of records on which the model was judged. */
export const setConfusionsSchema = z.record(z.string(), confusionSchema);
