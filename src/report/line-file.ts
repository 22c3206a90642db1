/** A text file written line by line. */
import { type FileHandle, open } from 'node:fs/promises';

/** UTF-16 units gathered before they go to the file: a million small writes would take longer than the rest. */
const BATCH = 65_536;

export class LineFile {
  readonly #file: FileHandle;
  #waiting = '';

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** A new file at `path`, readable by whom the user's own files are. */
  static async at(path: string): Promise<LineFile> {
    return new LineFile(await open(path, 'wx'));
  }

  /** Adds text, line ends as they are in it. */
  async add(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= BATCH) await this.#flush();
  }

  /** Returns once everything is on the disk. */
  async close(): Promise<void> {
    try {
      await this.#flush();
      await this.#file.sync();
    } finally {
      await this.#file.close();
    }
  }

  async #flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    await this.#file.appendFile(text, 'utf8');
  }
}

/** Writes a whole small file and returns once it is on the disk. */
export async function writeText(path: string, text: string): Promise<void> {
  const file = await LineFile.at(path);
  await file.add(text);
  await file.close();
}
