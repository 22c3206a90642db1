/** Documents with attributions, as NDJSON: `{id, text, attributions: [{source, cue, content, …}]}`. */
import { z } from 'zod';
import { HearsayError } from '../errors.ts';
import type { Labelled, LabelledDocument } from '../extract/labelled.ts';
import { sourceOf } from '../formats/source.ts';
import {
  engagementSchema,
  FLAGS,
  KINDS,
  PLATFORMS,
  SENTIMENTS,
  SPEAKER_FORMS,
  STANCES,
} from '../reaction.ts';
import type { Io } from './command.ts';

const span = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .transform(([start, end]) => ({ start, end }));
const spans = z.array(span);
const attribution = z.object({
  source: spans.default([]),
  cue: spans.default([]),
  content: spans,
  speaker: z
    .object({ name: z.string(), form: z.enum(SPEAKER_FORMS) })
    .nullable()
    .optional(),
  kind: z.enum(KINDS).optional(),
  platform: z.enum(PLATFORMS).nullable().optional(),
  engagement: engagementSchema.optional(),
  flags: z.array(z.enum(FLAGS)).optional(),
  sentiment: z.enum(SENTIMENTS).optional(),
  stances: z.array(z.object({ target: z.string(), label: z.enum(STANCES) })).optional(),
});
const labelledDocument = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  attributions: z.array(attribution),
});

/** An attribution with the labels of tone and side, where the annotator gave them. */
export type FullyLabelled = Labelled & Pick<z.infer<typeof attribution>, 'sentiment' | 'stances'>;
export interface AnnotatedDocument extends LabelledDocument {
  readonly attributions: readonly FullyLabelled[];
}

/**
 * The documents of a file, `-` for standard input, also .gz.
 * @throws HearsayError `input` for a file that can't be read, `usage` for a line that is no such document
 */
export async function labelledDocuments(path: string, io: Io): Promise<AnnotatedDocument[]> {
  const source = await sourceOf(path, io.stdin);
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) chunks.push(chunk);
  const lines = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u);
  const documents = lines.flatMap((line, index) =>
    line.trim() ? [documentOf(line, source.name, index + 1)] : [],
  );
  if (documents.length > 0) return documents;
  throw new HearsayError('usage', 'there is no labelled document', {
    at: { file: source.name },
    remedy: 'Give NDJSON with one {"id", "text", "attributions"} a line.',
  });
}

function documentOf(line: string, file: string, row: number): AnnotatedDocument {
  const found = labelledDocument.safeParse(parsed(line, file, row));
  if (!found.success) {
    const issue = found.error.issues[0]!;
    throw malformed(file, row, `${issue.path.join('.') || 'the line'}: ${issue.message}`);
  }
  return found.data;
}

function parsed(line: string, file: string, row: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed(file, row, 'not JSON');
  }
}

const malformed = (file: string, row: number, what: string): HearsayError =>
  new HearsayError('usage', `this is no document with attributions (${what})`, {
    at: { file, row },
    remedy:
      'Every line is {"id", "text", "attributions": [{"source", "cue", "content"}]}, spans as [start, end].',
  });
