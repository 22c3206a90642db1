import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  damageIn,
  modelAt,
  modelFolder,
  modelPaths,
  modelPlaces,
  sizeOf,
  verify,
} from '../../src/classify/folder.ts';
import { HearsayError } from '../../src/errors.ts';

const [packaged] = modelPlaces(undefined, {});
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-models-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let copies = 0;
/** A folder with a copy of one real model that a test may break. */
function copyOf(name: string): string {
  copies += 1;
  const place = join(scratch, String(copies));
  cpSync(join(packaged!, name), join(place, name), { recursive: true });
  return place;
}

/** The line that a user reads, with this test's folder called MODELS. */
async function lineOf(place: string, work: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(work)
    .catch((it: unknown) => it);
  expect(error).toBeInstanceOf(HearsayError);
  expect((error as HearsayError).exitCode).toBe(5);
  return (error as HearsayError).line.replaceAll(place, 'MODELS');
}

describe("the package's own models", () => {
  test('are there, whole, and small enough', async () => {
    const folders = modelPaths([packaged!]).map(modelAt);
    expect(folders.map((it) => it.metadata.name)).toEqual(
      expect.arrayContaining(['sentence-encoder', 'sentiment-small', 'stance-small']),
    );
    for (const folder of folders) expect(await damageIn(folder)).toEqual([]);
    for (const folder of folders.filter((it) => it.metadata.size === 'small'))
      expect(await sizeOf(folder)).toBeLessThan(35e6);
  });

  test('say what they are under the name of their folder', () => {
    for (const path of modelPaths([packaged!])) expect(modelAt(path).metadata.name).toBe(basename(path));
  });
});

describe('where models are looked for', () => {
  test('HEARSAY_MODELS comes before the package', () => {
    expect(modelPlaces(undefined, { HEARSAY_MODELS: '/a:/b' })).toEqual(['/a', '/b', packaged]);
  });

  test('a given folder stands alone', () => {
    expect(modelPlaces('/mine', { HEARSAY_MODELS: '/a' })).toEqual(['/mine']);
  });

  test('of two models with one name the first counts', () => {
    const place = copyOf('stance-small');
    expect(modelFolder('stance-small', [place, packaged!]).path).toBe(join(place, 'stance-small'));
    expect(modelPaths([place, packaged!])).toContain(join(place, 'stance-small'));
  });
});

describe('what a user reads', () => {
  test('where a model is missing', async () => {
    expect(await lineOf(scratch, () => modelFolder('sentiment-small', [scratch]))).toMatchInlineSnapshot(
      `"the model sentiment-small is not in MODELS. Install hearsay again, or name the folder that has it in HEARSAY_MODELS."`,
    );
  });

  test('where a large model is missing', async () => {
    expect(await lineOf(scratch, () => modelFolder('stance-base', [scratch]))).toMatchInlineSnapshot(
      `"the model stance-base is not in MODELS. Name the folder that has it in HEARSAY_MODELS, or use --model small."`,
    );
  });

  test('where the weights are cut in half', async () => {
    const place = copyOf('sentiment-small');
    truncateSync(join(place, 'sentiment-small/onnx/model_quantized.onnx'), 11_000_000);
    const line = await lineOf(place, () => verify(modelFolder('sentiment-small', [place])));
    expect(line.replace(/[0-9a-f]{64}/g, 'SHA')).toMatchInlineSnapshot(
      `"MODELS/sentiment-small/onnx/model_quantized.onnx: this file of the model sentiment-small is damaged: its sha256 is SHA, not SHA. Install hearsay again, or put a whole copy of the folder there."`,
    );
  });

  test('where a file is gone', async () => {
    const place = copyOf('sentiment-small');
    rmSync(join(place, 'sentiment-small/tokenizer.json'));
    expect(await lineOf(place, () => verify(modelFolder('sentiment-small', [place])))).toMatchInlineSnapshot(
      `"MODELS/sentiment-small/tokenizer.json: this file of the model sentiment-small is missing. Install hearsay again, or put a whole copy of the folder there."`,
    );
  });

  test.each([
    ['no JSON', 'half a fi'],
    ['not what is needed', '{"name":"x"}'],
    ['a checksum that is none', JSON.stringify({ sha256: { 'onnx/model_quantized.onnx': 'abc' } })],
  ])('where the description is %s', async (_, content) => {
    const place = copyOf('sentiment-small');
    writeFileSync(join(place, 'sentiment-small/hearsay.json'), content);
    const line = await lineOf(place, () => modelFolder('sentiment-small', [place]));
    expect(line).toMatch(
      /^MODELS\/sentiment-small\/hearsay\.json: this description of a model can't be used \(.+\)\. Install/,
    );
  });
});

test('one changed byte is damage', async () => {
  const place = copyOf('sentiment-small');
  const file = join(place, 'sentiment-small/config.json');
  const bytes = readFileSync(file);
  bytes[0]! ^= 1;
  writeFileSync(file, bytes);
  expect((await damageIn(modelFolder('sentiment-small', [place]))).map((it) => it.file)).toEqual([
    'config.json',
  ]);
});
