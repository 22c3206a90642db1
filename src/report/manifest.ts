/** What a result folder says of itself: from what, by which models, with which options, how many. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../formats/checksum.ts';

export const MANIFEST = 'manifest.json';

const count = z.int().nonnegative();
const fileSchema = z.object({ name: z.string(), size: count, sha256: z.string() }).readonly();

export const manifestSchema = z
  .object({
    /** Tells a result folder from any other. */
    tool: z.literal('hearsay'),
    /** Goes up when a file of the folder changes its shape. */
    format: z.literal(1),
    version: z.string(),
    /** The clock: the only thing that differs between two runs over the same input. */
    writtenAt: z.string(),
    /** Size in bytes as stored; null for standard input of unknown length. */
    inputs: z
      .array(z.object({ name: z.string(), size: count.nullable(), sha256: z.string().nullable() }))
      .readonly(),
    models: z.array(z.record(z.string(), z.unknown())).readonly(),
    options: z.record(z.string(), z.unknown()),
    /** Rows of exports read and rejected, and records written. */
    counts: z.object({ in: count, out: count, rejected: count, records: count }).readonly(),
    files: z.array(fileSchema).readonly(),
  })
  .readonly();

export type Manifest = z.infer<typeof manifestSchema>;

/** What the caller knows of the run. */
export interface RunFacts {
  readonly version: string;
  /** ISO 8601 in UTC. */
  readonly clock: string;
  readonly inputs: Manifest['inputs'];
  readonly models: readonly object[];
  readonly options: object;
  readonly counts: { readonly in: number; readonly out: number; readonly rejected: number };
}

/** The manifest of the files in `folder`, as text. */
export async function manifestText(folder: string, facts: RunFacts, records: number): Promise<string> {
  const manifest = {
    tool: 'hearsay',
    format: 1,
    version: facts.version,
    writtenAt: facts.clock,
    inputs: facts.inputs.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    models: facts.models,
    options: facts.options,
    counts: { in: facts.counts.in, out: facts.counts.out, rejected: facts.counts.rejected, records },
    files: await filesIn(folder),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The manifest of a result folder; null where there is none, or one of another program. */
export async function manifestIn(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Every file but the manifest, by name with `/`, with its size and checksum. */
export async function filesIn(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => name !== MANIFEST)
    .sort();
  const files = [];
  for (const name of names) {
    const path = join(folder, name);
    files.push({ name, size: (await stat(path)).size, sha256: await sha256Of(path) });
  }
  return files;
}
