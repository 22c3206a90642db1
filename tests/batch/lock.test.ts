import { spawnSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockOn } from '../../src/batch/lock.ts';
import { freshDirectory } from '../helpers/program.ts';

const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

interface Fields {
  readonly pid?: number;
  readonly host?: string;
  readonly boot?: string | null;
  readonly started?: string | null;
}

/** A folder with a lock as another run would have left it. */
function folderWithLock(fields: Fields, name = 'lock.1'): string {
  const folder = freshDirectory();
  const holder = {
    pid: deadPid(),
    host: hostname(),
    boot: null,
    started: null,
    since: '2026-01-01T00:00:00Z',
  };
  writeFileSync(join(folder, name), JSON.stringify({ ...holder, ...fields }));
  return folder;
}

const take = (folder: string): ReturnType<typeof lockOn> => lockOn(join(folder, 'lock'), 'scored.csv');

describe('a lock', () => {
  test('is held by one, and free again when released', async () => {
    const folder = freshDirectory();
    const lock = await take(folder);
    await expect(take(folder)).rejects.toMatchObject({
      code: 'output',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}, since `) as string,
    });
    await lock.release();
    await (await take(folder)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('goes to one alone of many who ask at once', async () => {
    const folder = folderWithLock({});
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => take(folder)));
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
    for (const it of asked) if (it.status === 'fulfilled') await it.value.release();
    await (await take(folder)).release();
  });
});

describe('a holder that is gone holds nothing', () => {
  test.each<[string, Fields]>([
    ['a process that has ended', {}],
    ['a process of before the machine was started', { pid: process.pid, boot: 'another start' }],
    ['a process whose number somebody else has now', { pid: process.pid, started: '1' }],
  ])('%s', async (_, fields) => {
    const folder = folderWithLock(fields);
    const lock = await take(folder);
    expect(readdirSync(folder)).toEqual(['lock.2']);
    await lock.release();
  });

  test('a lock without a word is one that is being written, until it has stood there for a while', async () => {
    const folder = freshDirectory();
    const path = join(folder, 'lock.1');
    writeFileSync(path, '');
    await expect(take(folder)).rejects.toMatchObject({ code: 'output' });
    utimesSync(path, new Date(0), new Date(0));
    await (await take(folder)).release();
  });
});

test('a process of another machine counts as alive, and the message says which file to delete', async () => {
  const folder = folderWithLock({ host: 'elsewhere' });
  await expect(take(folder)).rejects.toMatchObject({
    remedy: expect.stringContaining(join(folder, 'lock.1')) as string,
  });
});
