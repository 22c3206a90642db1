import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Models, openModels } from '../../src/classify/models.ts';
import { type Item, saidOf, scored, WINDOW } from '../../src/classify/scored.ts';
import { type Reaction, type ScoredReaction, scoredReactionSchema } from '../../src/reaction.ts';

let models: Models;
beforeAll(async () => {
  models = await openModels();
});
afterAll(() => models.close());

const reaction = (text: string, change: Partial<Reaction> = {}): Reaction => ({
  id: 'a1',
  kind: 'post',
  text,
  speaker: null,
  cue: null,
  platform: null,
  engagement: {},
  publishedAt: null,
  language: null,
  sourceId: null,
  url: null,
  author: null,
  replyTo: null,
  quoteOf: null,
  repostOf: null,
  story: null,
  topic: null,
  topics: [],
  flags: [],
  provenance: {
    document: 'a.csv',
    row: 1,
    start: 0,
    end: text.length,
    parts: [{ start: 0, end: text.length }],
  },
  ...change,
});

const item = (text: string, targets: readonly string[] = [], change: Partial<Reaction> = {}): Item => ({
  reaction: reaction(text, change),
  targets,
});

async function all(items: Iterable<Item>, options = {}, asked = models): Promise<ScoredReaction[]> {
  const found: ScoredReaction[] = [];
  for await (const it of scored(items, asked, options)) found.push(it);
  return found;
}

/** The real models, and how often each text was asked about. */
function counting(): { asked: string[]; models: Models } {
  const asked: string[] = [];
  return {
    asked,
    models: {
      ...models,
      languages: models.languages,
      used: models.used,
      judgedSentiment: (texts) => {
        asked.push(...texts);
        return models.judgedSentiment(texts);
      },
    },
  };
}

describe('scored reactions', () => {
  test('carry sentiment and one stance per target, in the order of the targets, and fit the schema', async () => {
    const [found] = await all([item('The new ferry is wonderful, thank you!', ['ferry', 'bridge'])]);
    expect(found!.sentiment.label).toBe('positive');
    expect(found!.stances.map((it) => it.target)).toEqual(['ferry', 'bridge']);
    expect(scoredReactionSchema.parse(found)).toEqual(found);
  });

  test('come out one for one, in order, across windows', async () => {
    const texts = Array.from({ length: WINDOW + 3 }, (_, i) => (i % 2 ? 'great' : 'awful'));
    const found = await all(texts.map((text, i) => item(text, [], { id: String(i) })));
    expect(found.map((it) => it.id)).toEqual(texts.map((_, i) => String(i)));
    expect(found.map((it) => it.text)).toEqual(texts);
  });

  test('ask about each distinct text once, user names and links aside', async () => {
    const { asked, models: counted } = counting();
    const texts = ['So good @ann', 'So bad', 'So good @bob', 'So  bad'];
    const items = Array.from({ length: WINDOW }, () => texts.map((text) => item(text))).flat();
    const found = await all(items, {}, counted);
    expect(asked).toEqual(['So good @user', 'So bad']);
    expect(new Set(found.map((it) => it.sentiment)).size).toBe(2);
  });

  test('do not depend on the company that a text keeps', async () => {
    const text = 'The council has not answered our letter about the bridge.';
    const [alone] = await all([item(text, ['council'])]);
    const crowd = await all([item('x '.repeat(300), ['y']), item('Lovely!', ['z']), item(text, ['council'])]);
    expect(crowd[2]!.sentiment).toEqual(alone!.sentiment);
    expect(crowd[2]!.stances).toEqual(alone!.stances);
  });
});

describe('what words were said of', () => {
  const POST = 'We pay for darkness. At least darkness should be free.';
  const about = 'Residents furious at the power company after a 14-hour blackout';
  const one = async (change: Partial<Item>): Promise<ScoredReaction> => {
    const [found] = await all([{ ...item(POST, ['power company']), ...change }]);
    return found!;
  };

  test('tells the side that the words alone leave open, and leaves the tone to them', async () => {
    const [alone, told] = [await one({}), await one({ abouts: [about] })];
    expect(alone.stances[0]!.label).toBe('none');
    expect(told.stances[0]!.label).toBe('against');
    expect(told.sentiment).toEqual(alone.sentiment);
  });

  test('is put before them, with a point between', () => {
    expect(saidOf('It leaks.', 'The boat')).toBe('The boat. It leaks.');
    expect(saidOf('It leaks.', 'Is it a “boat”?')).toBe('Is it a “boat”? It leaks.');
    expect(saidOf('It leaks.', null)).toBe('It leaks.');
  });

  test('whoever speaks is on their own side, and no model is asked', async () => {
    const speaker = { name: 'power company', form: 'named' as const, mention: null };
    const judgedStance = (): never => expect.unreachable('a model was asked');
    const asked = { ...models, languages: models.languages, used: models.used, judgedStance };
    const [found] = await all([item(POST, ['power company'], { speaker })], {}, asked);
    expect(found!.stances).toMatchObject([{ target: 'power company', label: 'favor', unsure: false }]);
  });
});

describe('what the models are not asked about', () => {
  const NOTHING = { label: null, negative: null, neutral: null, positive: null, unsure: false };

  test.each([[''], [' \n\t '], ['\u0000'], ['\ud83d']])(
    'text without a character (%j): no-text',
    async (text) => {
      const [found] = await all([item(text, ['ferry'])]);
      expect(found).toMatchObject({ flags: ['no-text'], sentiment: NOTHING });
      expect(found!.stances).toEqual([
        { target: 'ferry', label: null, favor: null, against: null, none: null, unsure: false },
      ]);
    },
  );

  test('a language that they do not read: unsupported-language, and the language is told', async () => {
    const text = 'Das ist wirklich eine sehr schlechte Nachricht für alle Leute hier im Ort.';
    const [found] = await all([item(text, ['Ort'], { flags: ['duplicate'] })]);
    expect(found).toMatchObject({
      language: 'de',
      flags: ['duplicate', 'unsupported-language'],
      sentiment: NOTHING,
    });
    expect(found!.stances[0]!.label).toBeNull();
  });

  test('unless the user says that it is English', async () => {
    const text = 'Das ist wirklich eine sehr schlechte Nachricht für alle Leute hier im Ort.';
    const [found] = await all([item(text, [], { language: 'de' })], { language: 'en' });
    expect(found!.sentiment.label).not.toBeNull();
    expect(found!.flags).toEqual([]);
  });
});

describe('a post longer than the model', () => {
  test('is cut, flagged, and keeps its target', async () => {
    const long = 'The harbour was quiet all day and nothing much happened there. '.repeat(40);
    const [toward, away] = await all([item(long, ['harbour']), item(long, ['the price of bread in winter'])]);
    expect(toward!.flags).toEqual(['truncated']);
    expect(toward!.stances[0]!.favor).not.toBe(away!.stances[0]!.favor);
  });

  test('is flagged too where only its beginning is looked at', async () => {
    const [found] = await all([item(`${'w'.repeat(50_000)} good`)], { language: 'en' });
    expect(found!.flags).toEqual(['truncated']);
  });
});
