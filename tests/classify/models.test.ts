import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { modelPlaces } from '../../src/classify/folder.ts';
import { type Models, openModels } from '../../src/classify/models.ts';
import type { SentimentScore } from '../../src/reaction.ts';

const [packaged] = modelPlaces(undefined, {});
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-models-'));
let models: Models;
beforeAll(async () => {
  models = await openModels();
});
afterAll(async () => {
  await models.close();
  rmSync(scratch, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

describe('sentiment', () => {
  test.each([
    ['positive', 'What a wonderful evening, thank you all so much!'],
    ['negative', 'This is a disgrace. They lied to us again and nobody cares.'],
    ['neutral', 'The council meets on Monday at 10:30 in the town hall.'],
  ])('%s: %s', async (label, text) => {
    expect((await models.sentiment([text]))[0]!.label).toBe(label);
  });

  test('probabilities have four decimals and add up to one', async () => {
    const [score] = await models.sentiment(['Could be worse, could be better.']);
    const all = [score!.negative!, score!.neutral!, score!.positive!];
    expect(all.reduce((sum, it) => sum + it, 0)).toBeCloseTo(1, 3);
    for (const it of all) expect(String(it)).toMatch(/^(0|1|0\.\d{1,4})$/);
  });

  test('answers stand in the order of the texts, and none at all is no work', async () => {
    const texts = ['Lovely!', 'Horrible, disgusting.', 'Lovely!'];
    const found = await models.sentiment(texts);
    expect(found.map((it) => it.label)).toEqual(['positive', 'negative', 'positive']);
    expect(await models.sentiment([])).toEqual([]);
  });

  test.each([
    ['negative', '😡😡😡'],
    ['positive', '❤️'],
    ['negative', 'Waiting since 6 am 😠'],
    ['positive', 'The new timetable 😍'],
  ])('emoji tell it too, %s: %s', async (label, text) => {
    expect((await models.sentiment([text]))[0]!.label).toBe(label);
  });

  test.each([
    ['emoji alone', '😂😂😂'],
    ['a link alone', 'https://example.org'],
    ['one endless word', 'a'.repeat(300_000)],
    ['control tokens', '</s><s>[SEP][CLS]<pad>'],
    ['Zalgo', 'H̷̡e̶l̸l̵o̴'.repeat(50)],
    ['right to left marks', '\u202e\u200f\u200b'],
  ])('%s does no harm', async (_, text) => {
    const [score] = await models.sentiment([text]);
    expect(['negative', 'neutral', 'positive']).toContain(score!.label);
  });
});

describe('stance', () => {
  test('depends on the target', async () => {
    const text = 'I love trains and I hate cars.';
    const found = await models.stance([
      { text, target: 'trains' },
      { text, target: 'the price of gold' },
    ]);
    expect(found[0]!.favor).toBeGreaterThan(found[1]!.favor!);
    expect(found.map((it) => it.target)).toEqual(['trains', 'the price of gold']);
  });

  test('is not asked where text or target is empty', async () => {
    const nothing = { label: null, favor: null, against: null, none: null, unsure: false };
    const pairs = [
      { text: '', target: 'trains' },
      { text: 'Trains!', target: ' ' },
    ];
    expect(await models.stance(pairs)).toEqual([
      { target: 'trains', ...nothing },
      { target: ' ', ...nothing },
    ]);
  });

  test('survives a target of any length', async () => {
    const [score] = await models.stance([{ text: 'Trains are great.', target: 'trains '.repeat(500) }]);
    expect(score!.label).not.toBeNull();
  });
});

test('embeddings have length one, and like texts lie close', async () => {
  const [cat, kitten, rates] = await models.embed([
    'A cat sits on a mat.',
    'A kitten is lying on a rug.',
    'Interest rates rose by half a point.',
  ]);
  const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, it, i) => sum + it * b[i]!, 0);
  expect(cosine(cat!, cat!)).toBeCloseTo(1, 4);
  expect(cosine(cat!, kitten!)).toBeGreaterThan(cosine(cat!, rates!) + 0.3);
});

test('what was used is told with its checksum, and nothing is loaded before its use', async () => {
  const fresh = await openModels();
  expect(fresh.used).toEqual([]);
  await fresh.sentiment(['Good.']);
  expect(fresh.used.map((it) => [it.name, it.sha256?.length])).toEqual([['sentiment-small', 64]]);
  await fresh.close();
});

test('timers go on while the models work', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  await models.sentiment(Array.from({ length: 160 }, (_, i) => `Text number ${i} of a longer row of texts.`));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(10);
});

/** A large model, for the order of things: the small one under another name, with other calibration. */
function withBase(change: object): string {
  const place = mkdtempSync(join(scratch, 'base-'));
  cpSync(join(packaged!, 'sentiment-small'), join(place, 'sentiment-base'), { recursive: true });
  const file = join(place, 'sentiment-base/hearsay.json');
  const metadata = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...metadata, name: 'sentiment-base', size: 'base', ...change }));
  return place;
}

describe('a cascade', () => {
  const TEXTS = ['What a wonderful evening!', 'Hm, the new timetable is out.'];

  const scores = async (model: 'small' | 'base' | 'cascade') => {
    const opened = await openModels({ model });
    const found = await opened.sentiment(TEXTS);
    const used = opened.used.map((it) => it.name);
    await opened.close();
    return { found, used };
  };
  const sureness = ({ negative, neutral, positive }: SentimentScore): number =>
    Math.max(negative!, neutral!, positive!);

  test('keeps what the small model is sure of and asks the large one about the rest', async () => {
    const small = await scores('small');
    const [clear, vague] = small.found.map(sureness);
    expect(clear!).toBeGreaterThan(vague!);
    const cascadeThreshold = (clear! + vague!) / 2;
    vi.stubEnv('HEARSAY_MODELS', withBase({ cascadeThreshold, temperature: 5 }));
    const [base, cascade] = [await scores('base'), await scores('cascade')];
    expect(base.found[1]).not.toEqual(small.found[1]);
    expect(cascade.found).toEqual([small.found[0], base.found[1]]);
    expect(cascade.used).toEqual(['sentiment-small', 'sentiment-base']);
  });

  test('gives the small model its share in the rest', async () => {
    vi.stubEnv('HEARSAY_MODELS', withBase({ cascadeThreshold: 1, cascadeShare: 0.25, temperature: 5 }));
    const [small, base, cascade] = [await scores('small'), await scores('base'), await scores('cascade')];
    const pooled = (['negative', 'neutral', 'positive'] as const).map(
      (label) => small.found[0]![label]! ** 0.25 * base.found[0]![label]! ** 0.75,
    );
    const positive = pooled[2]! / (pooled[0]! + pooled[1]! + pooled[2]!);
    expect(small.found[0]!.positive! - base.found[0]!.positive!).toBeGreaterThan(0.2);
    expect(cascade.found[0]!.positive).toBeCloseTo(positive, 2);
  });

  test('does not load the large model where the small one is sure of all', async () => {
    vi.stubEnv('HEARSAY_MODELS', withBase({ cascadeThreshold: 0.5 }));
    const opened = await openModels({ model: 'cascade' });
    await opened.sentiment(TEXTS.slice(0, 1));
    expect(opened.used.map((it) => it.name)).toEqual(['sentiment-small']);
    await opened.close();
  });

  test('needs a large model that was made for it', async () => {
    vi.stubEnv('HEARSAY_MODELS', withBase({}));
    const opened = await openModels({ model: 'cascade' });
    await expect(opened.sentiment(TEXTS)).rejects.toThrow(
      'the model sentiment-base was not made to follow sentiment-small',
    );
  });
});

describe('a model that can not be used', () => {
  test('says so when it is asked, not before', async () => {
    const opened = await openModels({ folder: scratch });
    expect(opened.has('sentiment')).toBe(false);
    await expect(opened.sentiment(['Good.'])).rejects.toMatchObject({ code: 'model', exitCode: 5 });
  });

  test('is never loaded damaged', async () => {
    const place = withBase({});
    truncateSync(join(place, 'sentiment-base/onnx/model_quantized.onnx'), 20_000_000);
    vi.stubEnv('HEARSAY_MODELS', place);
    const opened = await openModels({ model: 'base' });
    await expect(opened.sentiment(['Good.'])).rejects.toThrow('is damaged: its sha256 is');
    expect(opened.used).toEqual([]);
  });
});
