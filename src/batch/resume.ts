/** Whether a run begins or goes on. */
import type { AnswerFile, CacheState } from './answer-file.ts';
import { assertSame, type Identity } from './identity.ts';
import type { Kept } from './journal.ts';
import { modelChecksums } from './model-checksums.ts';
import type { DurablePlan } from './plan.ts';
import { identityIn } from './resume-point.ts';
import type { WorkFolder } from './work-folder.ts';
import type { ModelOptions } from '../classify/models.ts';
import { fileFacts } from '../formats/checksum.ts';

export interface Resumption extends ModelOptions {
  readonly resume: boolean;
  readonly shaping: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly targets: readonly unknown[];
}

/**
 * The journal's entries where the run goes on; its first one alone where it begins.
 * @throws HearsayError `usage` where what the run began with has changed
 */
export async function keptEntries(
  plan: DurablePlan,
  folder: WorkFolder,
  cache: AnswerFile | null,
  options: Resumption,
  notice: (line: string) => void,
): Promise<Kept[]> {
  const kept = await folder.entries();
  const then = identityIn(kept);
  const state = await cacheState(cache, options.resume ? then : null);
  const now = await identityOf(plan, options, state);
  if (options.resume && then !== null) {
    assertSame(then, now);
    notice(`going on with ${plan.output} behind row ${rowsIn(kept)}`);
    return kept;
  }
  if (options.resume) notice(`${plan.output}: there is nothing to resume; this begins at the first row`);
  else if (rowsIn(kept) > 0)
    notice(
      `${plan.output}: an unfinished run of ${rowsIn(kept)} rows is thrown away, as there is no --resume`,
    );
  await folder.clear();
  await folder.begin(0);
  await folder.note({ kind: 'run', identity: now });
  return folder.entries();
}

async function identityOf(
  plan: DurablePlan,
  { shaping, version, targets, ...models }: Resumption,
  cache: CacheState | null,
): Promise<Identity> {
  const inputs = [];
  for (const { input } of plan.jobs) inputs.push(await fileFacts(input));
  const isZipped = plan.jobs.some(({ output }) => output.endsWith('.gz'));
  return {
    version,
    inputs,
    options: { ...shaping, '--rejects': plan.rejects, '-o': plan.jobs.map(({ output }) => output) },
    parts: {
      ...modelChecksums('sentiment', models),
      ...(targets.length > 0 && modelChecksums('stance', models)),
      ...(isZipped && { 'what compresses (zlib, a part of Node)': process.versions['zlib'] ?? '' }),
    },
    cache,
  };
}

/** As the run began, where the file begins so still: what was added since changes no answer. */
async function cacheState(cache: AnswerFile | null, then: Identity | null): Promise<CacheState | null> {
  const before = then?.cache;
  if (cache === null || !before) return cache?.state ?? null;
  return (await cache.checksum(before.bytes)) === before.sha256 ? before : cache.state;
}

/** Rows that are done, over all inputs. */
function rowsIn(kept: readonly Kept[]): number {
  const rows = new Map<number, number>();
  for (const { entry } of kept) if (entry.kind === 'window') rows.set(entry.input, entry.progress.account.in);
  return [...rows.values()].reduce((total, count) => total + count, 0);
}
