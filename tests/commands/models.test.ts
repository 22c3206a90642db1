import { cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelPlaces } from '../../src/classify/folder.ts';
import { models } from '../../src/commands/models.ts';
import { HearsayError } from '../../src/errors.ts';
import { testIo } from '../helpers/io.ts';
import { freshDirectory } from '../helpers/program.ts';

/** Runs `hearsay models ARGS` and gives what it wrote, and the line of what it threw. */
async function listed(
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ stdout: string; error: string | null }> {
  const io = testIo(env);
  const error: unknown = await models
    .build(io)
    .exitOverride()
    .parseAsync(args, { from: 'user' })
    .then(() => null)
    .catch((it: unknown) => it);
  const line = error instanceof HearsayError ? `${error.exitCode}: ${error.line}` : null;
  return { stdout: io.printed(), error: line };
}

/** A folder with a copy of one model of ours, under another name. */
function copyAs(name: string): string {
  const place = freshDirectory();
  cpSync(join(modelPlaces(undefined, {})[0]!, 'stance-small'), join(place, name), { recursive: true });
  return place;
}

describe('hearsay models', () => {
  test('lists what the package brings, with size, score and licence, whole', async () => {
    const { stdout, error } = await listed({});
    expect(error).toBeNull();
    expect(stdout).toMatch(/^model +task +MB +score on dev +files +licence\n/);
    expect(stdout).toMatch(
      /^sentiment-small +sentiment +\d\d\.\d +\d\d\.\d \(\d\d\.\d–\d\d\.\d\) +whole +\S/m,
    );
    expect(stdout).toMatch(/^sentence-encoder +embedding +\d\d\.\d +- +whole +Apache-2\.0$/m);
  });

  test('gives programs the same and more as JSON', async () => {
    const { stdout } = await listed({}, '--json');
    const entries = JSON.parse(stdout) as Record<string, unknown>[];
    const entry = entries.find((it) => it['name'] === 'stance-small');
    expect(entry).toMatchObject({
      task: 'stance',
      size: 'small',
      state: 'whole',
      damaged: [],
      languages: ['en'],
    });
    expect(entry).toHaveProperty(['sha256', 'onnx/model_quantized.onnx']);
  });

  test('names a damaged file, and still lists the others', async () => {
    const place = copyAs('stance-small');
    truncateSync(join(place, 'stance-small/onnx/model_quantized.onnx'), 1000);
    const { stdout, error } = await listed({ HEARSAY_MODELS: place });
    expect(stdout).toMatch(/^stance-small .* damaged: onnx\/model_quantized\.onnx /m);
    expect(stdout).toMatch(/^sentiment-small .* whole /m);
    expect(error).toBe(
      '5: damaged: stance-small. Install hearsay again, or put a whole copy of the folder there.',
    );
  });

  test('lists a folder whose description is broken', async () => {
    const place = copyAs('stance-mine');
    writeFileSync(join(place, 'stance-mine/hearsay.json'), '{');
    const { stdout, error } = await listed({ HEARSAY_MODELS: place });
    expect(stdout).toMatch(/^stance-mine +- +0\.0 +- +damaged: hearsay\.json +-$/m);
    expect(error).toContain('damaged: stance-mine');
  });

  test('passes over folders that are no models', async () => {
    const place = freshDirectory();
    mkdirSync(join(place, 'holiday-pictures'));
    expect((await listed({ HEARSAY_MODELS: place })).stdout).not.toContain('holiday');
  });
});
