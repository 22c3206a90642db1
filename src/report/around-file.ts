/** The sentences around the words of prose, kept beside the records so that a page can be made anew. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export const AROUND_FILE = 'feeds/sentences.ndjson';

export const aroundSchema = z
  .object({
    /** The record whose words stand in it. */
    id: z.string(),
    /** Offset of `text` in the document, in UTF-16 code units. */
    start: z.int().nonnegative(),
    text: z.string(),
  })
  .readonly();

/** A slice of a document: one or more whole sentences. */
export type Around = z.infer<typeof aroundSchema>;

export function aroundLine({ id, start, text }: Around): string {
  return `${JSON.stringify({ id, start, text })}\n`;
}

/** By the record's id; throws where the file is missing or a line is not of that shape. */
export async function aroundIn(path: string): Promise<Map<string, Around>> {
  const around = new Map<string, Around>();
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const one = aroundSchema.parse(JSON.parse(line));
    around.set(one.id, one);
  }
  return around;
}
