/** Room on a disk, looked at before a long run rather than at its end. */
import { statfs } from 'node:fs/promises';
import type { DurablePlan } from './plan.ts';

/** A word where the disk has less room than the inputs alone take; null where it has more, or nobody knows. */
export async function spaceNotice(
  { output, folder, jobs }: DurablePlan,
  bytes: number,
): Promise<string | null> {
  if (jobs.every((job) => job.output.endsWith('.gz'))) return null;
  const disk = await statfs(folder).catch(() => null);
  if (disk === null) return null;
  const free = disk.bavail * disk.bsize;
  if (free >= bytes) return null;
  return (
    `${output}: ${megabytes(free)} are free there, and what is read has ${megabytes(bytes)}; ` +
    'should the disk be full before the end, free some space and go on with --resume'
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
