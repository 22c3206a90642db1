/** Many documents, read by one process or by several: the built helpers, since a process can't be started from the source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Models, openModels } from '../../src/classify/models.ts';
import type { Reject } from '../../src/errors.ts';
import { type ReaderOptions, readingsOf } from '../../src/pipeline/readings.ts';
import type { Document } from '../../src/reaction.ts';
import { childrenOf } from '../helpers/processes.ts';
import { freshDirectory, repository } from '../helpers/program.ts';

interface Found {
  readonly document: Document | Reject;
}

/** Without models, rules alone read, and quickly. */
const folder = freshDirectory();
const program = new URL('../../dist/pipeline/reading-worker.js', import.meta.url);
const shared: ReaderOptions = { tagger: false, folder, program, processes: 2, alone: 0 };
const alone: ReaderOptions = { tagger: false, folder, processes: 1 };

const texts = readFileSync(join(repository, 'corpora/speakers/gold.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

async function* documents(count: number): AsyncGenerator<Found> {
  for (let i = 0; i < count; i += 1) yield { document: { name: `${i}`, text: texts[i % texts.length]! } };
}

const helpersOf = (parent: number): number[] => childrenOf(parent, 'reading-worker.js');

let models: Models;
beforeAll(async () => {
  models = await openModels({ folder });
});
afterAll(() => models.close());

async function read(all: AsyncIterable<Found>, options: ReaderOptions): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { document, reading } of readingsOf(all, models, options)) found.push(reading ?? document);
  return found;
}

describe('documents', () => {
  test('are read alike by one process and by helping ones, in their order', async () => {
    let helpers = 0;
    const found: unknown[] = [];
    for await (const { reading } of readingsOf(documents(400), models, shared)) {
      found.push(reading);
      if (found.length === 390) helpers = helpersOf(process.pid).length;
    }
    expect(helpers).toBe(2);
    expect(found).toEqual(await read(documents(400), alone));
  });

  test('are all read though every helper is killed at work', async () => {
    const found: unknown[] = [];
    for await (const { reading } of readingsOf(documents(400), models, shared)) {
      found.push(reading);
      if (found.length === 300) for (const pid of helpersOf(process.pid)) process.kill(pid, 'SIGKILL');
    }
    expect(found).toEqual(await read(documents(400), alone));
  });

  test('are all read where no helper can start', async () => {
    const nowhere = { ...shared, program: new URL('file:///nowhere/reading-worker.js') };
    expect(await read(documents(30), nowhere)).toEqual(await read(documents(30), alone));
  });

  test('leave no process behind', async () => {
    await read(documents(100), shared);
    await expect.poll(() => helpersOf(process.pid), { timeout: 10_000 }).toEqual([]);
  });

  test('come with the rejects among them, in their order', async () => {
    const reject: Reject = { file: 'f', row: 2, line: 2, code: 'json', message: 'no text', raw: '' };
    async function* mixed(): AsyncGenerator<Found> {
      yield* documents(1);
      yield { document: reject };
      yield* documents(1);
    }
    const names = (await read(mixed(), alone)).map((it) =>
      it === reject ? 'reject' : (it as { document: Document }).document.name,
    );
    expect(names).toEqual(['0', 'reject', '0']);
  });

  test('that came before an error of their source are given before it is told', async () => {
    async function* broken(): AsyncGenerator<Found> {
      yield* documents(3);
      throw new Error('the second file is gone');
    }
    const names: string[] = [];
    const all = async (): Promise<void> => {
      for await (const { reading } of readingsOf(broken(), models, shared))
        names.push(reading!.document.name);
    };
    await expect(all()).rejects.toThrow('the second file is gone');
    expect(names).toEqual(['0', '1', '2']);
  });

  test('are given as they are read, though the next one takes its time', async () => {
    let more = (): void => {};
    async function* slow(): AsyncGenerator<Found> {
      yield* documents(1);
      await new Promise<void>((resolve) => {
        more = resolve;
      });
      yield* documents(1);
    }
    const names: string[] = [];
    for await (const { reading } of readingsOf(slow(), models, shared)) {
      names.push(reading!.document.name);
      more();
    }
    expect(names).toEqual(['0', '0']);
  });
});

test('a model that answered in a helper counts as used', async () => {
  const own = await openModels({});
  // This process has read little before the helpers are there, and they read the rest.
  for await (const _ of readingsOf(documents(40), own, { ...shared, folder: undefined, tagger: true }))
    continue;
  expect(own.used.map(({ name }) => name)).toContain('quotation-tagger');
  await own.close();
});
