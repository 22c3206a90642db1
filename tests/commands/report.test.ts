import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { summaryBuilder } from '../../src/aggregate/summary.ts';
import { report } from '../../src/commands/report.ts';
import { HearsayError } from '../../src/errors.ts';
import { writeResultFolder } from '../../src/report/folder.ts';
import { inventedRun } from '../helpers/invented-run.ts';
import { testIo } from '../helpers/io.ts';
import { freshDirectory } from '../helpers/program.ts';

async function resultFolder(): Promise<string> {
  const out = join(freshDirectory(), 'out');
  const builder = summaryBuilder();
  async function* reactions() {
    for (const reaction of inventedRun) {
      builder.add(reaction);
      yield reaction;
    }
  }
  await writeResultFolder(out, {
    reactions: reactions(),
    rejects: [],
    summary: () => builder.summary(),
    facts: {
      version: '0.1.0',
      clock: '2026-03-01T12:00:00Z',
      inputs: [],
      models: [],
      options: {},
      counts: { in: 0, out: 0, rejected: 0 },
    },
  });
  return out;
}

/** Runs `hearsay report ARGS` and gives what it wrote. */
async function reported(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const io = testIo();
  await report.build(io).exitOverride().parseAsync(args, { from: 'user' });
  return { stdout: io.printed(), stderr: String((io.stderr as PassThrough).read() ?? '') };
}

async function refusal(...args: string[]): Promise<[number, string]> {
  const error: unknown = await reported(...args).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(HearsayError);
  return [(error as HearsayError).exitCode, (error as HearsayError).line];
}

describe('hearsay report', () => {
  test('makes the page of a result folder anew, as the run made it', async () => {
    const out = await resultFolder();
    const page = readFileSync(join(out, 'dashboard.html'));
    writeFileSync(join(out, 'dashboard.html'), 'lost');
    expect(await reported(out)).toEqual({ stdout: '', stderr: `wrote ${join(out, 'dashboard.html')}\n` });
    expect(readFileSync(join(out, 'dashboard.html')).equals(page)).toBe(true);
  });

  test('keeps the manifest true and its clock', async () => {
    const out = await resultFolder();
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    appendFileSync(join(out, 'rejects.csv'), 'x');
    await reported(out, '-q');
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      writtenAt: string;
      files: { name: string; sha256: string }[];
    };
    const sha256 = createHash('sha256')
      .update(readFileSync(join(out, 'dashboard.html')))
      .digest('hex');
    expect(manifest.files.find(({ name }) => name === 'dashboard.html')!.sha256).toBe(sha256);
    expect(before).toContain(`"writtenAt": "${manifest.writtenAt}"`);
  });

  test('writes the page elsewhere, and on standard output', async () => {
    const out = await resultFolder();
    const page = readFileSync(join(out, 'dashboard.html'), 'utf8');
    const file = join(freshDirectory(), 'page.html');
    await reported(out, '-o', file);
    expect(readFileSync(file, 'utf8')).toBe(page);
    expect((await reported(out, '-o', '-')).stdout).toBe(page);
  });

  test('refuses what is no result folder with exit 4', async () => {
    const folder = freshDirectory();
    expect(await refusal(join(folder, 'none'))).toEqual([4, expect.stringContaining('there is no folder')]);
    expect(await refusal(folder)).toEqual([4, expect.stringContaining('is no result folder of hearsay')]);
  });

  test('names the file that is damaged', async () => {
    const out = await resultFolder();
    writeFileSync(join(out, 'summary.json'), '{"format": 1');
    expect(await refusal(out)).toEqual([4, expect.stringContaining('summary.json')]);
  });

  test('can’t write the page onto a folder: exit 6', async () => {
    const out = await resultFolder();
    const folder = join(freshDirectory(), 'page.html');
    mkdirSync(folder);
    expect(await refusal(out, '-o', folder)).toEqual([6, expect.stringContaining("can't be written")]);
  });
});
