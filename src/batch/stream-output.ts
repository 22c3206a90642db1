/** The output of one input as a stream: to standard output, a device or a pipe. There is nothing to resume. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertPlaceFor, isSpecial, movedTo, unwritable } from './disk.ts';
import type { Progress } from './journal.ts';
import { type Addition, NO_PROGRESS, type Output } from './output.ts';
import { PartFile } from './part-file.ts';
import { REJECTS_HEAD } from './rejects.ts';

export type Writer = (text: string) => Promise<void>;

export class StreamOutput implements Output {
  readonly #write: Writer;
  readonly #rejects: { readonly path: string; readonly file: PartFile } | null;

  private constructor(write: Writer, rejects: { path: string; file: PartFile } | null) {
    this.#write = write;
    this.#rejects = rejects;
  }

  /** @param rejects the file for rejects; null where somebody else tells of them */
  static async to(write: Writer, rejects: string | null): Promise<StreamOutput> {
    if (rejects === null) return new StreamOutput(write, null);
    await assertPlaceFor(rejects);
    const beside = (await isSpecial(rejects)) ? join(tmpdir(), 'hearsay-rejects') : rejects;
    const file = await PartFile.at(`${beside}.${process.pid}.new`);
    return new StreamOutput(write, { path: rejects, file });
  }

  done(): null {
    return null;
  }

  async begin(_: number, head: string): Promise<Progress> {
    await this.#write(head);
    await this.#rejects?.file.add(Buffer.from(REJECTS_HEAD));
    return NO_PROGRESS;
  }

  async add({ lines, rejects }: Addition): Promise<void> {
    await this.#rejects?.file.add(Buffer.from(rejects));
    await this.#write(lines);
  }

  async finish(): Promise<void> {}

  /** Rejects of a run that was stopped are as good as its output: they get their name too. */
  async close(): Promise<void> {
    if (this.#rejects === null) return;
    const { path, file } = this.#rejects;
    await file.close();
    await movedTo(file.path, path).finally(() => rm(file.path, { force: true }));
  }
}

/** Writes into what stands at the path, as it is no file that could be replaced. */
export async function deviceWriter(path: string): Promise<Writer> {
  const stream: WriteStream = createWriteStream(path, { flags: 'a' });
  // Told by the write that fails.
  stream.on('error', () => undefined);
  await once(stream, 'open').catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
  return (text) =>
    new Promise((resolve, reject) => {
      stream.write(text, (cause) => (cause ? reject(unwritable(path, cause)) : resolve()));
    });
}
