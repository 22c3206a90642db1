import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AutoModelForSequenceClassification, AutoTokenizer, env } from '@xenova/transformers';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { modelFolder, modelPlaces } from '../../src/classify/folder.ts';
import { openModels } from '../../src/classify/models.ts';
import { openModel } from '../../src/classify/runtime.ts';
import { HearsayError } from '../../src/errors.ts';

const pathOf = (name: string): string => modelFolder(name, modelPlaces(undefined, {})).path;
const NAMES = ['sentiment-small', 'stance-small'];

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe.each(NAMES)('%s', (name) => {
  test('loads with plain transformers.js too, and answers the same', async () => {
    const model = await openModel(pathOf(name));
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const plain = await AutoModelForSequenceClassification.from_pretrained(name, { quantized: true });
    const [text, target] = [
      'The ferry was two hours late again.',
      name.startsWith('stance') ? 'ferry' : undefined,
    ];
    const inputs = tokenizer(text, target === undefined ? {} : { text_pair: target });
    const second = target === undefined ? undefined : model.tokens(target);
    const own = await model.run([model.sequence(model.tokens(text), second)]);
    expect([...own.data]).toEqual([
      ...((await plain(inputs)) as { logits: { data: Float32Array } }).logits.data,
    ]);
  });

  test('reads control tokens that are typed in a post as characters', async () => {
    const model = await openModel(pathOf(name));
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    for (const control of tokenizer.special_tokens)
      expect(model.tokens(`a ${control} b`)).not.toContain(tokenizer.model.tokens_to_ids.get(control));
  });

  test('counts its control tokens', async () => {
    const model = await openModel(pathOf(name));
    expect(model.sequence([7, 8]).ids).toHaveLength(2 + model.controls(1));
    expect(model.sequence([7, 8], [9]).ids).toHaveLength(3 + model.controls(2));
  });
});

test('a run of several gives a row each, padded or not', async () => {
  const model = await openModel(pathOf('sentiment-small'));
  const sequences = ['Good.', 'This is a much longer text than the other one.'].map((text) =>
    model.sequence(model.tokens(text)),
  );
  expect((await model.run(sequences)).dims).toEqual([2, 3]);
});

describe('weights that are no weights', () => {
  const place = mkdtempSync(join(tmpdir(), 'hearsay-runtime-'));
  afterAll(() => rmSync(place, { recursive: true }));

  test('are an error in one line, and nothing else tries to run them', async () => {
    const warned = vi.spyOn(console, 'warn');
    const folder = join(place, 'sentiment-small');
    cpSync(pathOf('sentiment-small'), folder, { recursive: true });
    truncateSync(join(folder, 'onnx/model_quantized.onnx'), 10_000_000);
    const error = await openModel(folder).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(HearsayError);
    expect((error as HearsayError).line).not.toContain('\n');
    expect((error as HearsayError).exitCode).toBe(5);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe('the network', () => {
  test('is not asked for a local model', async () => {
    const fetched = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', fetched);
    const models = await openModels();
    await models.sentiment(['Good morning.']);
    await models.stance([{ text: 'Good morning.', target: 'morning' }]);
    await models.close();
    expect(fetched).not.toHaveBeenCalled();
  });

  test('is asked for a hub model alone, and its answers take the place of ours', async () => {
    const asked: string[] = [];
    const root = dirname(pathOf('sentiment-small'));
    const hub = createServer((request, response) => {
      const [, name, file] = /^\/(.+)\/resolve\/main\/(.+)$/.exec(request.url!)!;
      asked.push(file!);
      const path = join(root, basename(name!), file!);
      if (existsSync(path)) createReadStream(path).pipe(response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
    const cache = mkdtempSync(join(tmpdir(), 'hearsay-hub-'));
    vi.stubEnv('HF_ENDPOINT', `http://127.0.0.1:${(hub.address() as { port: number }).port}`);
    vi.stubEnv('XDG_CACHE_HOME', cache);
    try {
      const models = await openModels({ hubModel: 'somebody/sentiment-small' });
      expect(asked).toContain('onnx/model_quantized.onnx');
      expect((await models.sentiment(['What a lovely day!']))[0]!.label).toBe('positive');
      expect(models.used.map(({ name, size }) => [name, size])).toEqual([
        ['somebody/sentiment-small', 'hub'],
      ]);
      await expect(openModels({ hubModel: 'somebody/nothing' })).rejects.toMatchObject({ exitCode: 5 });
      expect(env.allowRemoteModels).toBe(false);
    } finally {
      hub.close();
      rmSync(cache, { recursive: true });
    }
  });
});
